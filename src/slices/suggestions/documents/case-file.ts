import type { DateOnly } from '#lib/pure/date.ts'
import { Problem } from '#lib/http/problem.ts'
import type { SuggestionClock } from '../clock.ts'
import type { ReplyInput } from '../contract.ts'
import type { Parts } from '../parts-store.ts'
import type { Suggestion } from '../store.ts'
import { words } from '../words.ts'

/** All that a paper of one suggestion is made from; a paper reads nothing by itself. */
export interface CaseFile {
  readonly it: Suggestion
  readonly parts: Parts
  /** The full name of the congress. */
  readonly congress: string
  readonly clock: SuggestionClock
  readonly today: DateOnly
  /** The letter that was asked for; the last one where none was. */
  readonly asked: Asked
  /** Those that this reader may see: a rating is the deputy's alone until the office has decided (SUG-33). */
  readonly ratings: Parts['ratings']
  /** Where the deputy rates on a phone. */
  readonly address: string
}

export interface Asked {
  readonly round?: number | undefined
  readonly unitId?: string | undefined
  /** The letter as it is written so far, for those who may read it; `unitId` is that of its author. */
  readonly isDraft?: boolean
}

/** A letter that was sent, or one that is still being written. */
export interface LetterText extends Omit<ReplyInput, 'commitments'> {
  readonly round: number
  readonly unitId: string
  readonly unitName: string
  readonly on: string
  readonly isDraft: boolean
}

/** The letter that was asked for. Throws 409 while there is none: an answer is printed after it was given, a preview says that it is one. */
export function letterOf(file: CaseFile): LetterText {
  return file.asked.isDraft ? draftOf(file) : sentOf(file)
}

function sentOf({ parts, asked }: CaseFile): LetterText {
  const fits = (it: Parts['replies'][number]) =>
    (asked.round === undefined || it.round === asked.round) && (asked.unitId === undefined || it.unitId === asked.unitId)
  const sent = parts.replies.findLast(fits)
  if (sent) return { ...sent, on: sent.repliedOn, isDraft: false }
  throw new Problem(409, 'not-replied', '承办单位还没有答复，不能打印。答复以后再打印。')
}

function draftOf({ it, parts, asked, today }: CaseFile): LetterText {
  const draft = parts.drafts.find(({ unitId }) => unitId === asked.unitId)
  if (!draft) throw new Problem(409, 'not-drafted', '还没有拟答复稿，不能预览。保存答复稿以后再看。')
  const { unitId, unitName, content } = draft
  return { ...content, round: it.round, unitId, unitName, on: today, isDraft: true }
}

/** `第112号`; empty for what is not registered yet. */
export function numberOf({ number }: Suggestion): string {
  return number === null ? '' : words.zh.numbered(number)
}

/** Units that have a part in it now, in the order of the hand-over. */
export function handlersOf({ parts }: CaseFile) {
  return parts.handlers.filter(({ status }) => status !== 'released')
}

/** Deputies who confirmed the present text beside the lead deputy. */
export function cosignersOf({ it, parts }: CaseFile) {
  return parts.cosigners.filter(({ answer, textVersion }) => answer === 'confirmed' && textVersion === it.textVersion)
}

/** `王敏代表`, or `王敏等3名代表` where others have signed it too. */
export function speakersOf(file: CaseFile): string {
  const others = cosignersOf(file).length
  return others === 0 ? `${file.it.deputyName}代表` : `${file.it.deputyName}等${others + 1}名代表`
}

/** Two columns, label and field. */
export const FIELDS = [
  { header: '', share: 3, align: 'center' },
  { header: '', share: 10 },
] as const
