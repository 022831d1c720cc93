import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAction, useWords } from '#workbench/kit.ts'
import type { UnitProposal as Proposal } from '../../advice/contract.ts'
import { adviceCalls, useUnitProposal } from './calls.ts'
import { adviceWords } from './words.ts'
import './advice.css'

/** Up to three units that may handle it, each with its reasons; `onPick` chooses one in the form beside it. */
export function UnitProposal({ id, onPick }: { id: string; onPick: (unitId: string) => void }) {
  const t = useWords(adviceWords)
  const [isAsked, setAsked] = useState(false)
  const proposal = useUnitProposal(id, isAsked).data
  const learn = useAction(adviceCalls.learnUnits, { topics: [], onDone: () => setAsked(true) })
  if (!proposal) return null
  const wantsLearning = proposal.state === 'notLearnt' || proposal.isStale
  if (isAsked && !wantsLearning) setAsked(false)
  return (
    <section className="advice" aria-label={t.proposalTitle}>
      <p>
        <b>{t.proposalTitle}</b> <span className="hint">{noteOf(proposal, t)}</span>
      </p>
      {proposal.units.length > 0 && (
        <ol className="advice-list">
          {proposal.units.map((it) => (
            <ProposedUnit key={it.unit.id} it={it} onPick={onPick} />
          ))}
        </ol>
      )}
      {wantsLearning && (
        <p role="status">
          {isAsked ? t.learning : proposal.isStale && <span className="hint">{t.learnAgain}</span>}
          {!isAsked && (
            <Button size="small" loading={learn.isRunning} onClick={() => void learn.run({})}>
              {t.learn}
            </Button>
          )}
        </p>
      )}
    </section>
  )
}

function noteOf(it: Proposal, t: (typeof adviceWords)['zh']): string {
  if (it.state === 'tooFew') return t.tooFew(it.handOvers, it.least)
  if (it.state === 'notLearnt') return t.notLearnt
  return it.units.length === 0 ? t.noUnit : t.proposalNote(it.handOvers, dayOf(it.learntAt))
}

function dayOf(at: string | null): string {
  return at === null ? '' : new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

function ProposedUnit({ it, onPick }: { it: Proposal['units'][number]; onPick: (unitId: string) => void }) {
  const t = useWords(adviceWords)
  const reasons = [it.duties.length > 0 && t.duties(it.duties.join('、')), it.words.length > 0 && t.wordsOf(it.words.join('、'))]
  return (
    <li>
      <div>
        <p>{it.unit.name}</p>
        <p className="hint">{reasons.filter(Boolean).join('；')}</p>
        {it.past.map((past) => (
          <p key={past.id} className="hint">
            {t.past}
            <Link to={`/suggestions/${past.id}`} target="_blank">
              {past.reference} {past.title}
            </Link>
          </p>
        ))}
      </div>
      <Button aria-label={t.pickName(it.unit.name)} onClick={() => onPick(it.unit.id)}>
        {t.pick}
      </Button>
    </li>
  )
}
