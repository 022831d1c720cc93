import type { Filters } from '#workbench/kit.ts'
import { QueueTable, useLive, useWords, WorkPage } from '#workbench/kit.ts'
import type { Item } from '../../enquiries/contract.ts'
import { words } from '../../words.ts'
import { topics } from '../calls.ts'
import { PartTabs } from '../tabs.tsx'
import { workbenchWords } from '../words.ts'
import { enquiryCalls } from './acts.ts'
import { EnquiryStatus } from './panel.tsx'
import { enquiryWords } from './words.ts'

/** What deputies ask of units; each is acted on at the page of its suggestion. */
export default function EnquiryList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const e = useWords(enquiryWords)
  const w = useWords(words)
  return (
    <WorkPage title={e.title} lead={e.lead}>
      <PartTabs current="enquiries" />
      <QueueTable<Item>
        queryKey={[...topics, 'enquiries']}
        load={(now, cursor) => enquiryCalls.listEnquiries({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={[
          { key: 'suggestion', head: t.suggestion, isName: true, cell: ({ suggestion }) => suggestion.title },
          { key: 'kind', head: t.kind, cell: ({ kind }) => <span className="one-line">{w.enquiryKind[kind]}</span> },
          { key: 'text', head: e.what, cell: ({ text }) => text },
          { key: 'unit', head: t.unit, cell: ({ unit }) => unit.name },
          { key: 'wanted', head: e.wanted, cell: ({ wantedOn }) => <span className="one-line">{wantedOn ?? t.none}</span> },
          { key: 'status', head: t.status, cell: (it) => <EnquiryStatus it={it} /> },
        ]}
        rowKey={({ id }) => id}
        rowName={({ suggestion }) => suggestion.title}
        hrefOf={({ suggestion }) => `/suggestions/${suggestion.id}`}
        caption={e.title}
        filters={[{ kind: 'select', name: 'open', label: t.status, options: [{ value: 'yes', label: e.openOnly }] }]}
        empty={{ why: e.noneListed }}
      />
    </WorkPage>
  )
}

function asked({ open }: Filters): { open?: 'yes' } {
  return open === 'yes' ? { open } : {}
}
