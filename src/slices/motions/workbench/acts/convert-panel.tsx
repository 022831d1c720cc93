import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { categoryOptions } from '#kernel/categories/contract.ts'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, SelectOptions, useAction, useLocale, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { missing } from '../missing.ts'

/** 转为建议: the text goes on as it is; only the category of suggestions is asked for. */
export function ConvertPanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const locale = useLocale()
  const categories = useQuery({ queryKey: ['categories'], queryFn: () => calls.listCategories() }).data?.items ?? []
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
      <FormField name="category" label={t.category} problem={problem}>
        {({ status: _status, ...control }) => (
          <select {...control} value={category ?? ''} onChange={({ target }) => setCategory(target.value || null)}>
            <option value="">{t.chooseCategory}</option>
            <SelectOptions options={categoryOptions(categories, 'choose', locale)} />
          </select>
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.convert}
        </Button>
      </div>
    </Panel>
  )
}
