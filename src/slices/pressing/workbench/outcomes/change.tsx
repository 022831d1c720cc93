import { useWords } from '#workbench/kit.ts'
import type { Change, Item } from '../../outcomes/contract.ts'
import { workbenchWords } from '../words.ts'

/** `224 → 475 个`, two numbers and an arrow (product.md 9). */
export function BeforeAfter({ change }: { change: Change }) {
  const t = useWords(workbenchWords)
  return (
    <span className="before-after">
      <span className="hidden">{t.changeRead(change.before, change.after, change.unit)}</span>
      <span aria-hidden="true">
        {change.before} → <b>{change.after}</b> {change.unit}
      </span>
    </span>
  )
}

/** What was counted of an outcome: measures, before and after, how many suggestions it answers. */
export function ChangeLine({ it }: { it: Pick<Item, 'kind' | 'measures' | 'change' | 'problems'> }) {
  const t = useWords(workbenchWords)
  const parts = [
    it.measures !== null && <span key="measures">{t.measures(it.measures)}</span>,
    it.change && <BeforeAfter key="change" change={it.change} />,
    it.kind === 'problem_class' && <span key="problems">{t.problems(it.problems)}</span>,
  ].filter(Boolean)
  return <>{parts.length > 0 ? parts : t.none}</>
}
