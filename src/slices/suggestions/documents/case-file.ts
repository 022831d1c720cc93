import type { DateOnly } from '#lib/pure/date.ts'
import { Problem } from '#lib/http/problem.ts'
import type { SuggestionClock } from '../clock.ts'
import type { findParts, Suggestion } from '../store.ts'
import { words } from '../words.ts'

/** All that a paper of one suggestion is made from; a paper reads nothing by itself. */
export interface CaseFile {
  readonly it: Suggestion
  readonly parts: Awaited<ReturnType<typeof findParts>>
  /** The full name of the congress. */
  readonly congress: string
  readonly clock: SuggestionClock
  readonly today: DateOnly
  /** The round that was asked for; the last one where none was. */
  readonly round: number | undefined
  /** Where the deputy rates on a phone. */
  readonly address: string
}

type Reply = CaseFile['parts']['replies'][number]

/** The reply of the round that was asked for. Throws 409 while there is none: an answer is printed after it was given, never before. */
export function replyOf({ parts, round }: CaseFile): Reply {
  const reply = round === undefined ? parts.replies.at(-1) : parts.replies.find((it) => it.round === round)
  if (reply) return reply
  throw new Problem(409, 'not-replied', '承办单位还没有答复，不能打印。答复以后再打印。')
}

/** `第112号`; empty for what is not registered yet. */
export function numberOf({ number }: Suggestion): string {
  return number === null ? '' : words.zh.numbered(number)
}

/** Two columns, label and field. */
export const FIELDS = [
  { header: '', share: 3, align: 'center' },
  { header: '', share: 10 },
] as const
