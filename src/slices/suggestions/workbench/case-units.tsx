import { Panel, useWords } from '#workbench/kit.ts'
import type { Detail, Handling } from '../contract.ts'
import { actWords } from './act-words.ts'
import { usePartName } from './acts/handlers-field.tsx'
import { shortDay } from '#lib/pure/moment.ts'
import { useToday } from './use-today.ts'

/** 办理单位: every unit with its part, its days, its opinion, and what it objected to; those that handed it back stay in the list. */
export function CaseUnits({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const isPlain = it.handlers.length < 2 && it.handlers.every(({ objection }) => objection === null)
  if (isPlain && it.extensions.length === 0) return null
  return (
    <Panel title={t.unitsTitle} extra={it.transfers > 0 && <span>{t.transfers(it.transfers)}</span>}>
      <ul className="units">
        {it.handlers.map((one, at) => (
          // A unit may have had it twice; the order is that of the hand-overs.
          <Unit key={at} one={one} />
        ))}
      </ul>
      <Extensions it={it} />
    </Panel>
  )
}

function Unit({ one }: { one: Handling }) {
  const t = useWords(actWords)
  const partName = usePartName()
  const today = useToday()
  const { unit, part, scope, status, objection, opinion, due } = one
  const day = (on: string) => shortDay(on, today)
  const facts = [
    t.handedOn(day(one.handedOverOn)),
    one.acceptedOn && t.acceptedOn(day(one.acceptedOn)),
    one.concurredOn && t.concurred(day(one.concurredOn)),
    opinion && t.opinionGiven(day(opinion.givenOn)),
    due && status !== 'done' && due.left,
  ].filter(Boolean)
  return (
    <li>
      <p>
        <b>{unit.name}</b> <span className="unit-part">{partName(part)}</span> <span>{t.partStatus[status]}</span>
      </p>
      {scope && <p className="hint">{scope}</p>}
      <p className="hint">{facts.join(' · ')}</p>
      {objection && (
        <p className="long-text">
          {t.objectedBy(unit.name, day(objection.objectedOn))}
          {objection.proposedUnit && `，${t.objectProposes(objection.proposedUnit.name)}`}：{objection.reason}
        </p>
      )}
      {opinion && <p className="long-text kept-text">{opinion.text}</p>}
    </li>
  )
}

function Extensions({ it }: { it: Detail }) {
  const t = useWords(actWords)
  if (it.extensions.length === 0) return null
  return (
    <ul className="units">
      {it.extensions.map(({ unit, months, requestedOn, reason, decision, note, decidedOn }) => (
        <li key={`${unit.id}-${requestedOn}`}>
          <p>{t.extensionAsked(unit.name, months, requestedOn)}</p>
          <p className="hint">{reason}</p>
          {decision && <p className="hint">{[decidedOn, t.extensionDecided[decision], note].filter(Boolean).join(' ')}</p>}
        </li>
      ))}
    </ul>
  )
}
