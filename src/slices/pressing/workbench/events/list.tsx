import { Link } from '@tanstack/react-router'
import { QueueTable, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Filters } from '#workbench/kit.ts'
import type { Item, Status } from '../../events/contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { EventStatus } from '../status.tsx'
import { PartTabs } from '../tabs.tsx'
import { workbenchWords } from '../words.ts'

/** “面对面”活动, planned and held. */
export default function EventList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  const { roles } = usePerson()
  const mayArrange = roles.includes('deputies_affairs') || roles.includes('special_committee')
  return (
    <WorkPage
      title={p.events}
      lead={t.eventsLead}
      actions={
        mayArrange && (
          <Link className="link-button is-primary" to="/pressing/events/new">
            ＋ {p.newEvent}
          </Link>
        )
      }
    >
      <PartTabs current="events" />
      <QueueTable<Item>
        queryKey={[...topics, 'events']}
        load={(now, cursor) => calls.listFaceToFace({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={[
          { key: 'theme', head: t.theme, isName: true, cell: ({ theme }) => theme },
          { key: 'day', head: t.day, cell: ({ heldOn }) => <span className="one-line">{heldOn}</span> },
          { key: 'place', head: t.place, cell: ({ place }) => place },
          { key: 'who', head: t.who, cell: (it) => t.present(it.deputies, it.units.length, it.residents) },
          { key: 'suggestions', head: t.members, cell: ({ suggestions }) => suggestions },
          { key: 'status', head: t.status, cell: ({ status }) => <EventStatus status={status} /> },
        ]}
        rowKey={({ id }) => id}
        rowName={({ theme }) => theme}
        hrefOf={({ id }) => `/pressing/events/${id}`}
        caption={p.events}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t.status,
            options: Object.entries(w.eventStatus).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ why: t.noEvents }}
      />
    </WorkPage>
  )
}

function asked({ status }: Filters) {
  return { ...(status && { status: status as Status }) }
}
