import { ClockLine, StatusTag, useWords } from '#workbench/kit.ts'
import type { Due, Item } from '../contract.ts'
import { markOfMotion } from '../portal/marks.ts'
import { words } from '../words.ts'
import { caseWords } from './case-words.ts'

/** Where a motion stands: shape, word and colour. */
export function MotionStatus({ it }: { it: Pick<Item, 'status' | 'due'> }) {
  const w = useWords(words)
  return <StatusTag kind={markOfMotion(it)} word={w.status[it.status]} />
}

/** `议案第3号` and the cause; one without a number yet is called by its cause. */
export function useName(): (it: Pick<Item, 'number' | 'title'>) => string {
  const w = useWords(words)
  return ({ number, title }) => (number === null ? title : `${w.numbered(number)}　${title}`)
}

/** When the committee's opinion is due, and how that was counted on request. */
export function Clock({ due }: { due: Due }) {
  const t = useWords(caseWords)
  return (
    <ClockLine left={`${t.clock}：${due.left}`} more={t.clockBasis}>
      {due.sentence} {due.basis}
    </ClockLine>
  )
}
