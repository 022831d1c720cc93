/** What the keyboard and the check boxes of a queue remember. `at` is the index of the current row, -1 for none. */
export type Selection = { at: number; anchor: number; chosen: ReadonlySet<string> }

export const nothingSelected: Selection = { at: -1, anchor: -1, chosen: new Set() }

export type Move =
  | { kind: 'next' | 'previous' | 'toggle' | 'range' | 'clear' }
  | { kind: 'go'; at: number }
  | { kind: 'choose'; key: string }
  | { kind: 'all'; isChosen: boolean }

/** The selection after a move over the rows shown; `keys` are their keys in order. */
export function selectionAfter(before: Selection, move: Move, keys: readonly string[]): Selection {
  const last = keys.length - 1
  switch (move.kind) {
    case 'next':
      return { ...before, at: Math.min(before.at + 1, last) }
    case 'previous':
      return { ...before, at: Math.max(before.at - 1, Math.min(0, last)) }
    case 'go':
      return { ...before, at: move.at }
    case 'toggle':
      return toggled(before, keys[before.at], before.at)
    case 'choose':
      return toggled(before, move.key, keys.indexOf(move.key))
    case 'range':
      return ranged(before, keys)
    case 'all':
      return { ...before, chosen: new Set(move.isChosen ? keys : []) }
    case 'clear':
      return { ...before, anchor: -1, chosen: new Set() }
  }
}

function toggled(before: Selection, key: string | undefined, at: number): Selection {
  if (key === undefined) return before
  const chosen = new Set(before.chosen)
  if (!chosen.delete(key)) chosen.add(key)
  return { ...before, anchor: at, chosen }
}

/** From the row chosen last to the current one, both included. */
function ranged(before: Selection, keys: readonly string[]): Selection {
  if (before.at < 0) return before
  const from = before.anchor < 0 ? before.at : before.anchor
  const between = keys.slice(Math.min(from, before.at), Math.max(from, before.at) + 1)
  return { ...before, anchor: before.at, chosen: new Set([...before.chosen, ...between]) }
}
