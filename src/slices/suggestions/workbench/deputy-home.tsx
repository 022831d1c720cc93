import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EmptyState, Failed, Figures, Loading, Panel, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Item } from '../contract.ts'
import { calls, topics, useSummary } from './calls.ts'
import { WriteLink } from './list.tsx'
import { SuggestionStatus, useName } from './status.tsx'
import type { DeputyTurn } from './words.ts'
import { workbenchWords } from './words.ts'
import './suggestions.css'

const LATEST = 5
const MOST = 100

/** First what only this deputy can do, never a feed (product 6.3). */
export default function DeputyHome() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const { name, unitName } = usePerson()
  return (
    <WorkPage title={t.deputyTitle(name)} lead={unitName} actions={<WriteLink />}>
      <Waiting />
      <Mine />
      <Overall />
    </WorkPage>
  )
}

function Waiting() {
  const t = useWords(workbenchWords)
  const turns = useQuery({ queryKey: [...topics, 'turns'], queryFn: () => calls.listTurns({ query: { limit: MOST } }) })
  if (turns.isPending) return <Loading rows={3} />
  if (turns.isError) return <Failed error={turns.error} onRetry={() => void turns.refetch()} />
  const { items, next } = turns.data
  return (
    <Panel title={t.waiting(next ? `${items.length}+` : items.length)}>
      {items.length === 0 ? (
        <p>{t.nothingWaiting}</p>
      ) : (
        <ul className="turns">
          {items.map((it) => (
            <Turn key={it.id} it={it} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Turn({ it }: { it: Item }) {
  const t = useWords(workbenchWords)
  const name = useName()(it)
  const turn = isTurn(it.status, t.turn) ? t.turn[it.status] : undefined
  const isWriting = it.status === 'draft' || it.status === 'returned'
  const facts = [it.unit?.name, it.due?.left].filter(Boolean).join(' · ')
  return (
    <li>
      <div>
        <b>{turn?.what(name) ?? name}</b>
        {facts && <p className="hint">{facts}</p>}
      </div>
      <Link className="link-button" to={isWriting ? `/suggestions/${it.id}/edit` : `/suggestions/${it.id}`}>
        {turn?.act ?? t.seeProgress}
      </Link>
    </li>
  )
}

function isTurn(status: Item['status'], known: object): status is DeputyTurn {
  return status in known
}

function Mine() {
  const t = useWords(workbenchWords)
  const name = useName()
  const mine = useQuery({
    queryKey: [...topics, 'list', 'latest'],
    queryFn: () => calls.listSuggestions({ query: { limit: LATEST } }),
  })
  if (mine.isPending) return <Loading rows={3} />
  if (mine.isError) return <Failed error={mine.error} onRetry={() => void mine.refetch()} />
  const { items } = mine.data
  return (
    <Panel title={t.mine} extra={items.length > 0 && <Link to="/suggestions">{t.seeAll}</Link>}>
      {items.length === 0 ? (
        <EmptyState why={t.noneMine} action={{ label: t.write, href: '/workbench/suggestions/new' }} />
      ) : (
        <ul className="mine">
          {items.map((it) => (
            <li key={it.id}>
              <Link to={`/suggestions/${it.id}`}>{name(it)}</Link>
              <span>
                <SuggestionStatus it={it} /> {it.due?.left}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Overall() {
  const t = useWords(workbenchWords)
  const summary = useSummary()
  if (!summary.data) return null
  const { replied, handedOver, replyRate } = summary.data
  return (
    <Panel title={t.overall} extra={<a href="/suggestions">{t.openPublic}</a>}>
      <Figures items={[{ label: t.figure.handled, value: replied, of: handedOver, note: `${replyRate} · ${t.overallNote}` }]} />
    </Panel>
  )
}
