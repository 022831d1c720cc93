import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormErrors, FormField, Panel, choicesOf, useAction, useWords } from '#workbench/kit.ts'
import type { Body, DecideInput, Detail, MergeInput, Outcome } from '../../contract.ts'
import { arrowOf } from '../../rules/lifecycle.ts'
import { words } from '../../words.ts'
import { calls, topics, useToday } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { missing } from '../missing.ts'
import { CommitteePicker, MainPicker } from './pickers.tsx'

/** In the order of the words; the contract itself would bring its validator into the browser. */
const outcomes = Object.keys(arrowOf) as Outcome[]

type Sent =
  | { kind: 'decide'; params: { id: string }; body: DecideInput }
  | { kind: 'merge'; params: { id: string }; body: MergeInput }

/** 记录决定: only the outcomes that are possible now; a committee or a main motion is asked for where the outcome needs one. */
export function DecidePanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const today = useToday()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [body, setBody] = useState<Body | null>(it.session === null ? 'chairpersons_meeting' : 'presidium')
  const [decidedOn, setDecidedOn] = useState('')
  const [basis, setBasis] = useState('')
  const [committeeId, setCommittee] = useState<string | null>(null)
  const [mainId, setMain] = useState<string | null>(null)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(
    (sent: Sent, options) => (sent.kind === 'merge' ? calls.mergeMotion(sent, options) : calls.decideMotion(sent, options)),
    { topics, labels: w.action, done: t.done.decide },
  )
  const possible = outcomes.filter((one) => it.allowed.includes(arrowOf[one]))
  if (possible.length === 0) return null
  const send = () => {
    const found = missing([
      outcome === null && { path: 'outcome', message: t.outcomeMissing },
      outcome === 'to_committee' && committeeId === null && { path: 'committeeId', message: t.committeeMissing },
      outcome === 'merged' && mainId === null && { path: 'mainId', message: t.mainMissing },
      body === null && { path: 'body', message: t.bodyMissing },
      basis.trim() === '' && { path: 'basis', message: t.basisMissing },
    ])
    setLacking(found)
    if (found || outcome === null || body === null) return
    const shared = { body, decidedOn: decidedOn || today, basis: basis.trim() }
    const params = { id: it.id }
    if (outcome !== 'merged') void act.run({ kind: 'decide', params, body: { ...shared, outcome, committeeId } })
    else if (mainId !== null) void act.run({ kind: 'merge', params, body: { ...shared, mainId } })
  }
  const problem = lacking ?? act.problem
  return (
    <Panel title={t.decide}>
      <p className="hint">{t.decideLead}</p>
      <FormErrors problem={problem} />
      <ChoiceField
        name="outcome"
        label={t.outcome}
        choices={possible.map((value) => ({ value, label: w.outcome[value] }))}
        value={outcome}
        problem={problem}
        onChange={setOutcome}
      />
      {outcome === 'to_committee' && <CommitteePicker value={committeeId} problem={problem} onChange={setCommittee} />}
      {outcome === 'merged' && <MainPicker it={it} value={mainId} problem={problem} onChange={setMain} />}
      <ChoiceField name="body" label={t.body} choices={choicesOf(w.body)} value={body} problem={problem} onChange={setBody} />
      <FormField name="decidedOn" label={t.decidedOn} problem={problem}>
        {(control) => (
          <Input
            {...control}
            className="day-input"
            type="date"
            max={today}
            value={decidedOn || today}
            onChange={({ target }) => setDecidedOn(target.value)}
          />
        )}
      </FormField>
      <FormField name="basis" label={t.basis} hint={t.basisHint} problem={problem}>
        {(control) => <Input {...control} value={basis} onChange={({ target }) => setBasis(target.value)} />}
      </FormField>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {t.send}
        </Button>
      </div>
    </Panel>
  )
}
