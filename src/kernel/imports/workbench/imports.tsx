import { useNavigate } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { beijingMoment } from '#lib/pure/moment.ts'
import type { QueueColumn } from '#workbench/kit.ts'
import {
  Failed,
  FileChoice,
  FormErrors,
  FormField,
  Loading,
  Panel,
  QueueTable,
  WorkPage,
  addressOf,
  useAction,
  useLive,
  useLocale,
  useWords,
} from '#workbench/kit.ts'
import type { ImportKind, Run } from '../contract.ts'
import { calls, templatePath, topics, useKinds } from './calls.ts'
import { pageWords } from './page-words.ts'
import { RunStatusTag } from './status.tsx'
import { words } from './words.ts'
import './imports.css'

/** 导入: begin one, and what was imported before. */
export default function Imports() {
  const t = useWords(words)
  const title = useWords(pageWords).imports
  const locale = useLocale()
  useLive(topics)
  return (
    <WorkPage title={title} lead={t.lead}>
      <NewImport />
      <QueueTable
        queryKey={['imports', 'list', locale]}
        load={(_, cursor) => calls.listImports({ query: cursor ? { cursor } : {} })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ fileName }) => fileName}
        hrefOf={({ id }) => `/imports/${id}`}
        caption={t.earlier}
        empty={{ why: t.none }}
      />
    </WorkPage>
  )
}

function useColumns(): QueueColumn<Run>[] {
  const t = useWords(words)
  return [
    { key: 'file', head: t.file, isName: true, cell: ({ fileName }) => fileName },
    { key: 'kind', head: t.kind, cell: ({ title }) => title },
    { key: 'state', head: t.state, cell: (it) => <RunStatusTag it={it} /> },
    {
      key: 'rows',
      head: t.rows,
      align: 'end',
      cell: ({ counts }) => (counts.imported > 0 ? t.rowsOf(counts.imported, counts.bad) : t.rowsChecked(counts.total)),
    },
    { key: 'who', head: t.who, cell: ({ startedBy }) => startedBy },
    { key: 'when', head: t.when, cell: ({ createdAt }) => beijingMoment(createdAt) },
  ]
}

function NewImport() {
  const t = useWords(words)
  const kinds = useKinds()
  if (kinds.isPending) return <Loading rows={3} />
  if (kinds.isError) return <Failed error={kinds.error} onRetry={() => void kinds.refetch()} />
  return (
    <Panel title={t.newImport} isScreenOnly>
      <StartForm kinds={kinds.data.items} />
    </Panel>
  )
}

const MOST_BYTES = 20 * 1024 * 1024

function StartForm({ kinds }: { kinds: readonly ImportKind[] }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const [name, setName] = useState(kinds[0]?.name ?? '')
  const [file, setFile] = useState<File | null>(null)
  const begin = useAction(startWith, {
    topics,
    isShown: true,
    onDone: ({ id }) => void navigate({ to: `/imports/${id}` }),
  })
  const kind = kinds.find((it) => it.name === name)
  const isTooLarge = file !== null && file.size > MOST_BYTES
  return (
    <form
      className="import-start"
      onSubmit={(event) => {
        event.preventDefault()
        if (file && !isTooLarge) void begin.run({ kind: name, file })
      }}
    >
      <FormErrors problem={begin.problem} />
      <fieldset className="import-kinds">
        <legend>{t.what}</legend>
        <Radio.Group value={name} onChange={({ target }) => setName(String(target.value))}>
          {kinds.map((it) => (
            <Radio key={it.name} value={it.name}>
              {it.title}
            </Radio>
          ))}
        </Radio.Group>
        {kind && (
          <p className="hint">
            {kind.lead}{' '}
            <a href={addressOf(templatePath, { params: { name: kind.name } })} download>
              {t.template}
            </a>
          </p>
        )}
      </fieldset>
      <FormField name="file" label={t.choose} hint={isTooLarge ? t.tooLarge : t.nothingWritten}>
        {(control) => (
          <FileChoice
            id={control.id}
            describedBy={control['aria-describedby']}
            accept=".xlsx,.csv"
            label={t.browse}
            onChoose={([one = null]) => setFile(one)}
          >
            <span>{file?.name ?? t.noneChosen}</span>
          </FileChoice>
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" htmlType="submit" disabled={!file || isTooLarge} loading={begin.isRunning}>
          {begin.isRunning ? t.uploading : t.upload}
        </Button>
      </div>
    </form>
  )
}

async function startWith({ kind, file }: { kind: string; file: File }): Promise<Run> {
  const { id: fileId } = await calls.uploadFile({ query: { purpose: 'table' }, body: file })
  return calls.startImport({ body: { kind, fileId } })
}
