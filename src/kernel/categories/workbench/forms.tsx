import { Button, Input } from 'antd'
import { useState } from 'react'
import { FormErrors, FormField, Problem, useAction, useWords } from '#workbench/kit.ts'
import type { Category } from '../contract.ts'
import { calls, topics } from './calls.ts'
import { codeOf, missingIn, type Typed } from './typed.ts'
import { categoryWords } from './words.ts'

/** A new field, or a new class of one; what was typed stays until it is in. */
export function AddForm({ field, version, onClose }: { field: Category | null; version: number; onClose: () => void }) {
  const t = useWords(categoryWords)
  const name = useWords(field ?? { zh: '', en: '' })
  const act = useAction(calls.addCategory, { topics, done: t.done.add, onDone: onClose })
  return (
    <NamesForm
      title={field ? t.addClassTo(name) : t.addField}
      first={{ zh: '', en: '', code: '' }}
      hasCode
      submit={t.add}
      act={act}
      onClose={onClose}
      onSend={({ zh, en }, code) => void act.run({ body: { field: field?.code ?? null, code, zh, en } }, { ifMatch: version })}
    />
  )
}

/**
 * New names for one. What another editor does elsewhere does not matter here; a name that was changed meanwhile is not overwritten
 * before this editor was told.
 */
export function RenameForm({ it, version, onClose }: { it: Category; version: number; onClose: () => void }) {
  const t = useWords(categoryWords)
  const act = useAction(calls.renameCategory, { topics, done: t.done.rename, onDone: onClose })
  const [read] = useState({ zh: it.zh, en: it.en, version })
  const isAsRead = it.zh === read.zh && it.en === read.en
  const ifMatch = isAsRead || act.problem?.status === 412 ? version : read.version
  return (
    <NamesForm
      title={t.renameOf(useWords(it))}
      first={{ zh: it.zh, en: it.en, code: '' }}
      hasCode={false}
      submit={t.save}
      act={act}
      onClose={onClose}
      onSend={({ zh, en }) => void act.run({ params: { code: it.code }, body: { zh, en } }, { ifMatch })}
    />
  )
}

type Given = {
  title: string
  first: Typed
  hasCode: boolean
  submit: string
  act: { isRunning: boolean; problem: Problem | null }
  onClose: () => void
  onSend: (typed: Typed, code: string) => void
}

function NamesForm({ title, first, hasCode, submit, act, onClose, onSend }: Given) {
  const t = useWords(categoryWords)
  const [typed, setTyped] = useState(first)
  const [missing, setMissing] = useState<Problem | null>(null)
  const problem = missing ?? act.problem
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const send = (event: React.FormEvent) => {
    event.preventDefault()
    const fields = missingIn(typed, t.missing, hasCode)
    setMissing(fields.length > 0 ? new Problem({ status: 422, code: 'incomplete', detail: '', fields }) : null)
    if (fields.length === 0) onSend({ ...typed, zh: typed.zh.trim(), en: typed.en.trim() }, codeOf(typed))
  }
  return (
    <form className="category-form" aria-label={title} onSubmit={send} noValidate>
      <FormErrors problem={problem} />
      <div className="category-names">
        <FormField name="zh" label={t.zh} problem={problem}>
          {(control) => (
            <Input {...control} autoFocus maxLength={20} value={typed.zh} onChange={({ target }) => type({ zh: target.value })} />
          )}
        </FormField>
        <FormField name="en" label={t.en} problem={problem}>
          {(control) => (
            <Input {...control} lang="en" maxLength={60} value={typed.en} onChange={({ target }) => type({ en: target.value })} />
          )}
        </FormField>
        {hasCode && (
          <FormField name="code" label={t.code} hint={t.codeHint} problem={problem}>
            {(control) => (
              <Input
                {...control}
                lang="en"
                maxLength={30}
                value={typed.code === '' ? codeOf(typed) : typed.code}
                onChange={({ target }) => type({ code: target.value })}
              />
            )}
          </FormField>
        )}
      </div>
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={act.isRunning}>
          {submit}
        </Button>
        <Button onClick={onClose}>{t.cancel}</Button>
      </div>
    </form>
  )
}
