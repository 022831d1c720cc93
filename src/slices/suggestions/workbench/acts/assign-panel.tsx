import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { UnitProposal } from '../advice/index.tsx'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete } from '../incomplete.ts'
import { HandlersField } from './handlers-field.tsx'
import { firstRows, handlersOf, missingInHandlers, picked } from './handlers.ts'

/** 交办: the unit that the deputy proposed is chosen already, so the usual case is one click. */
export function AssignPanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const [rows, setRows] = useState(() => firstRows(it.proposedUnit?.id ?? null))
  const [isDifficult, setDifficult] = useState(false)
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(calls.assignSuggestion, { topics, labels: w, done: t.done.assign })
  if (!it.allowed.includes('assign')) return null
  const send = () => {
    const found = incomplete(missingInHandlers(rows, t.unitMissing))
    setMissing(found)
    if (!found) void act.run({ params: { id: it.id }, body: { handlers: handlersOf(rows), isDifficult } })
  }
  const problem = missing ?? act.problem
  return (
    <Panel title={t.assignTitle} isScreenOnly>
      <FormErrors problem={problem} />
      <UnitProposal id={it.id} onPick={(unitId) => setRows(picked(rows, unitId))} />
      <HandlersField
        rows={rows}
        first={it.proposedUnit?.id}
        hint={it.proposedUnit ? t.proposedFirst(it.proposedUnit.name) : undefined}
        problem={problem}
        onChange={setRows}
      />
      <Checkbox checked={isDifficult} onChange={({ target }) => setDifficult(target.checked)}>
        {t.isDifficult}
      </Checkbox>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.assign}
        </Button>
      </div>
    </Panel>
  )
}
