import { Link } from '@tanstack/react-router'
import { Figures, QueueTable, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Filters } from '#workbench/kit.ts'
import type { Item, Status } from '../../topics/contract.ts'
import { words } from '../../words.ts'
import { calls, topics, useSummary } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { TopicStatus } from '../status.tsx'
import { PartTabs } from '../tabs.tsx'
import { workbenchWords } from '../words.ts'

const offices = ['special_committee', 'deputies_affairs', 'supervision_office', 'leader'] as const

/** 重点督办: what was proposed, decided and pressed for, with how far its suggestions have come. */
export default function TopicList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  const { roles } = usePerson()
  return (
    <WorkPage
      title={p.topics}
      lead={t.topicsLead}
      actions={
        roles.includes('special_committee') && (
          <Link className="link-button is-primary" to="/pressing/topics/new">
            ＋ {p.newTopic}
          </Link>
        )
      }
    >
      <PartTabs current="topics" />
      {offices.some((role) => roles.includes(role)) && <PressingFigures />}
      <QueueTable<Item>
        queryKey={[...topics, 'topics']}
        load={(now, cursor) => calls.listTopics({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={[
          { key: 'title', head: t.topic, isName: true, cell: ({ title }) => title },
          { key: 'committee', head: t.leadCommittee, cell: ({ leadCommittee }) => leadCommittee.name },
          { key: 'leader', head: t.leader, cell: ({ leaderName }) => <span className="one-line">{leaderName}</span> },
          { key: 'units', head: t.units, cell: ({ units }) => units.map((it) => it.name).join('、') || t.none },
          { key: 'answered', head: t.answeredOf, cell: ({ progress }) => `${progress.answered}/${progress.handedOver}` },
          { key: 'status', head: t.status, cell: ({ status }) => <TopicStatus status={status} /> },
        ]}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        hrefOf={({ id }) => `/pressing/topics/${id}`}
        caption={p.topics}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t.status,
            options: Object.entries(w.topicStatus).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ why: t.noTopics }}
      />
    </WorkPage>
  )
}

/** The figures of the part; each opens the list it was counted from. */
function PressingFigures() {
  const t = useWords(workbenchWords)
  const it = useSummary().data
  if (!it) return null
  const at = '/workbench/pressing'
  const { decided, in_progress: inProgress, concluded } = it.topics
  return (
    <Figures
      items={[
        {
          label: t.figure.inProgress,
          value: inProgress,
          of: decided + inProgress + concluded,
          href: `${at}/topics?status=in_progress`,
        },
        { label: t.figure.compiled, value: it.topics.compiled, href: `${at}/topics?status=compiled` },
        { label: t.figure.events, value: it.eventsHeld, href: `${at}/events?status=held` },
        { label: t.figure.guidance, value: it.guidanceOpen, href: `${at}/guidance?open=yes` },
        { label: t.figure.measures, value: it.measures, href: `${at}/outcomes?kind=policy_output` },
        { label: t.figure.visits, value: it.visitsDue, note: t.overdueNote(it.visitsOverdue), href: `${at}/visits?status=due` },
      ]}
    />
  )
}

/** Only what the operation knows: an address may carry anything. */
function asked({ status }: Filters) {
  return { ...(status && { status: status as Status }) }
}
