import type { MarkKind } from '#lib/pure/status-mark.ts'
import { Figures, StatusTag, useWords } from '#workbench/kit.ts'
import type { Progress } from '../contract.ts'
import type { Status as EventState } from '../events/contract.ts'
import type { Item as Guidance } from '../guidance/contract.ts'
import type { Status as OutcomeState, Visit } from '../outcomes/contract.ts'
import type { Status as TopicState } from '../topics/contract.ts'
import { words } from '../words.ts'
import { workbenchWords } from './words.ts'

const topicMarks: Readonly<Record<TopicState, MarkKind>> = {
  proposed: 'idle',
  compiled: 'near',
  decided: 'attention',
  in_progress: 'normal',
  concluded: 'done',
  dropped: 'notAdopted',
}

export function TopicStatus({ status }: { status: TopicState }) {
  return <StatusTag kind={topicMarks[status]} word={useWords(words).topicStatus[status]} />
}

const eventMarks: Readonly<Record<EventState, MarkKind>> = { planned: 'normal', held: 'done', cancelled: 'notAdopted' }

export function EventStatus({ status }: { status: EventState }) {
  return <StatusTag kind={eventMarks[status]} word={useWords(words).eventStatus[status]} />
}

export function GuidanceStatus({ it }: { it: Guidance }) {
  const t = useWords(workbenchWords)
  const word = useWords(words).guidanceStatus[it.status]
  if (it.isOverdue) return <StatusTag kind="late" word={t.overdue(word)} />
  return <StatusTag kind={it.status === 'answered' ? 'done' : it.status === 'issued' ? 'idle' : 'normal'} word={word} />
}

export function OutcomeStatus({ status }: { status: OutcomeState }) {
  return <StatusTag kind={status === 'published' ? 'done' : 'idle'} word={useWords(words).outcomeStatus[status]} />
}

export function VisitStatus({ it }: { it: Visit }) {
  const t = useWords(workbenchWords)
  if (it.status === 'made') return <StatusTag kind="done" word={t.visitMade} />
  return it.isOverdue ? <StatusTag kind="late" word={t.overdue(t.visitDue)} /> : <StatusTag kind="normal" word={t.visitDue} />
}

/** How far the suggestions of a group have come, counted from them; `href` opens their list. */
export function ProgressFigures({ progress, href }: { progress: Progress; href: string }) {
  const t = useWords(workbenchWords)
  const { members, handedOver, answered } = progress
  return (
    <Figures
      items={[
        { label: t.members, value: members, href },
        { label: t.answered, value: answered, of: handedOver, note: t.answeredNote, href },
      ]}
    />
  )
}
