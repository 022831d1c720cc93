import { dueDate, type LegalTerm } from '#kernel/procedure/contract.ts'
import { addDays, toBeijingDate, toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import type { HandOverKind, Result, Status } from '#slices/concerns/contract.ts'
import { events as catalogue } from '#slices/concerns/events.ts'
import { moved } from '#slices/concerns/rules/course.ts'
import { running, type Arrow } from '#slices/concerns/rules/lifecycle.ts'
import { nameOf } from '#slices/concerns/rules/name.ts'
import { defaultProfile } from '#slices/concerns/rules/profile.ts'
import { reminderToday, type Reminder } from '#slices/concerns/rules/reminders.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import { at, calendar, WORLD_NOW } from '../moment.ts'
import type { Deputy } from '../people.ts'
import type { Row } from '../rows.ts'
import type { Cast } from '../suggestions/steps.ts'
import { unitNamed, type Unit } from '../units.ts'
import type { Sketch, Turn } from './sketches.ts'

export interface Stage {
  readonly units: readonly Unit[]
  readonly cast: Cast
  /** The draft that a deputy began with this title. */
  readonly draftOf: (title: string) => { readonly id: string; readonly at: Date }
}

export interface PlayedConcern {
  readonly row: ReturnType<typeof firstRow>
  readonly handOvers: Row<'concerns.hand_over'>[]
  readonly events: WorldEvent[]
}

const SENT_AT = 8.7

/** Lives one concern through as the actions and nights of the slice would: each step an arrow of the lifecycle, each event fit for the catalogue. */
export function playConcern(sketch: Sketch, deputy: Deputy, stage: Stage): PlayedConcern {
  const unit = unitNamed(stage.units, sketch.unit)
  const row = firstRow(sketch, deputy, unit)
  const scene: Scene = { row, handOvers: [], events: [], stage, deputy, unit, night: toDateOnly(sketch.sent) }
  handOver(scene, 'sent', '', sketch.sent)
  tell(scene, at(sketch.sent, SENT_AT), 'concern.sent', stage.cast.deputy(deputy.id), { dueOn: row.due_on })
  for (const turn of sketch.turns ?? []) {
    const moment = at(turn.on, turn.hour)
    if (moment > WORLD_NOW || moment <= scene.events.at(-1)!.at) throw new Error(`${sketch.text}: ${turn.do} is out of order`)
    sleep(scene, toDateOnly(turn.on))
    happen[turn.do](scene, turn as never, moment)
  }
  if (sketch.becomes) convert(scene, stage.draftOf(sketch.becomes))
  sleep(scene, toBeijingDate(WORLD_NOW))
  return { row, handOvers: scene.handOvers, events: scene.events }
}

interface Scene extends PlayedConcern {
  readonly stage: Stage
  readonly deputy: Deputy
  unit: Unit
  /** The last day whose night was lived through. */
  night: DateOnly
}

function firstRow({ text, place, sent, isConfidential }: Sketch, deputy: Deputy, unit: Unit) {
  const none = null as string | null
  return {
    id: idAt(at(sent, SENT_AT), `concern ${text}`),
    deputy_id: deputy.id,
    unit_id: unit.id,
    text,
    place,
    is_confidential: isConfidential === true,
    status: 'sent' as Status,
    passes: 0,
    sent_on: sent,
    handed_on: sent,
    due_on: dayAfter(sent, defaultProfile.answer) as string,
    objection: '',
    decision: '',
    result: null as Result | null,
    answer: '',
    planned_on: none,
    answered_on: none,
    confirm_by: none,
    is_satisfied: null as boolean | null,
    complaint: '',
    settled_on: none,
    suggestion_id: none,
    version: 1,
  }
}

type Happening = { readonly [A in Turn['do']]: (scene: Scene, turn: Extract<Turn, { do: A }>, moment: Date) => void }

const happen: Happening = {
  accept: (scene, _turn, moment) => {
    move(scene, 'accept', moment)
    tell(scene, moment, 'concern.accepted', handler(scene), {})
  },
  passOn: (scene, { unit, reason, on }, moment) => {
    const from = { fromUnitId: scene.unit.id, fromUnitName: scene.unit.name, reason }
    const by = handler(scene)
    move(scene, 'passOn', moment)
    scene.row.passes += 1
    giveTo(scene, unit, on)
    handOver(scene, 'passed', reason, on)
    tell(scene, moment, 'concern.passed_on', by, { ...from, dueOn: scene.row.due_on })
  },
  dispute: (scene, { reason }, moment) => {
    move(scene, 'dispute', moment)
    scene.row.objection = reason
    tell(scene, moment, 'concern.disputed', handler(scene), { reason })
  },
  assign: (scene, { unit, reason, on }, moment) => {
    move(scene, 'assign', moment)
    scene.row.decision = reason
    giveTo(scene, unit, on)
    handOver(scene, 'assigned', reason, on)
    tell(scene, moment, 'concern.assigned', scene.stage.cast.clerk(), { reason, dueOn: scene.row.due_on })
  },
  decline: (scene, { reason }, moment) => {
    move(scene, 'decline', moment)
    scene.row.decision = reason
    tell(scene, moment, 'concern.declined', scene.stage.cast.clerk(), { reason })
  },
  answer: (scene, { result, text, plannedOn = null, on }, moment) => {
    move(scene, 'answer', moment)
    const confirmBy = dayAfter(on, defaultProfile.confirm)
    Object.assign(scene.row, { result, answer: text, planned_on: plannedOn, answered_on: on, confirm_by: confirmBy })
    tell(scene, moment, 'concern.answered', handler(scene), { result, text, plannedOn, confirmBy })
  },
  confirm: (scene, _turn, moment) => {
    move(scene, 'confirm', moment)
    scene.row.is_satisfied = true
    tell(scene, moment, 'concern.confirmed', author(scene), {})
  },
  reject: (scene, { reason }, moment) => {
    move(scene, 'reject', moment)
    Object.assign(scene.row, { is_satisfied: false, complaint: reason })
    tell(scene, moment, 'concern.rejected', author(scene), { reason })
  },
  withdraw: (scene, { reason }, moment) => {
    move(scene, 'withdraw', moment)
    tell(scene, moment, 'concern.withdrawn', author(scene), { reason })
  },
}

function convert(scene: Scene, draft: { id: string; at: Date }): void {
  sleep(scene, toBeijingDate(draft.at))
  move(scene, 'convert', draft.at)
  scene.row.suggestion_id = draft.id
  tell(scene, draft.at, 'concern.converted', author(scene), { suggestionId: draft.id })
}

/** The nights up to the morning of `until`: a unit is reminded, and what nobody speaks on is let go. */
function sleep(scene: Scene, until: DateOnly): void {
  for (; scene.night < until; scene.night = addDays(scene.night, 1)) {
    const morning = addDays(scene.night, 1)
    remind(scene, morning)
    lapse(scene, morning)
  }
}

function remind(scene: Scene, today: DateOnly): void {
  const { row, events } = scene
  if (!running.includes(row.status)) return
  const given = events.flatMap(({ name, payload }) => (name === 'concern.reminded' ? (payload as Reminder) : []))
  const level = reminderToday(toDateOnly(row.due_on), given, today, calendar)
  if (level) tell(scene, at(today, 0.85), 'concern.reminded', null, { level, dueOn: row.due_on })
}

function lapse(scene: Scene, today: DateOnly): void {
  const { row } = scene
  if (row.status !== 'answered' || row.confirm_by === null || today <= row.confirm_by) return
  const { confirm_by: confirmBy } = row
  move(scene, 'lapse', at(today, 0.92))
  tell(scene, at(today, 0.92), 'concern.lapsed', null, { confirmBy })
}

function move({ row }: Scene, arrow: Arrow, moment: Date): void {
  const to = moved({ status: row.status, settledOn: row.settled_on }, arrow, toBeijingDate(moment))
  if (!to) throw new Error(`${row.text}: no arrow ${arrow} from ${row.status}`)
  Object.assign(row, { status: to.status, settled_on: to.settledOn, version: row.version + 1 })
}

function giveTo(scene: Scene, unit: string, on: string): void {
  scene.unit = unitNamed(scene.stage.units, unit)
  Object.assign(scene.row, { unit_id: scene.unit.id, handed_on: on, due_on: dayAfter(on, defaultProfile.answer) })
}

function handOver({ row, handOvers }: Scene, kind: HandOverKind, reason: string, on: string): void {
  handOvers.push({ concern_id: row.id, ordinal: handOvers.length + 1, unit_id: row.unit_id, kind, reason, handed_on: on })
}

function dayAfter(on: string, { term }: LegalTerm): DateOnly {
  return dueDate({ startsOn: toDateOnly(on), startsAt: { zh: '送达', en: 'handed over' }, term, extensions: [] }, calendar)
}

function handler({ stage, unit }: Scene): string {
  return stage.cast.handler(unit.id)
}

function author({ stage, deputy }: Scene): string {
  return stage.cast.deputy(deputy.id)
}

function tell(scene: Scene, moment: Date, name: keyof typeof catalogue, actorId: string | null, more: object): void {
  const { row, unit, deputy, events } = scene
  const about = { name: nameOf(row.text), place: row.place, deputyId: deputy.id, deputyName: deputy.name }
  const payload = catalogue[name].payload.parse({ ...about, unitId: unit.id, unitName: unit.name, ...more })
  events.push({ name, subjectId: row.id, actorId, at: moment, payload })
}
