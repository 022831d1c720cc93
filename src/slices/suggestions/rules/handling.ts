import type { HandlerInput, Part, Status } from '../contract.ts'

/** One unit's part in a suggestion. `done`: answered, gave its opinion, or concurred; `released`: its objection was granted. */
export interface Handler {
  readonly ordinal: number
  readonly unitId: string
  readonly part: Part
  readonly status: 'assigned' | 'objected' | 'accepted' | 'done' | 'released'
  readonly handedOverOn: string
  readonly concurredOn: string | null
}

/** Single, lead with co-handlers, separate, or several leads (domain A1.4). */
export type AssignmentKind = 'single' | 'leadAndCo' | 'separate' | 'severalLeads'

export function kindOf(handlers: readonly Pick<HandlerInput, 'part'>[]): AssignmentKind {
  if (handlers.some(({ part }) => part === 'separate')) return 'separate'
  if (handlers.filter(({ part }) => part === 'lead').length > 1) return 'severalLeads'
  return handlers.length > 1 ? 'leadAndCo' : 'single'
}

/** Why these units cannot be handed a suggestion together, as a sentence, or null. */
export function assignmentProblem(handlers: readonly HandlerInput[]): string | null {
  const count = (part: Part) => handlers.filter((it) => it.part === part).length
  if (new Set(handlers.map((it) => it.unitId)).size < handlers.length) return '同一个单位选了两次，请去掉一个。'
  if (count('separate') === 0) return count('lead') === 0 ? '请确定一个主办单位。' : null
  if (count('lead') > 0) return '分别办理没有主办单位。请把各单位都改为分别办理，或者都改为主办和会办。'
  if (count('separate') === 1) return '分别办理至少要有两个单位。只有一个单位时请选主办。'
  const isVague = handlers.some((it) => it.part === 'separate' && it.scope === '')
  return isVague ? '分别办理要写明每个单位答复哪一部分。' : null
}

/** The units that answer the deputy: each separate one, or the first lead; others concur or give their opinion to it. */
export function answering<H extends Pick<Handler, 'ordinal' | 'part' | 'status'>>(handlers: readonly H[]): H[] {
  const current = handlers.filter((it) => it.status !== 'released')
  const separate = current.filter((it) => it.part === 'separate')
  if (separate.length > 0) return separate
  const leads = current.filter((it) => it.part === 'lead').toSorted((a, b) => a.ordinal - b.ordinal)
  return leads.slice(0, 1)
}

/** The other leads, who must agree before the first one replies. */
export function concurring<H extends Pick<Handler, 'ordinal' | 'part' | 'status'>>(handlers: readonly H[]): H[] {
  const [first] = answering(handlers)
  return handlers.filter((it) => it.status !== 'released' && it.part === 'lead' && it.ordinal !== first?.ordinal)
}

/** Where the suggestion stands while units handle it: an objection waits for the office first, else whoever answers and is furthest behind. */
export function progress(handlers: readonly Handler[]): Extract<Status, 'assigned' | 'objected' | 'accepted' | 'replied'> {
  if (handlers.some((it) => it.status === 'objected')) return 'objected'
  const waiting = answering(handlers)
  if (waiting.some((it) => it.status === 'assigned')) return 'assigned'
  return waiting.some((it) => it.status === 'accepted') ? 'accepted' : 'replied'
}
