import type { Part } from '#slices/suggestions/contract.ts'
import { diceOf, type Dice } from '../dice.ts'
import { partners } from './partners.ts'
import type { Slot } from './slots.ts'

/** What is settled of one of the 823 beside its unit: with whom it is handled, what was asked for, how many signed with the lead deputy. */
export interface Sketch {
  readonly others: readonly OtherSketch[]
  readonly opinionOn?: string
  readonly objection?: { readonly by: string; readonly proposed: string; readonly outcome: 'granted' | 'refused' | 'pending' }
  readonly extension?: { readonly months: number; readonly decision: 'granted' | 'refused' | 'pending' }
  /** How many are asked to join; those that screens name come first. */
  readonly cosigners: number
  readonly cosignerNames?: readonly string[]
  readonly summaryOn?: string
  readonly openedOn?: string
}

interface OtherSketch {
  readonly unitName: string
  readonly part: Part
  readonly reach: 'assigned' | 'accepted' | 'drafted' | 'signed' | 'done'
}

const co = (unitName: string, reach: OtherSketch['reach'] = 'done'): OtherSketch => ({ unitName, part: 'co', reach })

/** Cases that screens, desks and tests name. */
const known: Readonly<Record<string, Partial<Sketch>>> = {
  '17-1 112': { others: [co('市财政局')], opinionOn: '2022-03-18', cosigners: 2, cosignerNames: ['李华'] },
  '17-1 88': { others: [co('市住建局')], cosigners: 1, cosignerNames: ['王敏'], openedOn: '2022-09-26' },
  '17-1 305': { others: [co('市财政局'), co('市工信局'), co('市人社局')], cosigners: 3 },
  // 市房产局 at its desk: an opinion that the lead waits for, a draft that is saved, a letter that is signed.
  '17-2022 201': { others: [co('市房产局', 'accepted'), co('市财政局')] },
  '17-1 418': { others: [{ unitName: '市房产局', part: 'separate', reach: 'drafted' }] },
  '17-1 577': { others: [{ unitName: '市房产局', part: 'separate', reach: 'signed' }] },
  '17-2022 208': { objection: { by: '市财政局', proposed: '市金融局', outcome: 'pending' } },
  '17-2022 209': { objection: { by: '市城管执法局', proposed: '市林草局', outcome: 'pending' } },
  '17-2022 101': { extension: { months: 1, decision: 'pending' } },
  '17-2022 118': { extension: { months: 2, decision: 'pending' } },
  '17-1 31': { extension: { months: 1, decision: 'refused' } },
  '17-1 143': { extension: { months: 2, decision: 'refused' } },
  '17-1 489': { summaryOn: '2022-08-16' },
  '17-1 233': { summaryOn: '2022-08-17' },
}

const counts = { granted: 9, refused: 3, extended: 15, separate: 10, severalLeads: 6 }
/** One in six has a co-handler, one in eight is joint. */
const CO_SHARE = 1 / 6
const JOINT_SHARE = 1 / 8
/** In-session numbers whose three months and two more lie before the moment of the world. */
const EARLY_ENOUGH = 430

/** Every slot with its sketch, by its key `series number`. What is rare is drawn from those that no screen names. */
export function sketchesOf(slots: readonly Slot[], isNamed: (slot: Slot) => boolean): Map<string, Sketch> {
  const ordinary = slots.filter((it) => it.reach === 'answered' && !it.trouble && !it.isLate && !known[keyOf(it)] && !isNamed(it))
  const early = diceOf('rare arrangements').shuffle(ordinary.filter((it) => it.series === '17-1' && it.number < EARLY_ENOUGH))
  const draw = (count: number, fits: (slot: Slot) => boolean) => {
    const drawn = early.filter(fits).slice(0, count)
    for (const it of drawn) early.splice(early.indexOf(it), 1)
    return drawn
  }
  const rare = new Map<string, Partial<Sketch>>()
  for (const it of draw(counts.extended, (slot) => !slot.isDifficult)) {
    const months = diceOf(`months ${keyOf(it)}`).whole(1, 2)
    rare.set(keyOf(it), { extension: { months, decision: 'granted' } })
  }
  for (const it of draw(counts.granted, () => true)) {
    rare.set(keyOf(it), { objection: { by: partnerOf(it, 1), proposed: it.unitName, outcome: 'granted' } })
  }
  for (const it of draw(counts.refused, () => true)) {
    rare.set(keyOf(it), { objection: { by: it.unitName, proposed: partnerOf(it, 0), outcome: 'refused' } })
  }
  for (const it of draw(counts.separate, () => true)) rare.set(keyOf(it), { others: [{ unitName: partnerOf(it, 0), part: 'separate', reach: 'done' }] })
  for (const it of draw(counts.severalLeads, () => true)) rare.set(keyOf(it), { others: [{ unitName: partnerOf(it, 0), part: 'lead', reach: 'done' }] })
  return new Map(slots.map((it) => [keyOf(it), { ...drawnFor(it, !rare.has(keyOf(it))), ...rare.get(keyOf(it)), ...known[keyOf(it)] }]))
}

export function keyOf({ series, number }: Pick<Slot, 'series' | 'number'>): string {
  return `${series} ${number}`
}

function drawnFor(slot: Slot, mayShare: boolean): Sketch {
  const dice = diceOf(`arrangement ${keyOf(slot)}`)
  const [isShared, isJoint, count] = [dice.isTrue(CO_SHARE), dice.isTrue(JOINT_SHARE), dice.whole(1, 5)]
  const others = isShared && mayShare && !knownObjection(slot) && slot.reach !== 'assigned' ? [...new Set(pickTwo(slot, dice))].map((it) => co(it)) : []
  return { others, cosigners: isJoint ? count : 0 }
}

function knownObjection(slot: Slot): boolean {
  return known[keyOf(slot)]?.objection !== undefined
}

function pickTwo(slot: Slot, dice: Dice): string[] {
  const names = dice.shuffle(partners[slot.unitName] ?? [])
  return names.slice(0, dice.isTrue(0.25) ? 2 : 1)
}

function partnerOf(slot: Slot, nth: number): string {
  const names = partners[slot.unitName] ?? []
  const name = names[nth] ?? names[0]
  if (!name) throw new Error(`${slot.unitName} shares nothing with anybody`)
  return name
}
