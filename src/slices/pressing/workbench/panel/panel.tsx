import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Panel, useLive, useWords } from '#workbench/kit.ts'
import type { CasePressing } from '../../case/contract.ts'
import { calls, topics, useToday } from '../calls.ts'
import { Acts } from '../acts.tsx'
import { EventStatus, TopicStatus } from '../status.tsx'
import { workbenchWords } from '../words.ts'
import { caseActs } from './acts.ts'
import { GuidanceNotes } from './guidance.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import { Visits } from './visits.tsx'
import '../pressing.css'

/** 督办与成果 on the page of the suggestion `id`: what presses for it, what came of it, what I can do. Nothing where there is neither. */
export default function PressingPanel({ id }: { id: string }) {
  useLive(topics)
  const t = useWords(workbenchWords)
  const today = useToday()
  const query = useQuery({ queryKey: [...topics, 'case', id], queryFn: () => calls.getPressing({ params: { id } }) })
  const it = query.data
  if (!it) return null
  const isPressed = it.topics.length + it.events.length + it.guidance.length > 0 || it.plan !== null
  const hasOutcome = it.outcomes.length + it.visits.length > 0
  if (!isPressed && !hasOutcome && it.allowed.length === 0) return null
  return (
    <>
      {hasOutcome && (
        <Panel title={t.outcomeCard}>
          <OutcomeCard it={it} />
          <Visits it={it} />
        </Panel>
      )}
      {(isPressed || it.allowed.length > 0) && (
        <Panel title={t.pressing}>
          {isPressed ? <Pressed it={it} /> : <p className="hint">{t.notPressed}</p>}
          {it.allowed.includes('recordOutcome') && (
            <div className="action-bar">
              <Link className="link-button" to={`/pressing/outcomes/new?suggestionId=${id}`}>
                {t.act.recordOutcome}
              </Link>
            </div>
          )}
          <Acts subject={id} allowed={it.allowed} acts={caseActs(t, id, today)} />
        </Panel>
      )}
    </>
  )
}

function Pressed({ it }: { it: CasePressing }) {
  const t = useWords(workbenchWords)
  return (
    <ul className="members">
      {it.topics.map((topic) => (
        <li key={topic.id}>
          <div>
            <b>{t.keyTopic}</b> <Link to={`/pressing/topics/${topic.id}`}>{topic.title}</Link>
            <p className="hint">{`${topic.leadCommittee.name} · ${topic.leaderName}`}</p>
          </div>
          <TopicStatus status={topic.status} />
        </li>
      ))}
      {it.plan && (
        <li>
          <div>
            <b>{t.planOf}</b> <Link to={`/pressing/plans/${it.plan.id}`}>{it.plan.title}</Link>
            <p className="hint">{t.planMembers(it.plan.unit.name, it.plan.progress.members)}</p>
          </div>
        </li>
      )}
      {it.events.map((event) => (
        <li key={event.id}>
          <div>
            <b>{t.faceToFace}</b> <Link to={`/pressing/events/${event.id}`}>{event.theme}</Link>
            <p className="hint">{`${event.heldOn} · ${event.place} · ${t.present(event.deputies, event.units.length, event.residents)}`}</p>
            {event.result && <p>{t.result(event.result)}</p>}
          </div>
          <EventStatus status={event.status} />
        </li>
      ))}
      <GuidanceNotes items={it.guidance} />
    </ul>
  )
}
