/** Places where a title breaks well: behind these words and marks the sense pauses. */
const GOOD_BREAK = /(?:[，、；：》）]|的|和|与|及|会议|代表大会|委员会|人民政府|关于)$/u
/** Marks and words that begin or end no line. */
const NEVER_FIRST = /^[，、。；：》）〕”的号条]/u
const NEVER_LAST = /[《（〔“第\d]$/u
/** How far from the even place a good break may lie, in characters. */
const REACH = 4

/**
 * Breaks a title into as few lines of at most `most` full characters as it needs, of nearly equal length, where the sense pauses if that
 * is near (GB/T 9704-2012 §7.3.1: 词意完整、排列对称、长短适宜).
 */
export function balancedLines(title: string, most: number): string[] {
  const characters = [...title]
  const count = Math.ceil(characters.length / most)
  if (count <= 1) return [title]
  const lines: string[] = []
  let from = 0
  for (let left = count; left > 1; left--) {
    const even = from + Math.ceil((characters.length - from) / left)
    const lowest = Math.max(from + 1, characters.length - (left - 1) * most)
    const at = bestBreak(characters, { even, lowest, highest: Math.min(from + most, characters.length - 1) })
    lines.push(characters.slice(from, at).join(''))
    from = at
  }
  return [...lines, characters.slice(from).join('')]
}

function bestBreak(characters: readonly string[], range: { even: number; lowest: number; highest: number }): number {
  let best = Math.min(Math.max(range.even, range.lowest), range.highest)
  let bestCost = Infinity
  for (let at = Math.max(range.lowest, range.even - REACH); at <= Math.min(range.highest, range.even + REACH); at++) {
    const before = characters.slice(0, at).join('')
    const isBad = NEVER_LAST.test(before) || NEVER_FIRST.test(characters[at] ?? '')
    const cost = Math.abs(at - range.even) + (isBad ? 20 : GOOD_BREAK.test(before) ? 0 : 4)
    if (cost < bestCost) [best, bestCost] = [at, cost]
  }
  return best
}
