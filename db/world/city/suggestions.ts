import type { SuggestionProfile } from '#slices/suggestions/rules/profile.ts'
import { diceOf, type Dice } from '../dice.ts'
import type { Deputy } from '../people.ts'
import type { Place } from '../places.ts'
import type { Arrangement, Cosigning } from '../suggestions/arrangement.ts'
import { courseOf } from '../suggestions/course.ts'
import { historiesOf, registeredAt, type Plan } from '../suggestions/plan.ts'
import { play, type Played } from '../suggestions/play.ts'
import type { Cast } from '../suggestions/steps.ts'
import { scopeOf } from '../suggestions/unit-words.ts'
import { write, type Writing } from '../suggestions/writing.ts'
import { unitNamed, type Unit } from '../units.ts'
import { keyOf, sketchesOf, type Sketch } from './arrangements.ts'
import { namedOf, type Named } from './named.ts'
import { BETWEEN, IN_SESSION, slotsOf, type Slot } from './slots.ts'
import { waitingHistories } from './waiting.ts'

export interface Stage {
  readonly deputies: readonly Deputy[]
  readonly units: readonly Unit[]
  readonly places: readonly Place[]
  readonly cast: Cast
  readonly profile: SuggestionProfile
}

/** The session the in-session drafts were written in. */
export const SESSION_DAYS = ['2022-01-10', '2022-01-14'] as const

/** When which number was given: 第112号 on 22 February, and the intersession series from April on. */
const registration = {
  '17-1': [
    [1, '2022-02-14', 0.1],
    [88, '2022-02-21', 0.4],
    [112, '2022-02-22', 0.5],
    [219, '2022-03-18', 0.6],
    [305, '2022-03-24', 0.5],
    [IN_SESSION, '2022-04-12', 0.7],
  ],
  '17-2022': [
    [1, '2022-04-18', 0.1],
    [60, '2022-06-01', 0.3],
    [100, '2022-07-01', 0.2],
    [BETWEEN, '2022-09-22', 0.6],
  ],
} as const

/** The 823 that were handed over and the eight that were not. */
export function playSuggestions(stage: Stage): Played[] {
  const taken = new Set<string>()
  const slots = slotsOf().map((slot) => ({ slot, named: namedOf(slot.series, slot.number) }))
  for (const { named } of slots) if (named.topic) taken.add(named.topic.title)
  const writers = writersAmong(stage)
  const sketches = sketchesOf(slots.map((it) => it.slot), (slot) => Object.keys(namedOf(slot.series, slot.number)).length > 0)
  const plans = slots.map(({ slot, named }) => planOf(slot, named, { ...stage, writers, taken, sketch: sketches.get(keyOf(slot))! }))
  const waiting = waitingHistories({ ...stage, taken })
  return [...historiesOf(plans), ...waiting].map((history) => play(history, stage.cast, stage.profile))
}

type Writers = Stage & { readonly writers: readonly Deputy[]; readonly taken: Set<string>; readonly sketch: Sketch }

function planOf(slot: Slot, named: Named, stage: Writers): Plan {
  const { series, number, reach, isDifficult, isLate, trouble } = slot
  const dice = diceOf(`suggestion ${series} ${number}`)
  const unit = unitNamed(stage.units, slot.unitName)
  const isInSession = series === '17-1'
  const { sketch } = stage
  const wish = { reach, isDifficult, isLate, trouble, ...delaysOf(sketch), ...(named.days && { days: named.days }) }
  const draftedBetween = isInSession ? SESSION_DAYS : null
  const course = courseOf({ ...wish, registered: registeredAt(registration[series], number), draftedBetween }, dice)
  const deputy = deputyOf(named, stage.deputies, stage.writers, dice.fraction())
  const writing = named.topic ? writingOf(named, unit) : write(unit, deputy, stage.places, stage.taken, dice)
  const { contacts, reply, letterNumber } = named
  const arrangement = arrangementOf(sketch, writing, deputy, stage, diceOf(`cosigners ${series} ${number}`))
  const period = { series, number, term: 17, session: isInSession ? 1 : null }
  return { ...period, deputy, unit, writing, isDifficult, course, arrangement, contacts, reply, letterNumber, isTroubled: trouble !== null, dice }
}

/** What an objection or an extension does to the days. */
function delaysOf({ objection, extension }: Sketch): { delay?: number; extension?: number } {
  return {
    ...(objection && objection.outcome !== 'pending' && { delay: 4 }),
    ...(extension?.decision === 'granted' && { extension: extension.months }),
  }
}

function arrangementOf(sketch: Sketch, { draft }: Writing, deputy: Deputy, stage: Writers, dice: Dice): Arrangement {
  const named = (name: string) => unitNamed(stage.units, name)
  const { objection } = sketch
  const [count, isSeparate] = [sketch.others.length + 1, sketch.others.some((it) => it.part === 'separate')]
  const scope = (own: number) => (isSeparate ? scopeOf(draft.requests, own, count) : '')
  return {
    cosigners: cosignersOf(sketch, deputy, stage, dice),
    scope: scope(0),
    others: sketch.others.map(({ unitName, ...it }, index) => ({ ...it, scope: scope(index + 1), unit: named(unitName) })),
    opinionOn: sketch.opinionOn ?? null,
    objection: objection ? { by: named(objection.by), proposed: named(objection.proposed), outcome: objection.outcome } : null,
    extension: sketch.extension ?? null,
    summaryOn: sketch.summaryOn ?? null,
    openedOn: sketch.openedOn ?? null,
  }
}

/** Most who are asked confirm; whoever declined or has not answered stays in the list. The first one always signs. */
function cosignersOf({ cosigners, cosignerNames = [] }: Sketch, lead: Deputy, { writers, deputies }: Writers, dice: Dice): Cosigning[] {
  const known = cosignerNames.map((name) => deputies.find((it) => it.name === name)!)
  const nearby = writers.filter((it) => it !== lead && it.name !== '李华' && it.delegation === lead.delegation)
  const asked = [...known, ...dice.shuffle(nearby)].slice(0, cosigners)
  return asked.map((deputy, index) => {
    const isSure = index === 0 || cosignerNames.length > 0
    return { deputy, answer: isSure || dice.isTrue(0.86) ? 'confirmed' : dice.isTrue(0.5) ? 'declined' : null }
  })
}

/** A few deputies write much, most write one or two. */
function deputyOf(named: Named, deputies: readonly Deputy[], writers: readonly Deputy[], drawn: number): Deputy {
  const known = named.deputyName && deputies.find((it) => it.name === named.deputyName)
  return known || writers[Math.floor(drawn ** 1.3 * writers.length)]!
}

/** 王敏 wrote just the three that are named; the garrison's deputies have no district to write about. */
function writersAmong({ deputies, places }: Stage): Deputy[] {
  const local = new Set(places.map((it) => it.name))
  return diceOf('writers').shuffle(deputies.filter((it) => it.name !== '王敏' && local.has(it.constituency)))
}

function writingOf({ topic, districtName = '城东区' }: Named, unit: Unit): Writing {
  const { title, matter, category, requests } = topic!
  const draft = { title, matter, requests: requests.map(([request]) => request), category, proposedUnitId: unit.id, isPublic: true, isConfidential: false }
  return { draft, measures: requests.map(([, measure]) => measure), districtName }
}
