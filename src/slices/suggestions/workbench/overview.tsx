import { Link } from '@tanstack/react-router'
import type { Item } from '../contract.ts'
import { QueueTable, useLive, useWords, WorkPage } from '#workbench/kit.ts'
import { calls, topics } from './calls.ts'
import { useColumns } from './list.tsx'
import { pageWords } from './page-words.ts'
import { useName } from './status.tsx'
import { SummaryFigures } from './summary-figures.tsx'
import { workbenchWords } from './words.ts'
import './suggestions.css'

/** For the offices that look and do not act: the figures and the latest suggestions. */
export default function Overview() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const name = useName()
  return (
    <WorkPage
      title={useWords(pageWords).overview}
      lead={t.deskLead.office}
      actions={
        <Link className="link-button" to="/suggestions">
          {t.seeList}
        </Link>
      }
    >
      <SummaryFigures show={['submitted', 'assigned', 'accepted', 'replied', 'closed']} />
      <QueueTable<Item>
        queryKey={[...topics, 'list', 'all']}
        load={(_, cursor) => calls.listSuggestions({ query: { ...(cursor && { cursor }) } })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={name}
        hrefOf={({ id }) => `/suggestions/${id}`}
        caption={t.listCaption}
        empty={{ why: t.listEmpty }}
      />
    </WorkPage>
  )
}
