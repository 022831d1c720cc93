import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useRef } from 'react'
import { beijingMoment } from '#lib/pure/moment.ts'
import { Icon, useAction, useLive, useWords } from '#workbench/kit.ts'
import { calls, topics, useUnreadCount } from './calls.ts'
import { NoticeLink } from './notice-link.tsx'
import { noticeWords } from './notice-words.ts'
import './notices.css'

const SHOWN = 6
/** The server stops counting here (contract). */
const MOST_COUNTED = 100

/** 通知 in the top bar: how many are unread, the newest of them, and the way to all; it hears of new ones as they come. */
export default function Bell() {
  useLive(topics)
  const t = useWords(noticeWords)
  const count = useUnreadCount()
  const box = useRef<HTMLDetailsElement>(null)
  const place = useRouterState({ select: ({ location }) => location.href })
  const close = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.open) return
    box.current.open = false
    box.current.querySelector('summary')?.focus()
  }
  return (
    <details className="account bell" key={place} ref={box} onKeyDown={close}>
      <summary className="tool" aria-label={`${t.bell}，${count > 0 ? t.unread(count) : t.noneUnread}`}>
        <Icon name="bell" />
        <span>{t.bell}</span>
        {count > 0 && <b className="bell-count">{count >= MOST_COUNTED ? t.many : count}</b>}
      </summary>
      <div className="account-menu bell-menu">
        <Newest />
        <Link className="bell-all" to="/notices">
          {t.seeAll}
        </Link>
      </div>
    </details>
  )
}

function Newest() {
  const t = useWords(noticeWords)
  const list = useQuery({
    queryKey: [...topics, 'newest'],
    queryFn: () => calls.listNotices({ query: { limit: SHOWN, unread: 'true' } }),
  })
  const readAll = useAction(calls.markAllNoticesRead, { topics, done: ({ read }) => t.markedAll(read) })
  const items = list.data?.items ?? []
  const [first] = items
  if (!first) return <p>{t.noneNow}</p>
  return (
    <>
      <ul className="bell-list">
        {items.map((it) => (
          <li key={it.id}>
            <NoticeLink it={it} />
            <p className="hint">{beijingMoment(it.at)}</p>
          </li>
        ))}
      </ul>
      <Button block loading={readAll.isRunning} onClick={() => void readAll.run({ body: { upTo: first.id } })}>
        {t.markAll}
      </Button>
    </>
  )
}
