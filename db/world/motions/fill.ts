import { replaceTotals, type Measure } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Outcome } from '#slices/motions/contract.ts'
import { measures } from '#slices/motions/rules/measures.ts'
import type { Account } from '../accounts.ts'
import { castOf } from '../cast.ts'
import { insertEvents } from '../events.ts'
import type { Deputy } from '../people.ts'
import { insertRows } from '../rows.ts'
import type { Played } from '../suggestions/play.ts'
import type { Unit } from '../units.ts'
import { playMotions, type Became, type PlayedMotion } from './play.ts'
import { sketches } from './sketches.ts'

interface Given {
  readonly deputies: readonly Deputy[]
  readonly units: readonly Unit[]
  readonly accounts: readonly Account[]
  readonly suggestions: readonly Played[]
  readonly session: readonly [string, string]
}

/** The motions of the city: every status of the slice occurs, and what became a suggestion is one of the 823. */
export async function fillMotions(tx: Tx, { deputies, units, accounts, suggestions, session }: Given): Promise<void> {
  const cast = castOf(accounts)
  const clerks = new Map(accounts.filter((it) => it.role === 'special_committee').map((it) => [it.unitId, it.id]))
  const played = playMotions(sketches, {
    deputies,
    units,
    session,
    clerk: cast.clerk(),
    accountOf: cast.deputy,
    committeeClerk: (unitId) => clerks.get(unitId) ?? null,
    becameOf: (reference) => becameOf(suggestions, reference),
  })
  await insertMotions(tx, played)
}

async function insertMotions(tx: Tx, played: readonly PlayedMotion[]): Promise<void> {
  // One that others were merged into comes before them: it got the smaller number.
  await insertRows(tx, 'motions.motion', played.map((it) => it.motion))
  await insertRows(tx, 'motions.text', played.map((it) => it.text))
  await insertRows(tx, 'motions.cosigner', played.flatMap((it) => it.cosigners))
  await insertRows(tx, 'motions.decision', played.flatMap((it) => it.decisions))
  await insertRows(tx, 'motions.opinion', played.flatMap((it) => it.opinions))
  await insertRows(tx, 'motions.link', played.flatMap((it) => it.links))
  await insertEvents(tx, played.flatMap((it) => it.events))
  await insertRows(tx, 'motions.number_series', lastNumbers(played))
  await replaceTotals(tx, ['motion.status', 'motion.fate'], sum(played.flatMap(measured)))
}

function becameOf(suggestions: readonly Played[], reference: string): Became {
  const found = suggestions.find((it) => it.suggestion.reference === reference)
  const submitted = found?.events.find(({ name }) => name === 'suggestion.submitted')
  if (!found || !submitted) throw new Error(`The world has no suggestion ${reference}`)
  const { id, title, matter, lead_deputy_id: deputyId } = found.suggestion
  const plan = found.requests.map(({ text }) => text).join('\n')
  return { id, title, grounds: matter, plan, deputyId, submittedAt: submitted.at }
}

function lastNumbers(played: readonly PlayedMotion[]): { series: string; last_number: number }[] {
  const last = new Map<string, number>()
  for (const { motion } of played) {
    if (motion.number) last.set(motion.series, Math.max(motion.number, last.get(motion.series) ?? 0))
  }
  return [...last].map(([series, last_number]) => ({ series, last_number }))
}

function measured({ motion }: PlayedMotion): Measure[] {
  const { status, number, outcome, submitted_on } = motion
  return measures({ status, number, outcome: (outcome ?? null) as Outcome | null, submittedOn: submitted_on ?? null })
}

function sum(all: readonly Measure[]): Measure[] {
  const sums = new Map<string, Measure>()
  for (const it of all) {
    const key = JSON.stringify([it.metric, it.dimension])
    sums.set(key, { ...it, amount: it.amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}
