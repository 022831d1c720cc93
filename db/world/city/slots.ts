import { diceOf } from '../dice.ts'
import type { Trouble } from '../suggestions/course.ts'
import { quotas } from './quotas.ts'

/** One of the 823 numbers, with what was settled about it before any text or date. */
export interface Slot {
  readonly series: '17-1' | '17-2022'
  readonly number: number
  readonly unitName: string
  readonly isDifficult: boolean
  /** How far it has come by the moment of the world. */
  readonly reach: 'assigned' | 'accepted' | 'answered'
  readonly isLate: boolean
  /** What the deputy said of the first reply, where it was not good: handled again, or not yet handed back. */
  readonly trouble: Trouble | null
}

export const IN_SESSION = 612
export const BETWEEN = 211

/** 27 are open. In-session ones are wide or difficult and due from 29 September; the newest five have not been received. */
const open: readonly (readonly [series: Slot['series'], number: number, unit: string])[] = [
  ['17-1', 305, '市营商局'],
  ['17-1', 418, '市住建局'],
  ['17-1', 452, '市交通局'],
  ['17-1', 487, '市自然资源局'],
  ['17-1', 533, '市卫健委'],
  ['17-1', 577, '市发改委'],
  ['17-2022', 101, '市公安局'],
  ['17-2022', 104, '市农业农村局'],
  ['17-2022', 118, '市生态环境局'],
  ['17-2022', 137, '市民政局'],
  ['17-2022', 152, '市水务局'],
  ['17-2022', 168, '市教育局'],
  ['17-2022', 177, '市城管执法局'],
  ['17-2022', 199, '市人社局'],
  ['17-2022', 201, '市住建局'],
  ['17-2022', 205, '市交通局'],
  ['17-2022', 198, '市文旅局'],
  ['17-2022', 200, '市市场监管局'],
  ['17-2022', 202, '市教育局'],
  ['17-2022', 203, '市医保局'],
  ['17-2022', 204, '市卫健委'],
  ['17-2022', 206, '市工信局'],
  ['17-2022', 207, '市商务局'],
  ['17-2022', 208, '市财政局'],
  ['17-2022', 209, '市城管执法局'],
  ['17-2022', 210, '市房产局'],
  ['17-2022', 211, '市公安局'],
]
const NOT_YET_RECEIVED = 207

/** In-session numbers whose unit the screens or the digest settle: ten about old housing estates went to 市房产局. */
export const renewalNumbers: readonly number[] = [23, 57, 112, 134, 178, 240, 322, 398, 467, 540]
const fixedUnits: Readonly<Record<number, string>> = {
  ...Object.fromEntries(renewalNumbers.map((it) => [it, '市房产局'])),
  47: '市城管执法局',
  88: '市水务局',
  219: '市交通局',
  260: '市公安局',
}

const late: ReadonlySet<string> = new Set(
  ['17-1 31', '17-1 76', '17-1 88', '17-1 143', '17-1 201', '17-1 356', '17-1 489', '17-2022 18', '17-2022 44'],
)
const troubles: Readonly<Record<string, Trouble>> = {
  '17-1 39': 'concluded',
  '17-1 84': 'settled',
  '17-1 167': 'settled',
  '17-1 233': 'settled',
  '17-1 294': 'settled',
  '17-1 371': 'settled',
  '17-2022 25': 'escalated',
  '17-1 47': 'underWay',
  '17-1 260': 'underWay',
  '17-2022 60': 'underWay',
  '17-1 88': 'waiting',
}
const alwaysDifficult: ReadonlySet<string> = new Set(['17-1 47', '17-1 88', '17-1 219', '17-1 260'])
const DIFFICULT_SHARE = 0.12

/** All 823, in the order of their numbers. */
export function slotsOf(): Slot[] {
  const dice = diceOf('slots')
  const keys = [...numbers('17-1', IN_SESSION), ...numbers('17-2022', BETWEEN)]
  const settled = new Map<string, string>(open.map(([series, number, unit]) => [`${series} ${number}`, unit]))
  for (const [number, unit] of Object.entries(fixedUnits)) settled.set(`17-1 ${number}`, unit)
  const rest = dice.shuffle(remaining([...settled.values()]))
  const isOpen = new Set(open.map(([series, number]) => `${series} ${number}`))
  return keys.map(({ series, number }) => {
    const key = `${series} ${number}`
    const unitName = settled.get(key) ?? rest.pop()
    if (!unitName) throw new Error('The quotas of the units do not add up to the number of suggestions')
    const trouble = troubles[key] ?? null
    const isDrawn = trouble === null && number !== 112 && !late.has(key) && dice.isTrue(DIFFICULT_SHARE)
    const isDifficult = alwaysDifficult.has(key) || isDrawn || (isOpen.has(key) && series === '17-1')
    const isReceived = series === '17-1' || number < NOT_YET_RECEIVED
    const reach = isOpen.has(key) ? (isReceived ? 'accepted' : 'assigned') : 'answered'
    return { series, number, unitName, isDifficult, reach, isLate: late.has(key), trouble }
  })
}

function numbers(series: Slot['series'], count: number) {
  return Array.from({ length: count }, (_, index) => ({ series, number: index + 1 }))
}

/** What is left of every unit's quota after the settled ones. */
function remaining(settled: readonly string[]): string[] {
  return Object.entries(quotas).flatMap(([unit, quota]) => {
    const left = quota - settled.filter((it) => it === unit).length
    return Array.from({ length: left }, () => unit)
  })
}
