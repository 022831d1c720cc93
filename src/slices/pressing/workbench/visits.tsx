import { QueueTable, useLive, useWords, WorkPage } from '#workbench/kit.ts'
import type { Filters } from '#workbench/kit.ts'
import type { Visit, VisitStatus as State } from '../outcomes/contract.ts'
import { calls, topics } from './calls.ts'
import { pageWords } from './page-words.ts'
import { VisitStatus } from './status.tsx'
import { PartTabs } from './tabs.tsx'
import { workbenchWords } from './words.ts'

/** 回访: where somebody goes back to the residents, by when, and what they thought. */
export default function VisitList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  return (
    <WorkPage title={p.visits} lead={t.visitsLead}>
      <PartTabs current="visits" />
      <QueueTable<Visit>
        queryKey={[...topics, 'visits']}
        load={(now, cursor) => calls.listVisits({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={[
          { key: 'suggestion', head: t.suggestion, isName: true, cell: ({ suggestion }) => suggestion.title },
          { key: 'unit', head: t.unit, cell: ({ unit }) => unit?.name ?? t.none },
          { key: 'due', head: t.visitBy, cell: ({ dueOn }) => <span className="one-line">{dueOn}</span> },
          { key: 'made', head: t.visitedOn, cell: ({ visitedOn }) => <span className="one-line">{visitedOn ?? t.none}</span> },
          { key: 'content', head: t.residentsContent, cell: ({ residents }) => (residents ? t.contentOf(residents) : t.none) },
          { key: 'status', head: t.status, cell: (it) => <VisitStatus it={it} /> },
        ]}
        rowKey={({ id }) => id}
        rowName={({ suggestion }) => suggestion.title}
        hrefOf={({ suggestion }) => `/suggestions/${suggestion.id}`}
        caption={p.visits}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t.status,
            options: [
              { value: 'due', label: t.visitDue },
              { value: 'made', label: t.visitMade },
            ],
          },
          { kind: 'select', name: 'overdue', label: t.visitBy, options: [{ value: 'yes', label: t.overdueOnly }] },
        ]}
        empty={{ why: t.noVisits }}
      />
    </WorkPage>
  )
}

function asked({ status, overdue }: Filters): { status?: State; overdue?: 'yes' } {
  return { ...(status && { status: status as State }), ...(overdue === 'yes' && { overdue }) }
}
