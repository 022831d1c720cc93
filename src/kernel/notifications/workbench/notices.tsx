import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { beijingMoment } from '#lib/pure/moment.ts'
import type { QueueColumn } from '#workbench/kit.ts'
import { QueueTable, StatusTag, useAction, useLive, useWords, WorkPage } from '#workbench/kit.ts'
import type { Notice } from '../contract.ts'
import { calls, topics, useUnreadCount } from './calls.ts'
import { NoticeLink } from './notice-link.tsx'
import { noticeWords } from './notice-words.ts'
import { pageWords } from './page-words.ts'
import './notices.css'

/** 通知: what concerns me, each with its reason and the way to its case. */
export default function Notices() {
  useLive(topics)
  const t = useWords(noticeWords)
  const title = useWords(pageWords).notices
  return (
    <WorkPage title={title} lead={t.lead} actions={<ReadAll />}>
      <QueueTable
        queryKey={[...topics, 'list']}
        load={({ unread }, cursor) =>
          calls.listNotices({ query: { ...(unread === 'true' && { unread }), ...(cursor && { cursor }) } })
        }
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ text }) => text}
        caption={t.list}
        filters={[{ kind: 'select', name: 'unread', label: t.onlyUnread, options: [{ value: 'true', label: t.unreadOnly }] }]}
        empty={{ why: t.none, action: { label: t.settings, href: '/workbench/account' } }}
      />
    </WorkPage>
  )
}

/** Marks what is on this page, so that one that arrives meanwhile stays unread. */
function ReadAll() {
  const t = useWords(noticeWords)
  const count = useUnreadCount()
  const newest = useQuery({ queryKey: [...topics, 'first'], queryFn: () => calls.listNotices({ query: { limit: 1 } }) })
  const act = useAction(calls.markAllNoticesRead, { topics, done: ({ read }) => t.markedAll(read) })
  const upTo = newest.data?.items[0]?.id
  if (count === 0 || !upTo) return null
  return (
    <div className="action-bar">
      <Button loading={act.isRunning} onClick={() => void act.run({ body: { upTo } })}>
        {t.markAll}
      </Button>
    </div>
  )
}

function useColumns(): QueueColumn<Notice>[] {
  const t = useWords(noticeWords)
  return [
    {
      key: 'text',
      head: t.bell,
      isName: true,
      cell: (it) => (
        <div>
          <NoticeLink it={it} />
          <p className="hint notice-why">{it.why}</p>
        </div>
      ),
    },
    { key: 'at', head: t.at, cell: ({ at }) => beijingMoment(at) },
    { key: 'state', head: t.onlyUnread, cell: (it) => <ReadState it={it} /> },
  ]
}

function ReadState({ it }: { it: Notice }) {
  const t = useWords(noticeWords)
  const act = useAction(calls.markNoticeRead, { topics })
  if (it.isRead) return t.isRead
  return (
    <span className="notice-state">
      <StatusTag kind="normal" word={t.isUnread} plain />
      <Button
        aria-label={t.markReadName(it.text)}
        loading={act.isRunning}
        onClick={() => void act.run({ params: { id: it.id } })}
      >
        {t.markRead}
      </Button>
    </span>
  )
}
