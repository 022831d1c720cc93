import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ChoiceField, Facts, FormField, Panel, choicesOf, useAction, useWords } from '#workbench/kit.ts'
import type { Detail, RateInput } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { useToday } from '../use-today.ts'
import type { Opened } from './review-panels.tsx'
import { TextPanel } from './text-panel.tsx'

/** What follows a rating: opened on the record, then 重新办理, 见面或评估 after a second refusal, or 办结 with a conclusion. */
export function SettlePanels({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const w = useWords(words).action
  return (
    <>
      <SealedRating it={it} />
      <RehandlePanel it={it} open={open} onClose={onClose} />
      <EscalatePanel it={it} open={open} onClose={onClose} />
      <TextPanel
        it={it}
        action="close"
        title={w.close}
        effect={t.conclusionLead}
        field="conclusion"
        label={t.conclusion}
        missing={t.conclusionMissing}
        most={1000}
        isOpen={open === 'close'}
        onClose={onClose}
        bodyOf={(conclusion) => ({ conclusion })}
        call={calls.closeSuggestion}
        done={useWords(caseWords).done.close}
      />
    </>
  )
}

function SealedRating({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const c = useWords(caseWords)
  const w = useWords(words)
  const [rating, setRating] = useState<RateInput | null>(null)
  const act = useAction(calls.openRating, { topics, labels: w.action, done: t.done.openRating, onDone: setRating })
  if (!it.isRatingSealed || !it.allowed.includes('openRating')) return null
  if (rating) {
    return (
      <Panel title={t.openedTitle}>
        <Facts
          items={[
            { term: c.attitude, value: w.satisfaction[rating.attitude] },
            { term: c.result, value: w.satisfaction[rating.result] },
            { term: c.opinion, value: rating.reason },
          ]}
        />
      </Panel>
    )
  }
  return (
    <Panel title={c.ratings} isScreenOnly>
      <p>{t.sealedOffice}</p>
      <div className="action-bar">
        <Button loading={act.isRunning} onClick={() => void act.run({ params: { id: it.id } })}>
          {w.action.openRating}
        </Button>
      </div>
    </Panel>
  )
}

function RehandlePanel({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const c = useWords(caseWords)
  const answered = it.handlers.filter(({ part, status }) => part === 'separate' && status === 'done').map(({ unit }) => unit)
  const [unitIds, setUnitIds] = useState(() => answered.map(({ id }) => id))
  const isSeveral = answered.length > 1
  return (
    <TextPanel
      it={it}
      action="rehandle"
      effect={c.rehandleEffect}
      field="reason"
      label={c.rehandleReason}
      missing={c.reasonMissing}
      isOpen={open === 'rehandle'}
      onClose={onClose}
      {...(isSeveral && {
        fields: (problem) => (
          <FormField name="unitIds" label={t.rehandleUnits} problem={problem}>
            {(control) => (
              <Checkbox.Group
                {...control}
                value={unitIds}
                options={answered.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(chosen) => setUnitIds(chosen)}
              />
            )}
          </FormField>
        ),
        alsoMissing: [unitIds.length === 0 && { path: 'unitIds', message: t.rehandleUnitsMissing }],
      })}
      bodyOf={(reason) => ({ reason, unitIds: isSeveral ? unitIds : [] })}
      call={calls.rehandleSuggestion}
      done={c.done.rehandle}
    />
  )
}

function EscalatePanel({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const kinds = useWords(words).escalation
  const today = useToday()
  const [kind, setKind] = useState<keyof typeof kinds | null>(null)
  const [given, setHeldOn] = useState('')
  const heldOn = given || today
  return (
    <TextPanel
      it={it}
      action="escalate"
      effect={t.escalateLead}
      field="note"
      label={t.escalateNote}
      missing={t.escalateMissing}
      most={1000}
      isOpen={open === 'escalate'}
      onClose={onClose}
      fields={(problem) => (
        <>
          <ChoiceField
            name="kind"
            label={t.escalateKind}
            choices={choicesOf(kinds)}
            value={kind}
            problem={problem}
            onChange={setKind}
          />
          <FormField name="heldOn" label={t.heldOn} problem={problem}>
            {(control) => (
              <Input
                {...control}
                className="day-input"
                type="date"
                max={today}
                value={heldOn}
                onChange={({ target }) => setHeldOn(target.value)}
              />
            )}
          </FormField>
        </>
      )}
      alsoMissing={[kind === null && { path: 'kind', message: t.escalateKindMissing }]}
      bodyOf={(note) => ({ kind: kind ?? 'meeting', heldOn, note })}
      call={calls.escalateSuggestion}
      done={t.done.escalate}
    />
  )
}
