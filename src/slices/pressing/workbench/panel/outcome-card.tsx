import { Link } from '@tanstack/react-router'
import { useWords } from '#workbench/kit.ts'
import type { CasePressing } from '../../case/contract.ts'
import { words } from '../../words.ts'
import { ChangeLine } from '../outcomes/change.tsx'
import { OutcomeStatus } from '../status.tsx'
import { workbenchWords } from '../words.ts'

/** 成果卡: before → after, a decision, a class of problem with its count, and when residents are visited next (product.md 8.8). */
export function OutcomeCard({ it }: { it: CasePressing }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const next = it.visits.find(({ status }) => status === 'due')
  return (
    <dl className="outcome-card">
      {it.outcomes.map((one) => (
        <div key={one.id}>
          <dt>{w.kind[one.kind]}</dt>
          <dd>
            <Link to={`/pressing/outcomes/${one.id}`}>{one.title}</Link>
            {(one.change || one.measures !== null || one.kind === 'problem_class') && (
              <p className="outcome-figure">
                <ChangeLine it={one} />
              </p>
            )}
            <OutcomeStatus status={one.status} />
          </dd>
        </div>
      ))}
      {next && (
        <div>
          <dt>{t.following}</dt>
          <dd>{t.visitBefore(next.dueOn)}</dd>
        </div>
      )}
    </dl>
  )
}
