import type { Role } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { presets } from '#slices/suggestions/presets/presets.ts'
import { suggestionProfile } from '#slices/suggestions/rules/profile.ts'
import { accountsOf, deputyAccounts, handlerAccounts, insertAccounts, type Account, type AccountSketch } from '../accounts.ts'
import { insertBodies } from '../bodies.ts'
import { castOf } from '../cast.ts'
import { insertTerms, type Term } from '../congresses.ts'
import { diceOf } from '../dice.ts'
import { deputiesOf, insertDeputies, type Deputy } from '../people.ts'
import { insertPlaces, placesOf, type Place } from '../places.ts'
import { activateFirstProfile } from '../procedure.ts'
import { plain } from '../suggestions/arrangement.ts'
import { courseOf } from '../suggestions/course.ts'
import { insertSuggestions } from '../suggestions/fill.ts'
import { historiesOf, registeredAt, type Plan } from '../suggestions/plan.ts'
import { play } from '../suggestions/play.ts'
import { write } from '../suggestions/writing.ts'
import { insertUnits, unitNamed, unitsOf, type Unit } from '../units.ts'
import { electorates, provinceUnits } from './lists.ts'

const SESSION = ['2022-01-17', '2022-01-21'] as const
const term: Term = {
  number: 13,
  startsOn: '2018-01-25',
  endsOn: null,
  sessions: [['2018-01-25', '2018-01-30'], ['2019-01-27', '2019-01-31'], ['2020-01-12', '2020-01-16'], ['2021-01-24', '2021-01-28'], SESSION],
}
const registration = [
  [1, '2022-02-15', 0.2],
  [5, '2022-02-24', 0.6],
  [6, '2022-03-25', 0.5],
] as const

/** The units of the six suggestions, in the order of their numbers; the last one is not answered yet. */
const handledBy = ['市教育局', '市交通局', '市卫健委', '市农业农村局', '市生态环境局', '市医保局'].map((name) => name.replace('市', '省'))

/** The numbers that 上海式规则 gives what is answered A to D elsewhere. */
const CLASSES = { A: '一', B: '二', C: '四', D: '四' }

const staff: readonly (readonly [login: string, name: string, role: Role, unit: string])[] = [
  ['daibiaogongwei', '姜慧', 'deputies_affairs', '代表工委'],
  ['xitong', '沈明', 'system_admin', '办公厅'],
]

/** 示例省人大: small, so that a second tenant has people, units and six suggestions of its own. */
export async function fillProvince(tx: Tx, passwordHash: string): Promise<void> {
  const places = placesOf(electorates.map((it) => it.name))
  const units = unitsOf('province', provinceUnits)
  const deputies = deputiesOf('13', electorates, places, term.startsOn)
  const accounts = provinceAccounts(deputies, units)
  await insertTerms(tx, [term])
  await insertPlaces(tx, places, [])
  await insertUnits(tx, units)
  await insertDeputies(tx, deputies, term)
  await insertBodies(tx, deputies, term)
  await insertAccounts(tx, accounts, passwordHash)
  const profile = suggestionProfile.settings.parse(presets.shanghai.settings)
  const title = '示例省代表建议办理规则包'
  await activateFirstProfile(tx, suggestionProfile, { title, effectiveOn: '2022-01-01', settings: profile })
  const cast = castOf(accounts)
  const histories = historiesOf(plansOf(deputies, units, places))
  await insertSuggestions(tx, histories.map((history) => play(history, cast, profile)))
}

function provinceAccounts(deputies: readonly Deputy[], units: readonly Unit[]): Account[] {
  const offices = staff.map(([login, name, role, unit]): AccountSketch => {
    return { login, name, role, unitId: unitNamed(units, unit).id, deputyId: null, isDemo: true }
  })
  const handling = handledBy.map((name) => unitNamed(units, name))
  return accountsOf('province', [...deputyAccounts(deputies, {}), ...offices, ...handlerAccounts(handling, offices)])
}

function plansOf(deputies: readonly Deputy[], units: readonly Unit[], places: readonly Place[]): Plan[] {
  const taken = new Set<string>()
  return handledBy.map((name, index) => {
    const number = index + 1
    const isOpen = number === handledBy.length
    const dice = diceOf(`province suggestion ${number}`)
    const unit = unitNamed(units, name)
    const reach = isOpen ? 'accepted' : 'answered'
    const wish = { reach, isDifficult: isOpen, isLate: false, trouble: null, draftedBetween: SESSION } as const
    // Handed over in March, so that the six months of a wide matter run into the moment of the world.
    const days = isOpen ? { days: { submitted: '2022-03-22', assigned: '2022-03-31' } } : {}
    const course = courseOf({ ...wish, ...days, registered: registeredAt(registration, number) }, dice)
    const deputy = dice.pick(deputies)
    const writing = write({ ...unit, name: name.replace('省', '市') }, deputy, places, taken, dice)
    return { series: '13-5', number, term: 13, session: 5, deputy, unit, writing, isDifficult: isOpen, course, arrangement: plain, isTroubled: false, dice, classes: CLASSES }
  })
}
