import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EmptyState, Failed, Figures, Loading, Panel, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Item } from '../contract.ts'
import { actWords } from './act-words.ts'
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

/** What only I can do: invitations and withdrawals that wait for my word, then my own suggestions. */
function Waiting() {
  const t = useWords(workbenchWords)
  const turns = useQuery({ queryKey: [...topics, 'turns'], queryFn: () => calls.listTurns({ query: { limit: MOST } }) })
  const joining = useAsked('cosigning')
  const leaving = useAsked('withdrawal')
  if (turns.isPending) return <Loading rows={3} />
  if (turns.isError) return <Failed error={turns.error} onRetry={() => void turns.refetch()} />
  const { items, next } = turns.data
  const count = items.length + joining.length + leaving.length
  return (
    <Panel title={t.waiting(next ? `${count}+` : count)}>
      {count === 0 ? (
        <p>{t.nothingWaiting}</p>
      ) : (
        <ul className="turns">
          {joining.map((it) => (
            <Asked key={it.id} it={it} what={t.invites(it.deputy.name)} act={t.seeText} to={`/suggestions/${it.id}/cosign`} />
          ))}
          {leaving.map((it) => (
            <Asked key={it.id} it={it} what={t.asksWithdrawal(it.deputy.name)} act={t.seeAndAgree} to={`/suggestions/${it.id}`} />
          ))}
          {items.map((it) => (
            <Turn key={it.id} it={it} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Suggestions of other deputies that wait for my word. */
function useAsked(asked: 'cosigning' | 'withdrawal'): readonly Item[] {
  const query = useQuery({
    queryKey: [...topics, 'asked', asked],
    queryFn: () => calls.listSuggestions({ query: { mine: 'cosigned', asked, limit: MOST } }),
  })
  return query.data?.items ?? []
}

function Asked({ it, what, act, to }: { it: Item; what: string; act: string; to: string }) {
  const name = useName()(it)
  return (
    <li>
      <div>
        <b>{what}</b>
        <p className="hint">{name}</p>
      </div>
      <Link className="link-button" to={to}>
        {act}
      </Link>
    </li>
  )
}

function Turn({ it }: { it: Item }) {
  const t = useWords(workbenchWords)
  const a = useWords(actWords)
  const name = useName()(it)
  const turn = isTurn(it.status, t.turn) ? t.turn[it.status] : undefined
  const isWriting = it.status === 'draft' || it.status === 'returned'
  const { confirmed, invited } = it.cosigned
  const joined = it.status === 'cosigning' && a.cosignCount(confirmed, invited)
  const facts = [it.unit?.name, joined, it.due?.left].filter(Boolean).join(' · ')
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
