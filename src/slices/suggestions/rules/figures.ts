import type { Satisfaction } from '../contract.ts'

/** How many chose each word, and how many chose at all: the denominator of every rate of satisfaction (domain A1.7). */
export interface Verdict extends Readonly<Record<Satisfaction, number>> {
  readonly rated: number
}

/** Counts the ratings of one question; attitude and result are never mixed. */
export function verdictOf(
  ratings: readonly { attitude: Satisfaction; result: Satisfaction; amount: number }[],
  question: 'attitude' | 'result',
): Verdict {
  const of = (word: Satisfaction) => sum(ratings.filter((it) => it[question] === word))
  return {
    satisfied: of('satisfied'),
    basically_satisfied: of('basically_satisfied'),
    dissatisfied: of('dissatisfied'),
    rated: sum(ratings),
  }
}

/**
 * On time: replied on or before the due date, of those whose date has come or who have replied (A1.7: what is not yet due is no
 * noise in the denominator). `dueOn` is that of the first round.
 */
export function punctuality(
  groups: readonly { repliedOn: string | null; dueOn: string; amount: number }[],
  today: string,
): { onTime: number; due: number } {
  const due = groups.filter(({ repliedOn, dueOn }) => repliedOn !== null || dueOn < today)
  return { onTime: sum(due.filter(({ repliedOn, dueOn }) => repliedOn !== null && repliedOn <= dueOn)), due: sum(due) }
}

/** Sums by month of two counts, month after month without a gap, running up: the burn-up of hand-over and reply. */
export function burnUp(
  handedOver: readonly { month: string; amount: number }[],
  replied: readonly { month: string; amount: number }[],
): { months: string[]; handedOver: number[]; replied: number[] } {
  const days = [...handedOver, ...replied].map(({ month }) => month).toSorted()
  const months = monthsBetween(days[0], days.at(-1))
  return { months, handedOver: runningSums(months, handedOver), replied: runningSums(months, replied) }
}

function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (!first || !last) return []
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
  return Array.from({ length: count(last) - count(first) + 1 }, (_, at) => {
    const month = count(first) + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

function runningSums(months: readonly string[], counts: readonly { month: string; amount: number }[]): number[] {
  let total = 0
  return months.map((month) => (total += sum(counts.filter((it) => it.month === month))))
}

function sum(rows: readonly { amount: number }[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0)
}
