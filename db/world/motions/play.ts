import { toBeijingDate, toDateOnly } from '#lib/pure/date.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { dueDate } from '#kernel/procedure/contract.ts'
import type { Status } from '#slices/motions/contract.ts'
import { events as catalogue } from '#slices/motions/events.ts'
import { LAPSE_BASIS } from '#slices/motions/rules/lapse.ts'
import { arrowOf, lifecycle, type Arrow } from '#slices/motions/rules/lifecycle.ts'
import { opinionClock } from '#slices/motions/rules/opinion-clock.ts'
import { defaultSettings } from '#slices/motions/rules/profile.ts'
import { referenceOf } from '#slices/motions/rules/series.ts'
import { diceOf, idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import { at, calendar } from '../moment.ts'
import type { Deputy } from '../people.ts'
import type { Row } from '../rows.ts'
import { unitNamed, type Unit } from '../units.ts'
import type { Sketch, Turn } from './sketches.ts'

/** The suggestion that a motion became: words, deputy and the moment of its submission are its own. */
export interface Became {
  readonly id: string
  readonly deputyId: string
  readonly title: string
  readonly grounds: string
  readonly plan: string
  readonly submittedAt: Date
}

export interface Stage {
  readonly deputies: readonly Deputy[]
  readonly units: readonly Unit[]
  readonly clerk: string
  /** The account of a deputy, and of the clerk of a committee where it has one. */
  readonly accountOf: (deputyId: string) => string
  readonly committeeClerk: (unitId: string) => string | null
  readonly becameOf: (reference: string) => Became
  readonly session: readonly [string, string]
}

export interface PlayedMotion {
  readonly motion: Row<'motions.motion'> & { id: string; status: Status; series: string; number: number | null; lead_deputy_id: string }
  readonly text: Row<'motions.text'>
  readonly cosigners: Row<'motions.cosigner'>[]
  readonly decisions: Row<'motions.decision'>[]
  readonly opinions: Row<'motions.opinion'>[]
  readonly links: Row<'motions.link'>[]
  readonly events: WorldEvent[]
}

const TERM = 17
const settings = defaultSettings('city')
const HOURS = { draft: 8, invite: 9, submit: 14, receive: 10, decide: 15, turn: 11 } as const

/** Lives every motion through as the actions of the slice would: each step is an arrow of the lifecycle, each event fits the catalogue. */
export function playMotions(sketches: readonly Sketch[], stage: Stage): PlayedMotion[] {
  const known = new Map<string, PlayedMotion>()
  const last = new Map<string, number>()
  const takeNumber = (series: string): number => {
    const number = (last.get(series) ?? 0) + 1
    last.set(series, number)
    return number
  }
  for (const sketch of inOrderOfNumbers(sketches)) known.set(sketch.key, play(sketch, { ...stage, known, takeNumber }))
  return [...known.values()]
}

/** Numbers are given as motions come in, so those that were received first are played first. */
function inOrderOfNumbers(sketches: readonly Sketch[]): Sketch[] {
  const receivedOn = ({ turns = [] }: Sketch) => turns.flatMap((it) => (it.do === 'receive' ? it.on : []))[0] ?? '9'
  return sketches.toSorted((a, b) => receivedOn(a).localeCompare(receivedOn(b)))
}

interface Scene extends Stage {
  readonly known: ReadonlyMap<string, PlayedMotion>
  readonly takeNumber: (series: string) => number
}

type Live = ReturnType<typeof begin>

function play(sketch: Sketch, scene: Scene): PlayedMotion {
  const it = begin(sketch, scene)
  if (sketch.invited) gather(it, sketch, scene)
  for (const turn of sketch.turns ?? []) happen[turn.do](it, turn as never, scene)
  const { motion, text, cosigners, decisions, opinions, links, events } = it
  return { motion, text, cosigners, decisions, opinions, links, events }
}

function begin(sketch: Sketch, scene: Scene) {
  const draftedAt = at(sketch.drafted, HOURS.draft)
  const id = idAt(draftedAt, `motion ${sketch.key}`)
  const became = sketch.becomes ? scene.becameOf(sketch.becomes) : null
  const dice = diceOf(`motion ${sketch.key}`)
  const lead = became ? byId(scene.deputies, became.deputyId) : leadOf(sketch, scene, dice.fraction())
  const words = wordsOf(sketch, became)
  const isInSession = sketch.drafted >= scene.session[0] && sketch.drafted <= scene.session[1]
  const none = null as string | null
  const motion = {
    id,
    term: TERM,
    session: isInSession ? 1 : null,
    series: isInSession ? `${TERM}-1` : `${TERM}-${sketch.drafted.slice(0, 4)}`,
    number: null as number | null,
    reference: none,
    lead_deputy_id: lead.id,
    is_public: true,
    status: 'draft' as Status,
    text_version: 1,
    minimum: null as number | null,
    outcome: none,
    committee_id: none,
    sent_on: none,
    merged_into_id: none,
    created_at: draftedAt,
    submitted_on: none,
    received_on: none,
    version: 1,
  }
  const text = { motion_id: id, version: 1, kind: sketch.kind, ...words, written_at: draftedAt }
  const it = {
    motion,
    text,
    lead,
    became,
    dice,
    committee: null as Unit | null,
    signers: [] as Deputy[],
    cosigners: [] as Row<'motions.cosigner'>[],
    decisions: [] as Row<'motions.decision'>[],
    opinions: [] as Row<'motions.opinion'>[],
    links: [] as Row<'motions.link'>[],
    events: [] as WorldEvent[],
  }
  tell(it, draftedAt, 'motion.drafted', scene.accountOf(lead.id), { title: text.title })
  return it
}

/** The lead deputy asks, most of the asked confirm one after the other, a few have not answered. */
function gather(it: Live, sketch: Sketch, scene: Scene): void {
  const invitedAt = at(sketch.invited!, HOURS.invite)
  const open = (sketch.open ?? []).map((name) => byName(scene.deputies, name))
  it.signers = signersOf(it, sketch, scene, open)
  const asked = [...it.signers, ...open]
  const invitation = { ...ofLead(it), leadName: it.lead.name, deputyIds: asked.map(({ id }) => id), textVersion: 1 }
  tell(it, invitedAt, 'motion.cosigners-invited', scene.accountOf(it.lead.id), invitation)
  move(it, 'invite')
  for (const one of open) it.cosigners.push(row(it, one.id, invitedAt, null))
  it.signers.forEach((one, nth) => {
    const confirmedAt = new Date(invitedAt.getTime() + (nth + 1) * 13 * 60_000)
    it.cosigners.push(row(it, one.id, invitedAt, confirmedAt))
    const told = { ...ofLead(it), deputyId: one.id, deputyName: one.name, textVersion: 1 }
    tell(it, new Date(confirmedAt.getTime() - 60_000), 'motion.read', scene.accountOf(one.id), told)
    const payload = { ...told, signatories: nth + 2, minimum: settings.minimum }
    tell(it, confirmedAt, 'motion.cosigned', scene.accountOf(one.id), payload)
  })
}

const happen: { readonly [D in Turn['do']]: (it: Live, turn: Extract<Turn, { do: D }>, scene: Scene) => void } = {
  submit: (it, { on }, scene) => {
    it.motion.submitted_on = on
    it.motion.minimum = settings.minimum
    move(it, 'submit')
    const payload = { ...ofLead(it), leadName: it.lead.name, signatories: it.signers.length + 1, minimum: settings.minimum }
    tell(it, at(on, HOURS.submit), 'motion.submitted', scene.accountOf(it.lead.id), payload)
  },
  receive: (it, { on }, scene) => {
    it.motion.received_on = on
    it.motion.number = scene.takeNumber(it.motion.series)
    it.motion.reference = referenceOf(it.motion.series, it.motion.number)
    move(it, 'receive')
    const when = new Date(at(on, HOURS.receive).getTime() + it.motion.number * 7 * 60_000)
    tell(it, when, 'motion.received', scene.clerk, numbered(it))
  },
  return: (it, { on, reason }, scene) => {
    move(it, 'return')
    tell(it, at(on, HOURS.turn), 'motion.returned', scene.clerk, { ...ofLead(it), reason })
  },
  agree: (it, { on }, scene) => {
    move(it, 'agreeToConversion')
    tell(it, at(on, HOURS.turn), 'motion.conversion-agreed', scene.accountOf(it.lead.id), numbered(it))
  },
  decline: (it, { on, reason }, scene) => {
    move(it, 'declineConversion')
    tell(it, at(on, HOURS.turn), 'motion.conversion-declined', scene.accountOf(it.lead.id), { ...numbered(it), reason })
  },
  withdraw: (it, { on, reason }, scene) => {
    move(it, 'withdraw')
    const payload = { ...ofLead(it), reason, cosignerIds: it.signers.map(({ id }) => id) }
    tell(it, at(on, HOURS.turn), 'motion.withdrawn', scene.accountOf(it.lead.id), payload)
  },
  leave,
  decide,
  opine,
  merge,
  convert: (it, _turn, scene) => convert(it, scene),
}

function decide(it: Live, turn: Extract<Turn, { do: 'decide' }>, scene: Scene): void {
  const { outcome, body, basis, on } = turn
  const committee = turn.committee ? unitNamed(scene.units, turn.committee) : null
  move(it, arrowOf[outcome])
  it.motion.outcome = outcome
  if (committee) {
    it.committee = committee
    it.motion.committee_id = committee.id
    it.motion.sent_on = on
  }
  const when = at(on, HOURS.decide)
  const shared = { outcome, body, basis, decided_on: on }
  const place = { committee_id: committee?.id ?? null, main_id: null as string | null }
  it.decisions.push({ id: idAt(when, `decision ${it.motion.id} ${on}`), motion_id: it.motion.id, ...shared, ...place })
  const clock = opinionClock(toDateOnly(on), settings.committeeOpinion.term, null)
  const payload = {
    ...numbered(it),
    outcome,
    body,
    basis,
    decidedOn: on,
    committeeId: committee?.id ?? null,
    committeeName: committee?.name ?? null,
    dueOn: committee ? dueDate(clock, calendar) : null,
    cosignerIds: it.signers.map(({ id }) => id),
  }
  tell(it, when, 'motion.decided', scene.clerk, payload)
}

function merge(it: Live, turn: Extract<Turn, { do: 'merge' }>, scene: Scene): void {
  const main = scene.known.get(turn.main)?.motion
  if (!main?.number) throw new Error(`${turn.main} has no number to be merged into`)
  const { body, basis, on } = turn
  move(it, 'merge')
  it.motion.outcome = 'merged'
  it.motion.merged_into_id = main.id
  const when = at(on, HOURS.decide)
  const shared = { outcome: 'merged', body, basis, decided_on: on, committee_id: null, main_id: main.id }
  it.decisions.push({ id: idAt(when, `decision ${it.motion.id} ${on}`), motion_id: it.motion.id, ...shared })
  const cosignerIds = it.signers.map(({ id }) => id)
  const payload = { ...numbered(it), mainId: main.id, mainNumber: main.number, body, basis, decidedOn: on, cosignerIds }
  tell(it, when, 'motion.merged', scene.clerk, payload)
}

function opine(it: Live, { on, opinion }: Extract<Turn, { do: 'opine' }>, scene: Scene): void {
  const { committee } = it
  if (!committee) throw new Error(`${it.text.title} is with no committee`)
  move(it, 'giveOpinion')
  it.opinions.push({ motion_id: it.motion.id, committee_id: committee.id, ...opinion, given_on: on })
  const payload = { ...numbered(it), committeeId: committee.id, committeeName: committee.name, recommendation: opinion.recommendation }
  tell(it, at(on, HOURS.turn), 'motion.opinion-given', scene.committeeClerk(committee.id), payload)
}

/** Some co-signers take their names back; below the minimum the motion lapses in the same moment. */
function leave(it: Live, { on, reason, count }: Extract<Turn, { do: 'leave' }>, scene: Scene): void {
  for (let nth = 0; nth < count; nth += 1) {
    const one = it.signers.pop()
    const left = it.signers.length + 1
    const when = new Date(at(on, HOURS.turn).getTime() + nth * 60_000)
    const place = it.cosigners.find(({ deputy_id }) => deputy_id === one?.id)
    if (!one || !place) throw new Error(`${it.text.title} has nobody left to leave`)
    place.withdrawn_at = when
    move(it, 'withdrawCosigning')
    const told = { ...ofLead(it), deputyId: one.id, deputyName: one.name, textVersion: 1, reason, isSubmitted: true }
    const counts = { signatories: left, minimum: settings.minimum }
    tell(it, when, 'motion.cosigning-withdrawn', scene.accountOf(one.id), { ...told, ...counts })
    if (left >= settings.minimum) continue
    move(it, 'lapse')
    const cosignerIds = it.signers.map(({ id }) => id)
    const payload = { ...ofLead(it), ...counts, basis: LAPSE_BASIS, cosignerIds, committeeId: it.motion.committee_id }
    tell(it, new Date(when.getTime() + 1), 'motion.lapsed', null, payload)
  }
}

/** It goes on as a suggestion that is in the world already, so that no figure of suggestions changes. */
function convert(it: Live, scene: Scene): void {
  const { became } = it
  if (!became) throw new Error(`${it.text.title} became no suggestion`)
  move(it, 'convert')
  it.links.push({ motion_id: it.motion.id, suggestion_id: became.id, kind: 'became', linked_at: became.submittedAt })
  const payload = { ...numbered(it), suggestionId: became.id, cosignerIds: it.signers.map(({ id }) => id) }
  tell(it, became.submittedAt, 'motion.converted', scene.clerk, payload)
}

function move(it: Live, arrow: Arrow): void {
  const to = next(lifecycle, it.motion.status, arrow)
  if (!to) throw new Error(`${it.text.title}: no arrow “${arrow}” from ${it.motion.status}`)
  it.motion.status = to
  it.motion.version += 1
}

function tell(it: Live, when: Date, name: keyof typeof catalogue, actorId: string | null, payload: object): void {
  const before = it.events.at(-1)?.at
  if (before && when < before) throw new Error(`${it.text.title}: ${name} on ${toBeijingDate(when)} is before the step before`)
  it.events.push({ name, subjectId: it.motion.id, actorId, at: when, payload: catalogue[name].payload.parse(payload) })
}

function ofLead({ motion, text }: Live) {
  return { title: text.title, leadDeputyId: motion.lead_deputy_id }
}

function numbered(it: Live) {
  const { reference, number } = it.motion
  if (reference === null || number === null) throw new Error(`${it.text.title} has no number`)
  return { ...ofLead(it), reference, number }
}

function row(it: Live, deputyId: string, invitedAt: Date, confirmedAt: Date | null): Row<'motions.cosigner'> {
  return {
    motion_id: it.motion.id,
    deputy_id: deputyId,
    invited_at: invitedAt,
    read_version: confirmedAt && 1,
    read_at: confirmedAt,
    confirmed_version: confirmedAt && 1,
    confirmed_at: confirmedAt,
    declined_at: null,
    withdrawn_at: null,
  }
}

function wordsOf({ key, text }: Sketch, became: Became | null) {
  if (became) return { title: became.title.replace(/建议$/, '议案'), grounds: became.grounds, plan: became.plan, outline: null }
  if (!text) throw new Error(`Motion ${key} has no words`)
  return { ...text, outline: text.outline ?? null }
}

function leadOf({ lead }: Sketch, { deputies }: Scene, drawn: number): Deputy {
  return lead ? byName(deputies, lead) : others(deputies)[Math.floor(drawn * others(deputies).length)]!
}

function signersOf(it: Live, sketch: Sketch, { deputies }: Scene, open: readonly Deputy[]): Deputy[] {
  const named = (sketch.with ?? []).map((name) => byName(deputies, name))
  const taken = new Set([it.lead.id, ...open.map(({ id }) => id), ...named.map(({ id }) => id)])
  const drawn = it.dice.shuffle(others(deputies).filter(({ id }) => !taken.has(id)))
  return [...named, ...drawn].slice(0, sketch.confirmed ?? 0)
}

/** Whoever the screens show by name is in a motion only where its sketch says so. */
function others(deputies: readonly Deputy[]): Deputy[] {
  return deputies.filter(({ name }) => name !== '王敏' && name !== '李华')
}

function byName(deputies: readonly Deputy[], name: string): Deputy {
  const found = deputies.find((it) => it.name === name)
  if (!found) throw new Error(`The world has no deputy ${name}`)
  return found
}

function byId(deputies: readonly Deputy[], id: string): Deputy {
  const found = deputies.find((it) => it.id === id)
  if (!found) throw new Error(`The world has no deputy ${id}`)
  return found
}
