import { Button, Select } from 'antd'
import { useState } from 'react'
import { FormErrors, FormField, Loading, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { ImportKind, Run } from '../contract.ts'
import { calls, topics, useKinds } from './calls.ts'
import { words } from './words.ts'

/** 列对应: which column of the table is what; open where a person has to say it. */
export function MappingPanel({ it }: { it: Run }) {
  const t = useWords(words)
  const kinds = useKinds()
  const kind = kinds.data?.items.find(({ name }) => name === it.kind)
  const mustSay = it.status === 'uploaded'
  const [isOpen, setOpen] = useState(mustSay)
  if (!kind) return <Loading rows={2} />
  const canChange = it.allowed.includes('map')
  return (
    <Panel
      title={t.mapping}
      extra={canChange && !mustSay && <Button onClick={() => setOpen(!isOpen)}>{isOpen ? t.keep : t.change}</Button>}
    >
      {isOpen && canChange ? <MappingForm it={it} kind={kind} /> : <MappingList it={it} kind={kind} />}
    </Panel>
  )
}

function MappingList({ it, kind }: { it: Run; kind: ImportKind }) {
  const t = useWords(words)
  const used = new Set(Object.values(it.mapping))
  const unused = it.headers.filter((header) => !used.has(header))
  return (
    <>
      <ul className="mapping-list">
        {kind.columns.flatMap(({ key, label }) => {
          const header = it.mapping[key]
          if (!header) return []
          return (
            <li key={key}>
              {label === header ? (
                <>
                  {label} <span aria-hidden="true">✓</span>
                </>
              ) : (
                <>
                  {header} → {label}
                </>
              )}
            </li>
          )
        })}
      </ul>
      {unused.length > 0 && <p className="hint">{t.unused(unused.length, unused.join('、'))}</p>}
    </>
  )
}

function MappingForm({ it, kind }: { it: Run; kind: ImportKind }) {
  const t = useWords(words)
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(it.mapping)
  const save = useAction(calls.mapColumns, { topics, isShown: true })
  const set = (key: string, header: string | undefined) => {
    const { [key]: _, ...rest } = mapping
    setMapping(header ? { ...rest, [key]: header } : rest)
  }
  return (
    <form
      className="mapping-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save.run({ params: { id: it.id }, body: { mapping: { ...mapping } } })
      }}
    >
      <p className="hint">{t.mappingLead}</p>
      {save.problem && save.problem.fields.length === 0 && (
        <p className="field-error" role="alert">
          {save.problem.message}
        </p>
      )}
      <FormErrors problem={save.problem} />
      <div className="mapping-fields">
        {kind.columns.map(({ key, label, isRequired }) => (
          <FormField key={key} name={`mapping.${key}`} label={label} isOptional={!isRequired}>
            {(control) => (
              <Select<string>
                {...control}
                allowClear
                placeholder={t.notInTable}
                value={mapping[key] ?? null}
                options={it.headers.map((header) => ({ value: header, label: header }))}
                onChange={(header: string | undefined) => set(key, header)}
              />
            )}
          </FormField>
        ))}
      </div>
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={save.isRunning}>
          {t.checkAgain}
        </Button>
      </div>
    </form>
  )
}
