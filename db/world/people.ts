import type { Tx } from '#lib/db/tx.ts'
import { garrison } from './city/districts.ts'
import { diceOf, idAt, type Dice } from './dice.ts'
import { initialsOf } from './initials.ts'
import { at } from './moment.ts'
import { mensNames, namesIn, nationalities, occupations, surnames, womensNames } from './people-names.ts'
import type { Place } from './places.ts'
import { insertRows, type Row } from './rows.ts'

export interface Deputy {
  readonly id: string
  readonly name: string
  readonly gender: '女' | '男'
  readonly nationality: string
  readonly bornIn: number
  readonly occupation: string
  /** The group by field whose subject is nearest to the deputy's work. */
  readonly field: string
  readonly constituency: string
  readonly delegation: string
  readonly cardNumber: string
  readonly isReelected: boolean
}

export interface Electorate {
  readonly name: string
  readonly seats: number
  readonly delegation: string
}

type Known = Pick<Deputy, 'name' | 'gender' | 'bornIn' | 'occupation' | 'field'>

/** 44% of 525. */
const WOMEN = 0.44
/** As in the term before (digest: 172 were recommended for re-election, all were elected). */
const REELECTED = 172

/** The people of the screens, by where they were elected. */
const named: Readonly<Record<string, readonly Known[]>> = {
  城东区: [{ name: '王敏', gender: '女', bornIn: 1978, occupation: '阳光社区党委书记、居委会主任', field: '物业小组' }],
  城西区: [{ name: '李华', gender: '男', bornIn: 1971, occupation: '小西社区业主委员会主任', field: '物业小组' }],
}

/** Every deputy of a term, in the order of their cards. Names are all different, so that a person can be spoken of. */
export function deputiesOf(prefix: string, electorates: readonly Electorate[], places: readonly Place[], electedOn: string): Deputy[] {
  const dice = diceOf(`people ${prefix}`)
  const seats = electorates.flatMap((it) => Array.from({ length: it.seats }, (_, nth) => ({ ...it, nth })))
  const genders = dice.shuffle(seats.map((_, index) => (index < Math.round(seats.length * WOMEN) ? '女' : '男')))
  const reelected = new Set(dice.shuffle(seats.map((_, index) => index)).slice(0, REELECTED))
  const taken = new Set(Object.values(named).flatMap((list) => list.map((it) => it.name)))
  return seats.map((seat, index) => {
    const place = places.find((it) => it.name === seat.name)
    const known = named[seat.name]?.[seat.nth] ?? invent(genders[index]!, place, taken, dice)
    const cardNumber = `${prefix}${String(index + 1).padStart(4, '0')}`
    return {
      ...known,
      id: idAt(at(electedOn, 9), `deputy ${cardNumber}`),
      nationality: dice.isTrue(0.91) ? '汉族' : dice.pick(nationalities),
      constituency: seat.name,
      delegation: seat.delegation,
      cardNumber,
      isReelected: reelected.has(index),
    }
  })
}

export async function insertDeputies(tx: Tx, deputies: readonly Deputy[], term: TermDays, before?: TermDays): Promise<void> {
  const rows = deputies.map((it) => ({
    id: it.id,
    name: it.name,
    initials: initialsOf(it.name, 'person'),
    gender: it.gender,
    nationality: it.nationality,
    born_in: it.bornIn,
    occupation: it.occupation,
    card_number: it.cardNumber,
  }))
  await insertRows(tx, 'congress.deputy', rows)
  const earlier = before ? deputies.filter((it) => it.isReelected).map((it) => seatOf(it, before)) : []
  await insertRows(tx, 'congress.seat', [...earlier, ...deputies.map((it) => seatOf(it, term))])
}

export interface TermDays {
  readonly number: number
  readonly startsOn: string
  readonly endsOn: string | null
}

function seatOf(deputy: Deputy, term: TermDays): Row<'congress.seat'> {
  return {
    id: idAt(at(term.startsOn, 9), `seat ${term.number} ${deputy.cardNumber}`),
    term: term.number,
    deputy_id: deputy.id,
    constituency: deputy.constituency,
    starts_on: term.startsOn,
    ends_on: term.endsOn,
    end_reason: term.endsOn ? '任期届满' : null,
  }
}

function invent(gender: '女' | '男', place: Place | undefined, taken: Set<string>, dice: Dice): Known {
  const name = freshName(gender, taken, dice)
  if (!place) return { name, gender, bornIn: dice.whole(1968, 1988), occupation: `${garrison.name}某部干部`, field: '' }
  const fields = Object.keys(occupations).filter((it) => place.isRural || it !== '农业农村小组')
  const field = place.isRural && dice.isTrue(0.35) ? '农业农村小组' : dice.pick(fields)
  const street = dice.pick(place.streets)
  const occupation = dice.pick(occupations[field]!).replace('{}', street.stem)
  return { name, gender, bornIn: dice.whole(1960, 1993), occupation, field }
}

const givenNames = { 女: namesIn(womensNames, 13), 男: namesIn(mensNames, 10) }

function freshName(gender: '女' | '男', taken: Set<string>, dice: Dice): string {
  for (;;) {
    const name = dice.pick([...surnames]) + dice.pick(givenNames[gender])
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
