import { change, replaceTotals, type Measure } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { measures, metrics } from '#slices/concerns/rules/measures.ts'
import { diceOf } from '../dice.ts'
import { insertEvents } from '../events.ts'
import type { Deputy } from '../people.ts'
import { insertRows } from '../rows.ts'
import type { Played } from '../suggestions/play.ts'
import type { Cast } from '../suggestions/steps.ts'
import type { Unit } from '../units.ts'
import { playConcern, type PlayedConcern } from './play.ts'
import { sketches } from './sketches.ts'

interface Given {
  readonly deputies: readonly Deputy[]
  readonly units: readonly Unit[]
  readonly cast: Cast
  readonly suggestions: readonly Played[]
}

/** What deputies of the city sent straight to units in the weeks before the moment of the world. */
export async function fillConcerns(tx: Tx, { deputies, units, cast, suggestions }: Given): Promise<void> {
  const dice = diceOf('concerns')
  const others = deputies.filter(({ name }) => name !== '王敏' && name !== '李华')
  const draftOf = (title: string) => draftTitled(suggestions, title)
  const played = sketches.map((it) => {
    const deputy = it.by ? deputies.find(({ name }) => name === it.by)! : dice.pick(livingAt(others, it.place))
    return playConcern(it, deputy, { units, cast, draftOf })
  })
  await insertRows(tx, 'concerns.concern', played.map((it) => it.row))
  await insertRows(tx, 'concerns.hand_over', played.flatMap((it) => it.handOvers))
  await insertEvents(tx, played.flatMap((it) => it.events))
  await replaceTotals(tx, metrics, change([], played.flatMap((it) => measuresOf(it))))
}

/** A deputy reports what lies in the own district; what is about the whole city, anybody. */
function livingAt(deputies: readonly Deputy[], place: string): readonly Deputy[] {
  const near = deputies.filter(({ constituency }) => place.startsWith(constituency))
  return near.length > 0 ? near : deputies
}

function draftTitled(suggestions: readonly Played[], title: string): { id: string; at: Date } {
  const found = suggestions.find((it) => it.suggestion.title === title)
  const drafted = found?.events.find(({ name }) => name === 'suggestion.drafted')
  if (!found || !drafted) throw new Error(`The world has no draft ${title}`)
  return { id: found.suggestion.id, at: drafted.at }
}

function measuresOf({ row }: PlayedConcern): Measure[] {
  const { status, unit_id: unitId, is_confidential: isConfidential, result, is_satisfied: isSatisfied } = row
  return measures({ status, unitId, isConfidential, result, isSatisfied })
}
