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
