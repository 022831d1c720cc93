import { Link } from '@tanstack/react-router'
import { QueueTable, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Filters } from '#workbench/kit.ts'
import type { Item, Kind, Status } from '../../outcomes/contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { OutcomeStatus } from '../status.tsx'
import { PartTabs } from '../tabs.tsx'
import { workbenchWords } from '../words.ts'
import { ChangeLine } from './change.tsx'

/** 成果: what came of suggestions. */
export default function OutcomeList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  const { roles } = usePerson()
  const mayRecord = roles.includes('deputies_affairs') || roles.includes('handling_unit')
  return (
    <WorkPage
      title={p.outcomes}
      lead={t.outcomesLead}
      actions={
        mayRecord && (
          <Link className="link-button is-primary" to="/pressing/outcomes/new">
            ＋ {p.newOutcome}
          </Link>
        )
      }
    >
      <PartTabs current="outcomes" />
      <QueueTable<Item>
        queryKey={[...topics, 'outcomes']}
        load={(now, cursor) => calls.listOutcomes({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={[
          { key: 'title', head: p.outcome, isName: true, cell: ({ title }) => title },
          { key: 'kind', head: t.kind, cell: ({ kind }) => <span className="one-line">{w.kind[kind]}</span> },
          { key: 'figures', head: t.figures, cell: (it) => <ChangeLine it={it} /> },
          { key: 'day', head: t.achievedOn, cell: ({ achievedOn }) => <span className="one-line">{achievedOn}</span> },
          { key: 'status', head: t.status, cell: ({ status }) => <OutcomeStatus status={status} /> },
        ]}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        hrefOf={({ id }) => `/pressing/outcomes/${id}`}
        caption={p.outcomes}
        filters={[
          { kind: 'select', name: 'kind', label: t.kind, options: optionsOf(w.kind) },
          { kind: 'select', name: 'status', label: t.status, options: optionsOf(w.outcomeStatus) },
        ]}
        empty={{ why: t.noOutcomes }}
      />
    </WorkPage>
  )
}

function asked({ kind, status }: Filters) {
  return { ...(kind && { kind: kind as Kind }), ...(status && { status: status as Status }) }
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
