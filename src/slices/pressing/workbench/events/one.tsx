import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { DetailPage, Facts, Failed, Loading, Panel, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../events/contract.ts'
import { Acts, type Act } from '../acts.tsx'
import { EventFiles } from '../attached.tsx'
import { calls, topics } from '../calls.ts'
import { LinkedFacts } from '../members.tsx'
import { pageWords } from '../page-words.ts'
import { textOf } from '../questions.ts'
import { EventStatus } from '../status.tsx'
import { workbenchWords } from '../words.ts'
import { holdBody, holdQuestions } from './questions.ts'
import '../pressing.css'

/** One face-to-face event: who met where over what, what was said, what came of each suggestion. */
export default function EventPage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'event', id], queryFn: () => calls.getFaceToFace({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Meeting key={id} it={query.data} />
}

function Meeting({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  return (
    <DetailPage
      title={it.theme}
      status={<EventStatus status={it.status} />}
      backTo="/pressing/events"
      backLabel={p.events}
      actions={
        it.allowed.includes('edit') && (
          <Link className="link-button" to={`/pressing/events/${it.id}/edit`}>
            {p.editEvent}
          </Link>
        )
      }
    >
      <Acts subject={it.id} allowed={it.allowed} acts={eventActs(t, it)} />
      <Panel title={t.about}>
        <Facts
          items={[
            { term: t.day, value: it.heldOn },
            { term: t.place, value: it.place },
            { term: t.siteView, value: it.siteView },
            { term: t.guestUnits, value: it.units.map((unit) => unit.name).join('、') },
            { term: t.deputies, value: it.deputies.map((deputy) => deputy.name).join('、') },
            { term: t.residents, value: it.status === 'held' ? it.residents : null },
            { term: t.cancelReason, value: it.cancelReason },
          ]}
        />
      </Panel>
      <Talked it={it} />
      {it.said && (
        <Panel title={t.said}>
          <p className="long-text">{it.said}</p>
        </Panel>
      )}
      <EventFiles id={it.id} />
      {it.minutes && (
        <Panel title={t.minutes}>
          <p className="long-text">{it.minutes}</p>
        </Panel>
      )}
    </DetailPage>
  )
}

function Talked({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  if (it.suggestions.length === 0) return null
  return (
    <Panel title={t.membersTitle(it.suggestions.length)}>
      <ul className="members">
        {it.suggestions.map(({ suggestion, result }) => (
          <li key={suggestion.id}>
            <div>
              <Link to={`/suggestions/${suggestion.id}`}>{suggestion.title}</Link>
              <LinkedFacts it={suggestion} />
              {result && <p>{t.result(result)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function eventActs(t: typeof workbenchWords.zh, it: Detail): Act[] {
  const params = { id: it.id }
  return [
    {
      name: 'hold',
      label: t.act.hold,
      done: t.done.held,
      effect: t.holdEffect,
      questions: holdQuestions(t, it),
      send: (values, options) => calls.holdFaceToFace({ params, body: holdBody(values, it) }, options),
    },
    {
      name: 'cancel',
      label: t.act.cancel,
      done: t.done.cancelled,
      effect: t.cancelEffect,
      isDanger: true,
      questions: [{ name: 'reason', kind: 'text', label: t.cancelReason, most: 500 }],
      send: (values, options) => calls.cancelFaceToFace({ params, body: { reason: textOf(values, 'reason') } }, options),
    },
  ]
}
