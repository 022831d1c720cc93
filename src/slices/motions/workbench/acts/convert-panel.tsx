import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { CategoryField, FormErrors, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { missing } from '../missing.ts'

/** 转为建议: the text goes on as it is; only the category of suggestions is asked for. */
export function ConvertPanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const [category, setCategory] = useState<string | null>(null)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.convertMotion, { topics: ['motions', 'suggestions'], labels: w, done: t.done.convert })
  const send = () => {
    const found = missing([category === null && { path: 'category', message: t.categoryMissing }])
    setLacking(found)
    if (category !== null) void act.run({ params: { id: it.id }, body: { category } })
  }
  const problem = lacking ?? act.problem
  return (
    <Panel title={t.convert}>
      <p>{t.convertLead}</p>
      <FormErrors problem={problem} />
      <CategoryField label={t.category} value={category} problem={problem} onChange={setCategory} />
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.convert}
        </Button>
      </div>
    </Panel>
  )
}
