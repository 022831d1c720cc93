import { Button } from 'antd'
import { useState } from 'react'
import { FormField, Notice, Panel, useAction, usePerson, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics, useProfile } from '../calls.ts'
import { Letter } from '../letter.tsx'
import { ownPart } from '../own-part.ts'
import { replyWords } from '../reply-words.ts'
import { Clock } from '../status.tsx'
import { UnitPicker } from '../unit-picker.tsx'
import { usePartName } from './handlers-field.tsx'
import type { Opened } from './review-panels.tsx'
import { TextPanel } from './text-panel.tsx'

/** Until when a unit may object, or that it is too late, or that its objection waits. */
export function ObjectionNote({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const own = ownPart(it, usePerson().unitName)
  if (own?.status === 'objected') return <Notice title={t.objectedWaits} />
  if (own?.status !== 'assigned') return null
  if (!it.allowed.includes('object')) return <p className="hint">{t.objectLate}</p>
  return <p className="hint">{own.due ? t.objectLead(own.due.dueOn) : t.objectPlain}</p>
}

/** 申请退办: a reason, and the unit whose matter it is. */
export function ObjectPanel({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const isNeeded = useProfile().data?.needsProposedUnit ?? false
  const [unitId, setUnitId] = useState<string | null>(null)
  return (
    <TextPanel
      it={it}
      action="object"
      effect={t.objectPlain}
      field="reason"
      label={t.objectReason}
      missing={t.noteMissing}
      isOpen={open === 'object'}
      onClose={onClose}
      fields={(problem) => (
        <FormField name="proposedUnitId" label={t.objectUnit} isOptional={!isNeeded} problem={problem}>
          {(control) => <UnitPicker control={control} value={unitId} onChange={setUnitId} />}
        </FormField>
      )}
      alsoMissing={[isNeeded && unitId === null && { path: 'proposedUnitId', message: t.objectUnitMissing }]}
      bodyOf={(reason) => ({ reason, proposedUnitId: unitId })}
      call={calls.objectToSuggestion}
      done={t.done.object}
    />
  )
}

/** 会办意见: to the unit that answers, by its own date. */
export function OpinionPanel({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const own = ownPart(it, usePerson().unitName)
  const word = usePartName()('co')
  return (
    <TextPanel
      it={it}
      action="giveOpinion"
      title={t.opinionTitle(word)}
      effect={
        <>
          {t.opinionLead(it.unit?.name ?? '')}
          {own?.due && <Clock due={own.due} />}
        </>
      }
      field="text"
      label={t.opinionText}
      missing={t.opinionMissing}
      most={3000}
      rows={5}
      bodyOf={(text) => ({ text })}
      call={calls.giveOpinion}
      done={t.done.giveOpinion}
    />
  )
}

/** 会签: a lead that does not draft reads what the first one drafted, and agrees. */
export function ConcurPanel({ it }: { it: Detail }) {
  const t = useWords(replyWords)
  const w = useWords(words).action
  const done = useWords(actWords).done.concur
  const own = ownPart(it, usePerson().unitName)
  const act = useAction(calls.concurInReply, { topics, labels: w, done })
  const leads = it.handlers.filter(({ part, status }) => part === 'lead' && status !== 'released')
  const first = leads[0]
  if (own?.part !== 'lead' || !first || first.unit.id === own.unit.id || own.status !== 'accepted') return null
  const draft = it.replyDrafts.find(({ unit }) => unit.id === first.unit.id)
  if (!draft) return <Notice title={t.concurNone(first.unit.name)} />
  return (
    <Panel title={t.concurTitle} isScreenOnly>
      <p>{own.concurredOn ? t.concurredAlready(own.concurredOn) : t.concurLead(first.unit.name)}</p>
      <Letter it={it} reply={draft.content} unitName={draft.unit.name} />
      {it.allowed.includes('concur') && own.concurredOn === null && (
        <div className="action-bar">
          <Button type="primary" loading={act.isRunning} onClick={() => void act.run({ params: { id: it.id } })}>
            {w.concur}
          </Button>
        </div>
      )}
    </Panel>
  )
}
