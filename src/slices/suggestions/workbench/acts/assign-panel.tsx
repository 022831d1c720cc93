import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete } from '../incomplete.ts'
import { UnitPicker } from '../unit-picker.tsx'

/** 交办: the unit that the deputy proposed is chosen already, so the usual case is one click. */
export function AssignPanel({ it, isAllowed }: { it: Detail; isAllowed: boolean }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const [unitId, setUnitId] = useState<string | null>(it.proposedUnit?.id ?? null)
  const [isDifficult, setDifficult] = useState(false)
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(calls.assignSuggestion, { topics, labels: w, done: t.done.assign })
  if (!isAllowed) return null
  const send = () => {
    const found = incomplete([unitId === null && { path: 'unitId', message: t.unitMissing }])
    setMissing(found)
    if (unitId !== null) void act.run({ params: { id: it.id }, body: { unitId, isDifficult } })
  }
  const problem = missing ?? act.problem
  return (
    <Panel title={t.assignTitle}>
      <FormErrors problem={problem} />
      <FormField
        name="unitId"
        label={t.assignUnit}
        hint={it.proposedUnit ? t.proposedFirst(it.proposedUnit.name) : undefined}
        problem={problem}
      >
        {(control) => <UnitPicker control={control} value={unitId} first={it.proposedUnit?.id} onChange={setUnitId} />}
      </FormField>
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
