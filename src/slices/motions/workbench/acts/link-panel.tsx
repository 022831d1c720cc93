import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { missing } from '../missing.ts'

/** 关联建议: a suggestion of the same matter, found by words of its title; behind a button, since it is rare. */
export function LinkPanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const [isOpen, setOpen] = useState(false)
  const [suggestionId, setSuggestion] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const found = useQuery({
    queryKey: ['suggestions', 'to-link', typed],
    queryFn: () => calls.listSuggestions({ query: { q: typed } }),
    enabled: typed.length > 1,
  })
  const close = () => {
    setOpen(false)
    setSuggestion(null)
  }
  const act = useAction(calls.linkMotion, { topics, labels: w, done: t.done.link, onDone: close })
  if (!isOpen) {
    return (
      <div className="action-bar">
        <Button onClick={() => setOpen(true)}>{w.link}</Button>
      </div>
    )
  }
  const send = () => {
    const none = missing([suggestionId === null && { path: 'suggestionId', message: t.linkMissing }])
    setLacking(none)
    if (suggestionId !== null) void act.run({ params: { id: it.id }, body: { suggestionId } })
  }
  const problem = lacking ?? act.problem
  const options = (found.data?.items ?? []).map(({ id, reference, title }) => ({
    value: id,
    label: reference ? `${reference}　${title}` : title,
  }))
  return (
    <Panel title={t.link}>
      <FormErrors problem={problem} />
      <FormField name="suggestionId" label={t.linkLabel} problem={problem}>
        {(control) => (
          <Select<string>
            {...control}
            className="motion-picker"
            value={suggestionId}
            allowClear
            placeholder={t.linkPlace}
            notFoundContent={typed.length > 1 && !found.isPending ? t.inviteNone : t.linkPlace}
            showSearch={{ filterOption: false, onSearch: (text) => setTyped(text.trim()) }}
            options={options}
            onChange={(id: string | undefined) => setSuggestion(id ?? null)}
          />
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.link}
        </Button>
        <Button onClick={close}>{t.notNow}</Button>
      </div>
    </Panel>
  )
}
