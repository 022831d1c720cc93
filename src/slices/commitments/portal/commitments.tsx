import { pick } from '#lib/pure/words.ts'
import { Figures, Section, Status, type Frame } from '#portal/kit.ts'
import type { Figures as RateFigures, PublicCommitment } from '../contract.ts'
import { words } from '../words.ts'
import { portalWords } from './words.ts'

/** 承诺事项 of one public suggestion: content, dates, state. Nothing where none was made. */
export function PublicCommitments({ frame, items }: { frame: Frame; items: readonly PublicCommitment[] }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  if (items.length === 0) return null
  return (
    <Section title={t.title}>
      <p className="hint">{t.lead}</p>
      <ul className="cards cards-1">
        {items.map((it) => (
          <li className="card" key={`${it.openedOn} ${it.content}`}>
            <p>{it.content}</p>
            <p className="card-facts">
              <Status kind={markOf(it)} word={it.isOverdue ? t.overdue : w.status[it.status]} />
              {[it.unitName, ...datesOf(it, t)].map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 落实率 of one unit, for its public page. */
export function UnitCommitmentFigures({ frame, figures }: { frame: Frame; figures: RateFigures & { readonly open: number } }) {
  const t = pick(frame.locale, portalWords)
  const { open, due, inTime, rate } = figures
  return (
    <Section title={t.unitTitle}>
      <Figures
        items={[
          { label: t.rate, value: inTime, of: due, note: `${rate} · ${t.rateNote}` },
          { label: t.open, value: open },
        ]}
      />
    </Section>
  )
}

function datesOf(it: PublicCommitment, t: typeof portalWords.zh): string[] {
  const carried = it.dueOn === it.firstDueOn ? [] : [t.carried(it.firstDueOn)]
  if (it.settledOn === null) return [t.dueOn(it.dueOn), ...carried]
  return [it.status === 'kept' ? t.keptOn(it.settledOn) : t.explainedOn(it.settledOn), t.dueOn(it.dueOn), ...carried]
}

function markOf({ status, isOverdue }: PublicCommitment) {
  if (status === 'kept') return 'done'
  if (status === 'not_kept') return 'attention'
  return isOverdue ? 'late' : 'normal'
}
