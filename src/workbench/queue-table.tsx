import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useEffect, useReducer, useRef } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import type { Command } from './commands.ts'
import type { FilterSpec } from './filter-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { PrintButton } from './print.tsx'
import { SavedFilterChips } from './saved-filters.tsx'
import type { Move, Selection } from './selection.ts'
import { nothingSelected, selectionAfter } from './selection.ts'
import { EmptyState, Failed, Loading } from './states.tsx'
import { useLooks } from './looks.ts'
import type { Filters } from './use-filters.ts'
import { useFilters } from './use-filters.ts'
import { useKeys } from './use-keys.ts'
import { words } from './words.ts'

export type QueueColumn<Row> = {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** The cell that names the row: a link to it on the desk, the heading of its card on a phone. */
  isName?: boolean
}

export type QueueTableProps<Row> = {
  /** First part is the topic that acts and live messages make stale: `['suggestions', 'triage']`. */
  queryKey: readonly string[]
  load: (filters: Filters, cursor: string | undefined) => Promise<{ items: readonly Row[]; next: string | null }>
  columns: readonly QueueColumn<Row>[]
  rowKey: (row: Row) => string
  /** What a row is called, for check boxes. */
  rowName: (row: Row) => string
  /** Path below `/workbench` that Enter and the name open. */
  hrefOf?: (row: Row) => string
  caption: string
  filters?: readonly FilterSpec[]
  /** Acts on the rows chosen; without it there are no check boxes. */
  bulk?: (chosen: readonly Row[], clear: () => void) => ReactNode
  empty: { why: string; action?: { label: string; href: string } }
}

/**
 * A queue to work through: filters in the address, more on request (keyset), J/K/Enter/X, acts on many at once;
 * a table on a desk, a card per row on a phone.
 */
export function QueueTable<Row>(props: QueueTableProps<Row>) {
  const { queryKey, load, filters: specs = [], empty } = props
  const t = useWords(words)
  const { filters, clearFilters } = useFilters()
  const query = useInfiniteQuery({
    queryKey: [...queryKey, filters],
    queryFn: ({ pageParam }) => load(filters, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? []
  const isFiltered = specs.some(({ name }) => filters[name])
  return (
    <div className="queue">
      {specs.length > 0 && (
        <SavedFilterChips names={specs.flatMap((spec) => (spec.kind === 'given' ? [spec.name, spec.textName] : [spec.name]))} />
      )}
      {specs.length > 0 && <FilterBar specs={specs} />}
      {query.isPending && <Loading />}
      {query.isError && rows.length === 0 && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess &&
        rows.length === 0 &&
        (isFiltered ? (
          <EmptyState why={t.noneFound} action={{ label: t.clearFilters, onClick: clearFilters }} />
        ) : (
          <EmptyState {...empty} />
        ))}
      {rows.length > 0 && <Rows {...props} rows={rows} />}
      {rows.length > 0 && (
        <p className="queue-foot">
          <span role="status">{query.hasNextPage ? t.loaded(rows.length) : t.loadedAll(rows.length)}</span>
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t.more}
            </Button>
          )}
          <PrintButton />
          <KeysLine canOpen={props.hrefOf !== undefined} canChoose={props.bulk !== undefined} canFilter={specs.length > 0} />
        </p>
      )}
    </div>
  )
}

/** The keys that do something here, and no others; `?` tells the rest. */
function KeysLine({ canOpen, canChoose, canFilter }: { canOpen: boolean; canChoose: boolean; canFilter: boolean }) {
  const t = useWords(words)
  const { hasKeys } = useLooks()
  if (!hasKeys) return null
  const parts = ['move', canOpen && 'open', canChoose && 'choose', canFilter && 'filter', canChoose && 'clear', 'help'] as const
  return <span className="keys-help">{parts.flatMap((part) => (part ? [t.keysLine[part]] : [])).join('　')}</span>
}

