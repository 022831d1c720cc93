import { QueueTable, useLive, useWords, WorkPage } from '#workbench/kit.ts'
import type { Filters } from '#workbench/kit.ts'
import type { Item } from '../guidance/contract.ts'
import { calls, topics } from './calls.ts'
import { pageWords } from './page-words.ts'
import { GuidanceStatus } from './status.tsx'
import { PartTabs } from './tabs.tsx'
import { workbenchWords } from './words.ts'

/** 督办指导意见: what units are to receive and answer; each is acted on at the page of its suggestion. */
export default function GuidanceList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  return (
    <WorkPage title={p.guidance} lead={t.guidanceLead}>
      <PartTabs current="guidance" />
      <QueueTable<Item>
        queryKey={[...topics, 'guidance']}
        load={(now, cursor) => calls.listGuidance({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={[
          { key: 'suggestion', head: t.suggestion, isName: true, cell: ({ suggestion }) => suggestion.title },
          { key: 'unit', head: t.unit, cell: ({ unit }) => unit.name },
          { key: 'text', head: t.guidanceText, cell: ({ text }) => text },
          { key: 'due', head: t.answerBy, cell: ({ dueOn }) => <span className="one-line">{dueOn}</span> },
          { key: 'status', head: t.status, cell: (it) => <GuidanceStatus it={it} /> },
        ]}
        rowKey={({ id }) => id}
        rowName={({ suggestion }) => suggestion.title}
        hrefOf={({ suggestion }) => `/suggestions/${suggestion.id}`}
        caption={p.guidance}
        filters={[{ kind: 'select', name: 'open', label: t.status, options: [{ value: 'yes', label: t.openGuidance }] }]}
        empty={{ why: t.noGuidance }}
      />
    </WorkPage>
  )
}

function asked({ open }: Filters): { open?: 'yes' } {
  return open === 'yes' ? { open } : {}
}
