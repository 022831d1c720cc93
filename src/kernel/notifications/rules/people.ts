import type * as z from 'zod'
import type { Catalogue, EventRow } from '#kernel/audit/contract.ts'
import type { Role } from '#kernel/identity/contract.ts'
import type { Words } from '#lib/pure/words.ts'

/** Who hears of something, as a rule names them. Accounts are looked up when it is told, so a new clerk is told from the first day. */
export type Recipient =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'unit'; readonly unitId: string; readonly role: Role }
  | { readonly kind: 'deputy'; readonly deputyId: string }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'followers'; readonly subjectId: string }

export const people = {
  /** Everybody of the congress with a role. */
  withRole: (role: Role): Recipient => ({ kind: 'role', role }),
  /** Those who handle suggestions in a unit. */
  handlersOf: (unitId: string): Recipient => ({ kind: 'unit', unitId, role: 'handling_unit' }),
  /** The responsible persons of a unit (单位负责人): its accounts with the role of a leader. */
  headsOf: (unitId: string): Recipient => ({ kind: 'unit', unitId, role: 'leader' }),
  /** Those who report for a department (填报人). */
  reportersOf: (unitId: string): Recipient => ({ kind: 'unit', unitId, role: 'department' }),
  deputy: (deputyId: string): Recipient => ({ kind: 'deputy', deputyId }),
  account: (accountId: string): Recipient => ({ kind: 'account', accountId }),
  /** Whoever follows it, which only what anybody may read can be. */
  followersOf: (subjectId: string): Recipient => ({ kind: 'followers', subjectId }),
} as const
export type People = typeof people

/** One thing to tell one group. `why` completes “you get this because …”; `link` is a path of this site. */
export interface NoticeDraft {
  readonly to: Recipient
  readonly text: Words<string>
  readonly why: Words<string>
  readonly link: `/${string}`
}

export type NoticeRule = (event: EventRow) => readonly NoticeDraft[]
export type NoticeRules = Readonly<Record<string, NoticeRule>>

/** The rules of one slice: from an event and its checked payload to what is told to whom. Pure, so a table test covers them. */
export type RulesFor<C extends Catalogue> = {
  readonly [N in keyof C & string]?: (event: EventRow, payload: z.output<C[N]['payload']>, people: People) => NoticeDraft[]
}

/** Turns typed rules into those of the manifest; each payload is read by its own schema. An event of an older shape tells nobody. */
export function noticesFor<C extends Catalogue>(events: C, rules: RulesFor<C>): NoticeRules {
  const entries = Object.entries(rules) as [string, (event: EventRow, payload: unknown, people: People) => NoticeDraft[]][]
  return Object.fromEntries(
    entries.map(([name, rule]): [string, NoticeRule] => [
      name,
      (event) => {
        const parsed = events[name]?.payload.safeParse(event.payload)
        return parsed?.success ? rule(event, parsed.data, people) : []
      },
    ]),
  )
}

const WORTH_TELLING_DAYS = 14

/** History that is entered later (an import, the demo world) tells nobody: a bell with ten thousand entries is no bell. */
export function isWorthTelling(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < WORTH_TELLING_DAYS * 86_400_000
}
