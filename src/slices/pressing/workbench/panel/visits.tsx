import { useWords } from '#workbench/kit.ts'
import type { CasePressing } from '../../case/contract.ts'
import { Acts } from '../acts.tsx'
import { VisitFiles } from '../attached.tsx'
import { useToday } from '../calls.ts'
import { VisitStatus } from '../status.tsx'
import { workbenchWords } from '../words.ts'
import { visitActs } from './acts.ts'

/** Follow-up visits: what residents chose, said and thought. */
export function Visits({ it }: { it: CasePressing }) {
  const t = useWords(workbenchWords)
  const today = useToday()
  if (it.visits.length === 0) return null
  return (
    <ul className="members">
      {it.visits.map((visit) => (
        <li key={visit.id}>
          <div>
            <b>{t.visit}</b> {visit.visitedOn ? t.visitedBy(visit.visitedOn, visit.visitors ?? '') : t.visitBefore(visit.dueOn)}
            {visit.said && <p className="long-text">{visit.said}</p>}
            {visit.choices.length > 0 && (
              <p>{t.chose(visit.choices.map(({ label, votes }) => t.votes(label, votes)).join('、'))}</p>
            )}
            {visit.residents && <p>{t.contentOf(visit.residents)}</p>}
            {visit.status === 'made' && <VisitFiles id={visit.id} />}
            <Acts subject={visit.id} allowed={visit.allowed} acts={visitActs(t, visit.id, today)} />
          </div>
          <VisitStatus it={visit} />
        </li>
      ))}
    </ul>
  )
}
