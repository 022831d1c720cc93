import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { monthsLater } from '../days.ts'
import type { Opened } from './review-panels.tsx'
import { TextPanel } from './text-panel.tsx'

const choices = ['1', '2', '3'] as const

/** 申请延期: by whole months, with a reason, before the reply is due. */
export function ExtensionPanel({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const [months, setMonths] = useState<(typeof choices)[number] | null>(null)
  const until = months && it.due ? t.extensionDue(it.due.dueOn, monthsLater(it.due.dueOn, Number(months))) : null
  return (
    <TextPanel
      it={it}
      action="requestExtension"
      effect={t.extensionLead}
      field="reason"
      label={t.extensionReason}
      missing={t.noteMissing}
      isOpen={open === 'requestExtension'}
      onClose={onClose}
      fields={(problem) => (
        <>
          <ChoiceField
            name="months"
            label={t.months}
            choices={choices.map((value) => ({ value, label: t.monthsOf(Number(value)) }))}
            value={months}
            problem={problem}
            onChange={setMonths}
          />
          {until && <p className="hint">{until}</p>}
        </>
      )}
      alsoMissing={[months === null && { path: 'months', message: t.monthsMissing }]}
      bodyOf={(reason) => ({ months: Number(months), reason })}
      call={calls.requestExtension}
      done={t.done.requestExtension}
    />
  )
}

/** An extension that was asked for: granted with one click, refused with a reason. */
export function DecideExtensionPanel({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const c = useWords(caseWords)
  const w = useWords(words).action
  const [isRefusing, setRefusing] = useState(false)
  const act = useAction(calls.decideExtension, { topics, labels: w, done: t.done.decideExtension })
  const asked = it.extensions.find(({ decision }) => decision === null)
  if (!asked || !it.allowed.includes('decideExtension')) return null
  return (
    <Panel title={t.extensionAsked(asked.unit.name, asked.months, asked.requestedOn)}>
      <p className="long-text">{asked.reason}</p>
      {it.due && <p>{t.extensionDue(it.due.dueOn, monthsLater(it.due.dueOn, asked.months))}</p>}
      {isRefusing ? (
        <TextPanel
          it={it}
          action="decideExtension"
          title={t.refuse}
          button={t.refuse}
          field="note"
          label={t.refuseReason}
          missing={c.reasonMissing}
          onClose={() => setRefusing(false)}
          bodyOf={(note) => ({ decision: 'refused' as const, note })}
          call={calls.decideExtension}
          done={t.done.decideExtension}
        />
      ) : (
        <div className="action-bar">
          <Button
            type="primary"
            loading={act.isRunning}
            onClick={() => void act.run({ params: { id: it.id }, body: { decision: 'granted', note: '' } })}
          >
            {t.grant}
          </Button>
          <Button onClick={() => setRefusing(true)}>{t.refuse}</Button>
        </div>
      )}
    </Panel>
  )
}
