import { StatusTag, useWords } from '#workbench/kit.ts'
import type { Item } from '../contract.ts'
import { words } from '../words.ts'
import { workbenchWords } from './words.ts'

/** Where a concern stands: shape, word and colour (product 7.1). */
export function ConcernStatus({ it }: { it: Pick<Item, 'status' | 'standing' | 'result'> }) {
  const w = useWords(words)
  const word = it.status === 'satisfied' && it.result ? `${w.status.satisfied} · ${w.result[it.result]}` : w.status[it.status]
  return <StatusTag kind={kindOf(it)} word={word} />
}

const settled = {
  disputed: 'attention',
  satisfied: 'done',
  dissatisfied: 'attention',
  declined: 'idle',
  converted: 'transferred',
  lapsed: 'idle',
  withdrawn: 'idle',
} as const

function kindOf({ status, standing }: Pick<Item, 'status' | 'standing'>) {
  if (status !== 'sent' && status !== 'accepted' && status !== 'answered') return settled[status]
  if (status === 'answered') return standing?.level === 'near' ? 'near' : 'normal'
  return standing?.level === 'overdue' ? 'late' : standing?.level === 'near' ? 'near' : 'normal'
}

/** How far the day is of whoever's turn it is, or when it ended, and what else one should know in a line. */
export function DueLine({ it }: { it: Item }) {
  const t = useWords(workbenchWords)
  const notes = [it.passes > 0 && t.passedOn, it.isConfidential && t.confidential].filter((note) => typeof note === 'string')
  return (
    <span className="concern-due">
      {it.standing?.left ?? (it.settledOn ? t.endedOn(it.settledOn) : t.notRunning)}
      {notes.length > 0 && <span className="hint">{notes.join(' · ')}</span>}
    </span>
  )
}
