import { BeforeAfter, useWords } from '#workbench/kit.ts'
import type { Item } from '../../outcomes/contract.ts'
import { workbenchWords } from '../words.ts'

/** What was counted of an outcome: measures, before and after, how many suggestions it answers. */
export function ChangeLine({ it }: { it: Pick<Item, 'kind' | 'measures' | 'change' | 'problems'> }) {
  const t = useWords(workbenchWords)
  const parts = [
    it.measures !== null && <span key="measures">{t.measures(it.measures)}</span>,
    it.change && <BeforeAfter key="change" label={t.changed} {...it.change} />,
    it.kind === 'problem_class' && <span key="problems">{t.problems(it.problems)}</span>,
  ].filter(Boolean)
  return <>{parts.length > 0 ? parts : t.none}</>
}
