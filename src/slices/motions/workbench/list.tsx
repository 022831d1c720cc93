import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  Loading,
  QueueTable,
  WorkPage,
  addressOf,
  choicesOf,
  useFilters,
  useLive,
  usePerson,
  useWords,
  ViewTabs,
} from '#workbench/kit.ts'
import type { Filters, FilterSpec, QueueColumn } from '#workbench/kit.ts'
import type { Item, Kind, Status } from '../contract.ts'
import { words } from '../words.ts'
import { calls, topics, useCommittees, useSeries, useTurns } from './calls.ts'
import { pageWords } from './page-words.ts'
import { MotionStatus, useName } from './status.tsx'
import { workbenchWords } from './words.ts'
import './motions.css'

/** Motions that a person may see: what waits for them first, everything with filters beside it. */
export default function List() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const title = useWords(pageWords).list
  const { roles } = usePerson()
  const isDeputy = roles.includes('deputy')
  const { filters } = useFilters()
  const turns = useTurns()
  const waiting = Object.values(turns.data?.counts ?? {}).reduce((sum, one) => sum + one, 0)
  const isMine = filters['view'] === 'mine' || (filters['view'] === undefined && waiting > 0)
  return (
    <WorkPage
      title={isDeputy ? t.mine : title}
      lead={isDeputy ? undefined : roles.includes('special_committee') ? t.committeeLead : t.listLead}
      actions={
        <div className="action-bar">
          {isDeputy && (
            <Link className="link-button is-primary" to="/motions/new">
              ＋ {t.write}
            </Link>
          )}
          <Button href={addressOf('/motions/export', { query: asked(filters, isMine) })} download>
            {t.exportTable}
          </Button>
        </div>
      }
    >
      {turns.isPending ? (
        <Loading rows={3} />
      ) : (
        <>
          <Views counts={turns.data?.counts ?? {}} waiting={waiting} isMine={isMine} status={filters['status']} />
          {isMine ? <Waiting key={filters['status'] ?? 'all'} /> : <Everything />}
        </>
      )}
    </WorkPage>
  )
}

/** Groups as links, so that each has an address; a group that is empty is not offered. */
function Views({
  counts,
  waiting,
  isMine,
  status,
}: {
  counts: Readonly<Record<string, number>>
  waiting: number
  isMine: boolean
  status: string | undefined
}) {
  const t = useWords(workbenchWords)
  const w = useWords(words).status
  const groups = (Object.keys(w) as Status[]).filter((it) => (counts[it] ?? 0) > 0)
  const to = '/motions'
  const statusTabs = groups.map((it) => {
    const search = { view: 'mine', status: it }
    return { label: w[it], to, search, count: counts[it] ?? 0, isCurrent: isMine && status === it }
  })
  return (
    <ViewTabs
      label={t.views}
      tabs={[
        { label: t.waiting, to, search: { view: 'mine' }, count: waiting, isCurrent: isMine && status === undefined },
        ...(groups.length > 1 ? statusTabs : []),
        { label: t.all, to, search: { view: 'all' }, isCurrent: !isMine },
      ]}
    />
  )
}

function Waiting() {
  const t = useWords(workbenchWords)
  return <Table isMine filters={[]} empty={{ why: t.nothingWaiting }} />
}

function Everything() {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const { roles } = usePerson()
  const committees = useCommittees()
  const series = useSeries().data?.items ?? []
  const isCommittee = roles.includes('special_committee')
  const filters: FilterSpec[] = [
    { kind: 'text', name: 'q', label: t.words },
    { kind: 'select', name: 'status', label: t.statusHead, options: choicesOf(w.status) },
    { kind: 'select', name: 'kind', label: t.kindHead, options: choicesOf(w.kind) },
    {
      kind: 'select',
      name: 'series',
      label: t.seriesHead,
      options: series.map((value) => ({ value, label: seriesName(value, w) })),
    },
  ]
  if (!isCommittee) {
    const options = committees.map(({ id, name }) => ({ value: id, label: name }))
    filters.push({ kind: 'select', name: 'committeeId', label: t.committee, options })
  }
  const empty = roles.includes('deputy')
    ? { why: t.noneMine, action: { label: t.write, href: '/workbench/motions/new' } }
    : { why: isCommittee ? t.noneSent : t.empty }
  return <Table isMine={false} filters={filters} empty={empty} />
}

type TableGiven = { isMine: boolean; filters: FilterSpec[]; empty: { why: string; action?: { label: string; href: string } } }

function Table({ isMine, filters, empty }: TableGiven) {
  const t = useWords(workbenchWords)
  const name = useName()
  return (
    <QueueTable<Item>
      queryKey={[...topics, 'list', isMine ? 'mine' : 'all']}
      load={(now, cursor) => calls.listMotions({ query: { ...asked(now, isMine), ...(cursor && { cursor }) } })}
      columns={useColumns()}
      rowKey={({ id }) => id}
      rowName={name}
      hrefOf={(it) => (isOpenInvitation(it) ? `/motions/${it.id}/cosign` : `/motions/${it.id}`)}
      caption={t.caption}
      filters={filters}
      empty={empty}
    />
  )
}

function useColumns(): QueueColumn<Item>[] {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const name = useName()
  return [
    { key: 'title', head: t.title, isName: true, cell: name },
    { key: 'deputy', head: t.deputy, cell: ({ deputy }) => <span className="one-line">{deputy.name}</span> },
    { key: 'people', head: t.signatories, cell: ({ signatories, minimum }) => t.people(signatories, minimum) },
    { key: 'kind', head: t.kindHead, cell: ({ kind }) => <span className="one-line">{w.kind[kind]}</span> },
    { key: 'committee', head: t.committee, cell: ({ committee }) => committee?.name ?? t.none },
    {
      key: 'status',
      head: t.statusHead,
      cell: (it) => (
        <>
          <MotionStatus it={it} />
          {isOpenInvitation(it) && <span className="hint"> {t.inviteMine}</span>}
        </>
      ),
    },
    { key: 'due', head: t.due, cell: ({ due }) => due?.left ?? t.none },
  ]
}

/** The reader was asked to co-sign the present text and has not answered. */
function isOpenInvitation({ mine, status }: Item): boolean {
  return (mine === 'invited' || mine === 'read' || mine === 'outdated') && (status === 'cosigning' || status === 'returned')
}

function seriesName(series: string, w: typeof words.zh): string {
  const [term = '', place = ''] = series.split('-')
  return w.session(Number(term), Number(place))
}

/** Only what the operation knows: an address may carry anything. */
function asked({ q, status, kind, series, committeeId }: Filters, isMine: boolean) {
  return {
    ...(isMine && { turn: 'mine' as const }),
    ...(q && q.length > 1 && { q }),
    ...(status && { status: status as Status }),
    ...(kind && { kind: kind as Kind }),
    ...(series && { series }),
    ...(committeeId && { committeeId }),
  }
}
