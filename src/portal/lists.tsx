import type { ReactNode } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import { words } from './words.ts'

export type Card = {
  key: string
  title: string
  href: string
  status?: ReactNode
  /** Short facts, separated by dots. */
  facts?: readonly ReactNode[]
  body?: ReactNode
  action?: { label: string; href: string }
}

/** One card per thing: title, state, facts, one act. `level` is the heading level under the page's outline. */
export function ListCards({ items, level = 3, columns = 1 }: { items: readonly Card[]; level?: 2 | 3 | 4; columns?: 1 | 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <ul className={`cards cards-${columns}`}>
      {items.map(({ key, title, href, status, facts = [], body, action }) => (
        <li className="card" key={key}>
          <Heading>
            <a href={href}>{title}</a>
          </Heading>
          {(status || facts.length > 0) && (
            <p className="card-facts">
              {status}
              {facts.map((fact, at) => (
                <span key={at}>{fact}</span>
              ))}
            </p>
          )}
          {body && <div className="card-body">{body}</div>}
          {action && (
            <p className="card-action">
              <a className="button is-primary" href={action.href}>
                {action.label}
                <span className="hidden">：{title}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

export type TableColumn<Row> = {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end, with tabular digits. */
  align?: 'start' | 'end'
  /** The cell that names the row: its row header, and the heading of its card on a phone. */
  isName?: boolean
}

/** A table on a desk and on paper, a card per row on a phone. The caption says what is listed and how it was filtered. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}) {
  return (
    <table className="data" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, head, align }) => (
            <th key={key} scope="col" role="columnheader" className={align === 'end' ? 'num' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <DataCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DataCell<Row>({ column, row }: { column: TableColumn<Row>; row: Row }) {
  const { head, cell, align, isName } = column
  if (isName) {
    return (
      <th scope="row" role="rowheader">
        {cell(row)}
      </th>
    )
  }
  return (
    <td role="cell" data-label={head} className={align === 'end' ? 'num' : undefined}>
      {cell(row)}
    </td>
  )
}

/** Onward through a keyset list: the next page and the way back to the first; no page numbers. */
export function KeysetPager({
  nextHref,
  firstHref,
  shown,
  total,
}: {
  nextHref?: string
  firstHref?: string
  shown?: number
  total?: number
}) {
  const t = useWords(words)
  if (!nextHref && !firstHref && total === undefined) return null
  return (
    <nav className="pager" aria-label={t.pages}>
      {shown !== undefined && total !== undefined && <span>{t.shown(shown, total)}</span>}
      {firstHref && <a href={firstHref}>{t.first}</a>}
      {nextHref && (
        <a className="button is-secondary" href={nextHref} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  )
}
