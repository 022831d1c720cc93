import { ClockLine, StatusTag, useWords } from '#workbench/kit.ts'
import type { Due, Item } from '../contract.ts'
import { markOfSuggestion } from '../portal/marks.ts'
import { words } from '../words.ts'
import { caseWords } from './case-words.ts'

/** Where a suggestion stands: shape, word and colour. */
export function SuggestionStatus({ it }: { it: Pick<Item, 'status' | 'due'> }) {
  const w = useWords(words)
  return <StatusTag kind={markOfSuggestion(it)} word={w.status[it.status]} />
}

/** The running clock in one line, and how it was counted on request. */
export function Clock({ due }: { due: Due }) {
  const t = useWords(caseWords)
  return (
    <ClockLine left={`${t.clock[due.kind]}：${due.left}`} more={t.basis}>
      {due.sentence}
    </ClockLine>
  )
}

/** `第112号` and the title; a suggestion without a number yet is called by its title. */
export function useName(): (it: Pick<Item, 'number' | 'title'>) => string {
  const w = useWords(words)
  return ({ number, title }) => (number === null ? title : `${w.numbered(number)}　${title}`)
}
