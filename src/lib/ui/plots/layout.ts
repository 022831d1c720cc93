/** Lengths are in em of the plot's own text, so that large text moves everything with it. No plot is drawn narrower than this. */
export const NARROWEST = 14
/** Least distance of two lines of text. */
export const LINE = 1.4
const BESIDE = 0.6

/** About how wide a text is: a Chinese character is one em, Latin letters and digits less. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/.test(character) ? 1 : 0.62), 0)
}

/**
 * Positions near the wanted ones, at least `gap` apart and in the same order, within `from`…`to` where the room is enough;
 * where it is not, they run on beyond `from`, but never over each other.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, at) => at).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b)
  const placed = wanted.map(() => 0)
  let low = from
  for (const at of order) {
    placed[at] = Math.max(low, wanted[at]!)
    low = placed[at] + gap
  }
  let high = to
  for (const at of order.toReversed()) {
    placed[at] = Math.min(high, placed[at]!)
    high = placed[at] - gap
  }
  return placed
}

export type Anchor = 'start' | 'middle' | 'end'
export type Placed = { level: number; anchor: Anchor }

/**
 * A row for each label along an axis (0 its beginning, 1 its end), so that none touches its neighbour at the narrowest; wider only
 * draws them further apart. A label near an end is written towards the middle.
 */
export function levelsOf(labels: readonly { at: number; text: string }[], width = NARROWEST): Placed[] {
  const taken: [left: number, right: number][][] = []
  return labels.map(({ at, text }) => {
    const anchor: Anchor = at < 0.3 ? 'start' : at > 0.7 ? 'end' : 'middle'
    const [left, right] = reach(at * width, widthOf(text), anchor)
    const isFree = (row: readonly [number, number][]) => row.every(([l, r]) => right + BESIDE <= l || r + BESIDE <= left)
    const free = taken.findIndex(isFree)
    const level = free < 0 ? taken.length : free
    taken[level] = [...(taken[level] ?? []), [left, right]]
    return { level, anchor }
  })
}

/** Where a text of some width begins and ends. */
export function reach(at: number, width: number, anchor: Anchor): [left: number, right: number] {
  const left = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2
  return [left, left + width]
}

/** Days are `2022-09-27`. */
export type DueDay = { on: string; count: number; href?: string }
export type WeekCell = DueDay & { isToday: boolean }
export type WeekColumn = { monday: string; sunday: string; total: number; cells: WeekCell[]; month: number | null }
export type DueCalendar = { columns: WeekColumn[]; late: number; later: number; most: number; hasWeekend: boolean }

/** Due dates as columns of weeks from the week of `today` on; what was due before today and what lies beyond is counted apart. */
export function dueCalendar(days: readonly DueDay[], today: string, weeks: number): DueCalendar {
  const first = numberOf(today) - weekdayOf(today)
  const end = dayOf(first + weeks * 7)
  const sum = (list: readonly DueDay[]) => list.reduce((total, { count }) => total + count, 0)
  const inside = days.filter(({ on }) => on >= today && on < end)
  const columns = Array.from({ length: weeks }, (_, at) => {
    const monday = first + at * 7
    const cells = Array.from({ length: 7 }, (_, day) => cellOf(inside, dayOf(monday + day), today))
    return { monday: dayOf(monday), sunday: dayOf(monday + 6), total: sum(cells), cells, month: monthLabel(monday, at) }
  })
  return {
    columns,
    late: sum(days.filter(({ on }) => on < today)),
    later: sum(days.filter(({ on }) => on >= end)),
    most: Math.max(1, ...columns.flatMap(({ cells }) => cells.map(({ count }) => count))),
    hasWeekend: columns.some(({ cells }) => cells.slice(5).some(({ count }) => count > 0)),
  }
}

function cellOf(days: readonly DueDay[], on: string, today: string): WeekCell {
  const same = days.filter((it) => it.on === on)
  const href = same.find((it) => it.href !== undefined)?.href
  const count = same.reduce((total, it) => total + it.count, 0)
  return { on, count, isToday: on === today, ...(href !== undefined && { href }) }
}

/** The month stands over the first column and over the first week of every month; not over the first where the next begins one. */
function monthLabel(monday: number, at: number): number | null {
  const { month, day } = partsOf(dayOf(monday))
  if (at > 0) return day <= 7 ? month : null
  return partsOf(dayOf(monday + 7)).month === month ? month : null
}

// Not from lib/pure/date.ts: its schemas would come into the browser with every plot.
const DAY = 86_400_000

function numberOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / DAY
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10)
}

/** 0 is Monday. The first day of the count was a Thursday. */
function weekdayOf(on: string): number {
  return (((numberOf(on) + 3) % 7) + 7) % 7
}

/** Month and day of the month. */
export function partsOf(on: string): { month: number; day: number } {
  return { month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) }
}

export type UnitRow = { label: string; href?: string; handedOver: number; answered: number }

/** By what is still open, then by what was handed over: a small unit with one late reply does not stand above a large one with ten. */
export function byOpenItems<Row extends UnitRow>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.handedOver - b.answered - (a.handedOver - a.answered) || b.handedOver - a.handedOver)
}
