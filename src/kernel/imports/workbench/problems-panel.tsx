import { Button } from 'antd'
import type { QueueColumn } from '#workbench/kit.ts'
import { addressOf, Panel, QueueTable, useAction, useWords } from '#workbench/kit.ts'
import type { ProblemLine, Run } from '../contract.ts'
import { annotatedPath, calls, topics } from './calls.ts'
import { words } from './words.ts'

/** What is wrong, row by row, in the words of the table; names that a person recognises are settled here. */
export function ProblemsPanel({ it }: { it: Run }) {
  const t = useWords(words)
  return (
    <Panel
      title={t.problems}
      extra={
        it.counts.pending === 0 && (
          <Button href={addressOf(annotatedPath, { params: { id: it.id } })} download>
            {t.annotated}
          </Button>
        )
      }
    >
      <QueueTable
        queryKey={['imports', 'problems', it.id, String(it.counts.bad)]}
        load={(_, cursor) =>
          calls.listImportProblems({ params: { id: it.id }, query: { limit: 50, ...(cursor && { cursor: Number(cursor) }) } })
        }
        columns={useColumns(it)}
        rowKey={(line) => `${line.row} ${line.column} ${line.written} ${line.sentence}`}
        rowName={({ row }) => t.rowNumber(row)}
        caption={it.allowed.includes('name') ? t.problemsLead : t.problemsLater}
        empty={{ why: t.allGood }}
      />
    </Panel>
  )
}

function useColumns(it: Run): QueueColumn<ProblemLine>[] {
  const t = useWords(words)
  return [
    { key: 'row', head: t.row, isName: true, cell: ({ row }) => t.rowNumber(row) },
    { key: 'column', head: t.column, cell: ({ header }) => header?.replaceAll('_', ' ') ?? t.wholeRow },
    { key: 'written', head: t.written, cell: ({ written }) => (written === '' ? t.nothing : `“${written}”`) },
    { key: 'problem', head: t.problem, cell: (line) => <ProblemCell it={it} line={line} /> },
  ]
}

function ProblemCell({ it, line }: { it: Run; line: ProblemLine }) {
  const { sentence, name } = line
  return (
    <>
      <span>{sentence}</span>
      {name && it.allowed.includes('name') && (
        <span className="name-choices">
          {name.candidates.map((one) => (
            <NameChoice key={one.id} it={it} line={line} candidate={one} />
          ))}
        </span>
      )}
    </>
  )
}

function NameChoice({ it, line, candidate }: { it: Run; line: ProblemLine; candidate: { id: string; name: string } }) {
  const t = useWords(words)
  const choose = useAction(calls.chooseName, { topics })
  const remember = useAction(calls.chooseName, { topics, done: t.remembered })
  const { row, same, name } = line
  if (!name) return null
  const body = { kind: name.kind, written: name.written, id: candidate.id }
  return (
    <span className="name-choice">
      {name.candidates.length > 1 && <b>{candidate.name}</b>}
      <Button
        aria-label={t.takeHere(candidate.name)}
        loading={choose.isRunning}
        onClick={() => void choose.run({ params: { id: it.id }, body: { ...body, row } })}
      >
        {t.takeThis}
      </Button>
      <Button
        aria-label={t.takeAllName(candidate.name, same)}
        loading={remember.isRunning}
        onClick={() => void remember.run({ params: { id: it.id }, body })}
      >
        {same > 1 ? t.takeAll(same) : t.remembered}
      </Button>
    </span>
  )
}
