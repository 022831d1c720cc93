import { toBeijingDate } from '#lib/pure/date.ts'
import { at } from '../moment.ts'
import type { Cosigning } from './arrangement.ts'
import type { Step } from './steps.ts'

const MINUTE_MS = 60_000

/** Invitations soon after the first draft; answers over the days until the lead deputy hands it in, or within the hour where that is the next day. */
export function joiningSteps(cosigners: readonly Cosigning[], drafted: Date, submitted: Date): Step[] {
  if (cosigners.length === 0) return []
  const invited = new Date(drafted.getTime() + 20 * MINUTE_MS)
  const span = submitted.getTime() - invited.getTime()
  const steps: Step[] = [{ action: 'invite', at: invited, deputies: cosigners.map((it) => it.deputy) }]
  for (const [index, { deputy, answer }] of cosigners.entries()) {
    if (!answer) continue
    const last = steps.at(-1)!.at
    const onTheWay = new Date(invited.getTime() + (span * (index + 1)) / (cosigners.length + 1))
    const inTheDay = at(toBeijingDate(onTheWay), 9.5 + 2.3 * index)
    const fits = inTheDay > last && submitted.getTime() - inTheDay.getTime() > 30 * MINUTE_MS
    steps.push({ action: 'cosign', at: fits ? inTheDay : new Date(last.getTime() + 9 * MINUTE_MS), deputy, answer })
  }
  return steps
}
