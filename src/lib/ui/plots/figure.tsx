import type { ReactNode } from 'react'

import { useWords } from '../locale.tsx'
import { words } from '../words.ts'

export type PlotTable = { head: readonly string[]; rows: readonly (readonly (string | number)[])[] }

export type PlotFrame = {
  title?: string
  /** One sentence that says what the picture shows, with its denominator. */
  reading: string
  /** Address of the same figures as CSV. */
  csvHref?: string
}

/** A plot with its sentence above and its figures below, so that nobody depends on the picture. */
export function PlotFigure({ title, reading, csvHref, table, children }: PlotFrame & { table: PlotTable; children: ReactNode }) {
  const t = useWords(words)
  const [first, ...rest] = table.head
  return (
    <figure className="plot">
      <figcaption>
        {title && <strong>{title}</strong>}
        <span>{reading}</span>
      </figcaption>
      {table.rows.length === 0 ? <p className="plot-none">{t.none}</p> : children}
      {table.rows.length > 0 && (
        <details>
          <summary>{t.dataTable}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{first}</th>
                {rest.map((head) => (
                  <th scope="col" key={head} className="num">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells], at) => (
                <tr key={`${name}-${at}`}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, column) => (
                    <td key={table.head[column + 1]} className="num">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {csvHref && (
            <p>
              <a href={csvHref}>CSV</a>
            </p>
          )}
        </details>
      )}
    </figure>
  )
}

/** Share of a whole as a percentage with one decimal; `—` where the whole is nothing. */
export function share(value: number, whole: number): string {
  return whole > 0 ? `${((value / whole) * 100).toFixed(1)}%` : '—'
}
