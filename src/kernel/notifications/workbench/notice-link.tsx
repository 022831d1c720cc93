import { Link } from '@tanstack/react-router'
import { useAction } from '#workbench/kit.ts'
import type { Notice } from '../contract.ts'
import { calls, pathBelow, topics } from './calls.ts'

/** The text of a notice, which opens its case and counts as read then. */
export function NoticeLink({ it }: { it: Notice }) {
  const read = useAction(calls.markNoticeRead, { topics, isShown: true })
  const opened = () => {
    if (!it.isRead) void read.run({ params: { id: it.id } })
  }
  const path = pathBelow(it.link)
  return path ? (
    <Link to={path} onClick={opened}>
      {it.text}
    </Link>
  ) : (
    <a href={it.link} onClick={opened}>
      {it.text}
    </a>
  )
}
