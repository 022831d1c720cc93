import { Panel, useWords } from '#workbench/kit.ts'
import type { ReviewAdvice as Advice } from '../../advice/contract.ts'
import { useReviewAdvice } from './calls.ts'
import { adviceWords } from './words.ts'
import './advice.css'

/** What a reviewer may look at before registering: parts, one matter, grounds. Hints with their words; a person decides. */
export function ReviewAdvice({ id }: { id: string }) {
  const t = useWords(adviceWords)
  const advice = useReviewAdvice(id).data
  if (!advice) return null
  const isClear = advice.missing.length + advice.grounds.length + advice.others.length === 0
  return (
    <Panel title={t.reviewTitle} isScreenOnly>
      {isClear ? <p>{t.reviewNothing}</p> : <Findings advice={advice} />}
    </Panel>
  )
}

function Findings({ advice }: { advice: Advice }) {
  const t = useWords(adviceWords)
  return (
    <ul className="advice-list">
      {advice.missing.length > 0 && (
        <li>
          <div>
            <b>{t.missingTitle}</b>
            <ul>
              {advice.missing.map((part) => (
                <li key={part}>{t.missing[part]}</li>
              ))}
            </ul>
          </div>
        </li>
      )}
      {advice.grounds.map(({ ground, label, words }) => (
        <li key={ground}>
          <div>
            <b>{t.groundReview(label)}</b>
            <p>{t.found(words.join('、'))}</p>
            <p className="hint">{t.basis(advice.groundsBasis)}</p>
          </div>
        </li>
      ))}
      {advice.others.length > 0 && (
        <li>
          <div>
            <b>{t.mattersReview(advice.others.map(({ at }) => at + 1).join('、'))}</b>
            <p>{t.because(advice.others.flatMap(({ words }) => words).join('、'))}</p>
          </div>
        </li>
      )}
    </ul>
  )
}