function Rows<Row>(props: QueueTableProps<Row> & { rows: readonly Row[] }) {
  const { rows, rowKey, hrefOf, caption, bulk } = props
  const [selection, move] = useSelection(rows.map(rowKey))
  const table = useRef<HTMLTableElement>(null)
  useQueueKeys({ rows, selection, move, hrefOf, canChoose: bulk !== undefined })
  useEffect(() => {
    const row = table.current?.tBodies[0]?.rows[selection.at]
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [selection.at])
  const chosen = rows.filter((row) => selection.chosen.has(rowKey(row)))
  return (
    <>
      <table className="queue-table" role="table" ref={table}>
        <caption>{caption}</caption>
        <QueueHead {...props} isAllChosen={chosen.length === rows.length} move={move} />
        <tbody role="rowgroup">
          {rows.map((row, at) => (
            <QueueRow
              {...props}
              key={rowKey(row)}
              row={row}
              isCurrent={at === selection.at}
              isChosen={selection.chosen.has(rowKey(row))}
              onGo={() => move({ kind: 'go', at })}
              onChoose={() => move({ kind: 'choose', key: rowKey(row) })}
            />
          ))}
        </tbody>
      </table>
      {bulk && chosen.length > 0 && <BulkBar chosen={chosen} bulk={bulk} onClear={() => move({ kind: 'clear' })} />}
    </>
  )
}

type HeadProps<Row> = Pick<QueueTableProps<Row>, 'columns' | 'bulk'> & { isAllChosen: boolean; move: (move: Move) => void }

function QueueHead<Row>({ columns, bulk, isAllChosen, move }: HeadProps<Row>) {
  const t = useWords(words)
  return (
    <thead role="rowgroup">
      <tr role="row">
        {bulk && (
          <th scope="col" role="columnheader" className="choose">
            <input
              type="checkbox"
              aria-label={t.selectAll}
              checked={isAllChosen}
              onChange={({ target }) => move({ kind: 'all', isChosen: target.checked })}
            />
          </th>
        )}
        {columns.map(({ key, head, align }) => (
          <th key={key} scope="col" role="columnheader" className={align === 'end' ? 'num' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type RowProps<Row> = Pick<QueueTableProps<Row>, 'columns' | 'bulk' | 'rowName' | 'hrefOf'> & {
  row: Row
  isCurrent: boolean
  isChosen: boolean
  onGo: () => void
  onChoose: () => void
}

function QueueRow<Row>({ columns, bulk, rowName, hrefOf, row, isCurrent, isChosen, onGo, onChoose }: RowProps<Row>) {
  const t = useWords(words)
  const className = [isCurrent && 'is-current', isChosen && 'is-chosen'].filter(Boolean).join(' ')
  return (
    <tr role="row" tabIndex={-1} className={className} onClick={onGo}>
      {bulk && (
        <td role="cell" className="choose">
          <input type="checkbox" aria-label={t.selectRow(rowName(row))} checked={isChosen} onChange={onChoose} />
        </td>
      )}
      {columns.map((column) => (
        <QueueCell key={column.key} column={column} row={row} href={hrefOf?.(row)} />
      ))}
    </tr>
  )
}

type BulkProps<Row> = { chosen: readonly Row[]; bulk: NonNullable<QueueTableProps<Row>['bulk']>; onClear: () => void }

function BulkBar<Row>({ chosen, bulk, onClear }: BulkProps<Row>) {
  const t = useWords(words)
  return (
    <div className="bulk-bar" role="region" aria-label={t.selected(chosen.length)}>
      <b>{t.selected(chosen.length)}</b>
      {bulk(chosen, onClear)}
      <Button type="text" onClick={onClear}>
        {t.clearSelection}
      </Button>
    </div>
  )
}

function QueueCell<Row>({ column, row, href }: { column: QueueColumn<Row>; row: Row; href: string | undefined }) {
  const content = column.cell(row)
  if (column.isName) {
    return (
      <th scope="row" role="rowheader">
        {href ? <Link to={href}>{content}</Link> : content}
      </th>
    )
  }
  return (
    <td role="cell" data-label={column.head} className={column.align === 'end' ? 'num' : undefined}>
      {content}
    </td>
  )
}

/** Selection over the rows shown; what is no longer shown is no longer chosen by an act. */
function useSelection(keys: readonly string[]): [Selection, (move: Move) => void] {
  return useReducer((before: Selection, move: Move) => selectionAfter(before, move, keys), nothingSelected)
}

function useQueueKeys<Row>(given: {
  rows: readonly Row[]
  selection: Selection
  move: (move: Move) => void
  hrefOf: ((row: Row) => string) | undefined
  canChoose: boolean
}): void {
  const { rows, selection, move, hrefOf, canChoose } = given
  const t = useWords(words)
  const navigate = useNavigate()
  const motion = (label: string, run: Command['run']) => ({ label, run, isMotion: true })
  const open: Command['run'] = (event) => {
    const row = rows[selection.at]
    const isControl = event?.target instanceof Element && event.target.closest('a, button, summary, input') !== null
    if (!row || !hrefOf || isControl) return false
    void navigate({ to: hrefOf(row) })
  }
  useKeys({
    j: motion(t.keyNext, () => move({ kind: 'next' })),
    k: motion(t.keyPrevious, () => move({ kind: 'previous' })),
    ...(hrefOf && { Enter: motion(t.keyOpen, open) }),
    ...(canChoose && {
      x: motion(t.keyChoose, () => move({ kind: 'toggle' })),
      'shift+x': motion(t.keyRange, () => move({ kind: 'range' })),
      Escape: motion(t.clearSelection, () => (selection.chosen.size > 0 ? move({ kind: 'clear' }) : false)),
    }),
  })
}
