import { useId } from 'react'

import { useWords } from '../locale.tsx'
import { words } from '../words.ts'
import type { PlotFrame } from './figure.tsx'
import { PlotFigure, share } from './figure.tsx'
import type { Fill } from './fills.tsx'
import { fillOf, Swatch, Textures } from './fills.tsx'

export type Segment = { label: string; value: number; fill: Fill }

/** One 100 % bar: where did a whole go? Segments of zero stay in the legend, so that `未采纳 0` can be read. */
export function StackedBar({ segments, ...frame }: PlotFrame & { segments: readonly Segment[] }) {
  const t = useWords(words)
  const id = useId()
  const whole = sum(segments)
  const rows = segments.map(({ label, value }) => [label, value, share(value, whole)])
  return (
    <PlotFigure {...frame} table={{ head: [t.item, t.count, t.share], rows: whole > 0 ? rows : [] }}>
      <Textures id={id} />
      <Bar segments={segments} id={id} />
      <Legend segments={segments} id={id} />
    </PlotFigure>
  )
}

export type StackedRow = { label: string; href?: string; segments: readonly Segment[] }

/** Several 100 % bars under each other with the same segments, counts inside (the five ledgers; ratings by unit). */
export function StackedRows({ rows, ...frame }: PlotFrame & { rows: readonly StackedRow[] }) {
  const t = useWords(words)
  const id = useId()
  const legend = rows[0]?.segments ?? []
  const table = {
    head: [t.item, ...legend.map(({ label }) => label), t.total],
    rows: rows.map(({ label, segments }) => [label, ...segments.map(({ value }) => value), sum(segments)]),
  }
  return (
    <PlotFigure {...frame} table={table}>
      <Textures id={id} />
      <ul className="bar-rows">
        {rows.map(({ label, href, segments }) => (
          <li key={label}>
            <span className="bar-label">{href ? <a href={href}>{label}</a> : label}</span>
            <Bar segments={segments} id={id} hasCounts />
            <span className="bar-value">{sum(segments)}</span>
          </li>
        ))}
      </ul>
      <Legend segments={legend.map((segment) => ({ ...segment, value: -1 }))} id={id} />
    </PlotFigure>
  )
}

export type BarRow = {
  label: string
  value: number
  href?: string
  /** Full length of the bar, e.g. the points an aspect can reach; default is the largest value of the plot. */
  cap?: number
  /** A tick, e.g. the median of the group. */
  tick?: number
  fill?: Fill
  /** Text at the right; default is `value/cap` or the value. */
  text?: string
}

/** Ranked bars and bullet bars: label, bar (against its cap where there is one), value; in the order given. */
export function BarRows({ rows, ...frame }: PlotFrame & { rows: readonly BarRow[] }) {
  const t = useWords(words)
  const id = useId()
  const most = Math.max(1, ...rows.map(({ value, cap }) => cap ?? value))
  const hasCap = rows.some(({ cap }) => cap !== undefined)
  const hasTick = rows.some(({ tick }) => tick !== undefined)
  const table = {
    head: [t.item, t.count, ...(hasCap ? [t.of] : []), ...(hasTick ? [t.median] : [])],
    rows: rows.map((row) => [
      row.label,
      row.value,
      ...(hasCap ? [row.cap ?? t.nothingYet] : []),
      ...(hasTick ? [row.tick ?? t.nothingYet] : []),
    ]),
  }
  return (
    <PlotFigure {...frame} table={table}>
      <Textures id={id} />
      <ul className="bar-rows">
        {rows.map((row) => (
          <li key={row.label}>
            <span className="bar-label">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</span>
            <BulletBar row={row} full={row.cap ?? most} id={id} />
            <span className="bar-value">{row.text ?? (row.cap === undefined ? row.value : `${row.value}/${row.cap}`)}</span>
          </li>
        ))}
      </ul>
    </PlotFigure>
  )
}

function BulletBar({ row, full, id }: { row: BarRow; full: number; id: string }) {
  const tick = row.tick === undefined ? null : percent(row.tick, full)
  return (
    <svg className="bar is-thin" width="100%" height="16" aria-hidden="true" focusable="false">
      {row.cap !== undefined && <rect x="0" y="3" width="100%" height="10" className="fill-sunken" />}
      <rect x="0" y="3" width={percent(row.value, full)} height="10" {...fillOf(row.fill ?? 'normal', id)} />
      {tick && <line x1={tick} x2={tick} y1="0" y2="16" className="stroke-text" strokeWidth="2" />}
    </svg>
  )
}

function Bar({ segments, id, hasCounts = false }: { segments: readonly Segment[]; id: string; hasCounts?: boolean }) {
  const whole = sum(segments)
  return (
    <svg className="bar" width="100%" height="26" aria-hidden="true" focusable="false">
      {placed(segments).map(({ label, value, fill, start }) => (
        <g key={label}>
          <rect x={percent(start, whole)} y="1" width={percent(value, whole)} height="24" {...fillOf(fill, id)} />
          {start > 0 && (
            <line
              x1={percent(start, whole)}
              x2={percent(start, whole)}
              y1="0"
              y2="26"
              className="stroke-ground"
              strokeWidth="2"
            />
          )}
          {hasCounts && value / whole >= 0.1 && (
            <text x={percent(start + value / 2, whole)} y="18" textAnchor="middle" className={`on-${fill}`}>
              {value}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** The segments above zero, each with the sum of those before it. */
function placed(segments: readonly Segment[]): (Segment & { start: number })[] {
  return segments.map((segment, at) => ({ ...segment, start: sum(segments.slice(0, at)) })).filter(({ value }) => value > 0)
}

/** A value below zero means: no figure in the legend. */
function Legend({ segments, id }: { segments: readonly Segment[]; id: string }) {
  return (
    <ul className="legend">
      {segments.map(({ label, value, fill }) => (
        <li key={label} className={value === 0 ? 'is-zero' : undefined}>
          <Swatch fill={fill} id={id} />
          {label}
          {value >= 0 && <b>{value}</b>}
        </li>
      ))}
    </ul>
  )
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((whole, { value }) => whole + value, 0)
}

/** Length as an SVG percentage with two decimals. */
function percent(value: number, whole: number): string {
  return whole > 0 ? `${Math.round((value / whole) * 10_000) / 100}%` : '0%'
}
