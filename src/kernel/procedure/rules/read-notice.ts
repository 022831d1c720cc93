/**
 * Reads days off and make-up days from what people have at hand: the State Council's notice (一、元旦：1月1日至3日放假调休，共3天。
 * 1月4日（周日）上班。) or rows copied from a spreadsheet (2027-10-08⇥班⇥国庆节). The caller shows the result before anything is saved.
 */

/** A day as it was read; `day` exists in the calendar. */
export interface ReadDay {
  readonly day: string
  readonly isWorkday: boolean
  readonly name: string
}

export interface ReadNotice {
  /** By date, each date once; where a date was named twice the later wins. */
  readonly days: readonly ReadDay[]
  /** Pieces that name a date, of which no day could be made. */
  readonly unread: readonly string[]
}

/** A range of more days than this is a slip of the pen, not a holiday. */
const LONGEST_RANGE = 31
const DAY_MS = 86_400_000

/** Reads a pasted block; dates without a year are of `year`. Lines that name no date are passed over. */
export function readNotice(text: string, year: number): ReadNotice {
  const days = new Map<string, ReadDay>()
  const unread: string[] = []
  let name = ''
  for (const line of text.normalize('NFKC').split('\n')) {
    name = headingOf(line) ?? name
    for (const piece of line.split(/[。;]/)) {
      const read = readPiece(piece, year, name)
      if (!read) unread.push(piece.trim())
      else for (const it of read) days.set(it.day, it)
    }
  }
  return { days: [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)), unread }
}

/** `一、元旦:1月1日放假` names the clauses after it; so does `三、清明节` on a line of its own. */
function headingOf(line: string): string | undefined {
  const heading = /^\s*(?:[一二三四五六七八九十]+、|\d+、|\(\w+\))?\s*([^\d:,\t]{2,20})\s*(?::|$)/.exec(line)?.[1]?.trim()
  return heading && /^[\p{Script=Han}、]+$/u.test(heading) && !WORDS.test(heading) ? heading : undefined
}

const WORDS = /放假|上班|调休|休息|通知|安排/

const DATE = String.raw`(?:(\d{4})[年/.-])?(\d{1,2})[月/.-](\d{1,2})日?`
const UNTIL = String.raw`\s*(?:至|到|~|〜|-{1,2}|—{1,2}|–)\s*(?:${DATE}|(\d{1,2})日?)`
const TOKEN = new RegExp(String.raw`${DATE}(?!\d)(?:${UNTIL}(?!\d))?|(放假|休|假)|(上班|工作日|班)`, 'g')

/** The days of one clause or row; null where it names dates, but not what they are or none that exist. */
function readPiece(piece: string, year: number, heading: string): ReadDay[] | null {
  const plain = piece.replaceAll(/\([^)]*\)/g, '').replaceAll(/调休|休息日/g, '')
  const waiting: string[] = []
  const found: { day: string; isWorkday: boolean }[] = []
  let verb: boolean | null = null
  for (const match of plain.matchAll(TOKEN)) {
    if (match[8] === undefined && match[9] === undefined) {
      const range = daysOf(match, year)
      if (!range) return null
      waiting.push(...range)
    } else {
      verb = match[9] !== undefined
      for (const day of waiting.splice(0)) found.push({ day, isWorkday: verb })
    }
  }
  // A row of a table may say what the day is before it says which.
  if (waiting.length > 0 && verb === null) return null
  for (const day of waiting) found.push({ day, isWorkday: verb === true })
  const name = nameOf(plain) || heading
  return found.map((it) => ({ ...it, name: name || (it.isWorkday ? '调休上班' : '放假') }))
}

/** Every day from the first to the last date of a match; null where one does not exist or the range cannot be meant. */
function daysOf(match: RegExpExecArray, year: number): string[] | null {
  const [, ownYear, month, day, endYear, endMonth, endDay, endDayOnly] = match
  const from = numberOf(Number(ownYear ?? year), Number(month), Number(day))
  if (from === null) return null
  if (endDay === undefined && endDayOnly === undefined) return [textOf(from)]
  const lastMonth = Number(endMonth ?? month)
  const turn = endYear === undefined && lastMonth < Number(month) ? 1 : 0
  const until = numberOf(Number(endYear ?? ownYear ?? year) + turn, lastMonth, Number(endDay ?? endDayOnly))
  if (until === null || until < from || until - from >= LONGEST_RANGE) return null
  return Array.from({ length: until - from + 1 }, (_, at) => textOf(from + at))
}

/** Whole days since 1970-01-01, null where the date does not exist. The browser reads notices too, so not with the date library. */
function numberOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day)
  const made = new Date(time)
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? time / DAY_MS : null
}

function textOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** What a row says beside its dates and marks: 国庆节. A clause of a notice is too long to be a name. */
function nameOf(piece: string): string {
  if (piece.includes(':')) return ''
  const rest = piece
    .replaceAll(TOKEN, ' ')
    .replaceAll(/(星期|周)[一二三四五六日天]|共?\d+天|[,、\t|]|不$/g, ' ')
    .trim()
  return /^[\p{Script=Han}][\p{Script=Han}、 ]{1,19}$/u.test(rest) ? rest.replaceAll(/\s+/g, '') : ''
}
