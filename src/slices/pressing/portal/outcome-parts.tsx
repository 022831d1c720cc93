import { pick } from '#lib/pure/words.ts'
import { BeforeAfter, type Frame } from '#portal/kit.ts'
import type { PublicOutcome } from '../outcomes/contract.ts'
import { portalWords } from './words.ts'

/** What was counted of an outcome: 12条, 224 → 475 个, 同类建议 10 件. */
export function OutcomeFigures({ frame, it }: { frame: Frame; it: PublicOutcome }) {
  const t = pick(frame.locale, portalWords)
  return (
    <>
      {it.change && <BeforeAfter label={t.changed} {...it.change} />}
      {it.measures !== null && <p>{t.measuresOf(it.measures)}</p>}
      {it.kind === 'problem_class' && <p>{t.problemsOf(it.problems)}</p>}
    </>
  )
}
