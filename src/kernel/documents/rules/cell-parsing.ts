/** Reading what people type into cells. Everything answers null where the cell says something else; nothing guesses. */
export type RawCell = string | number | boolean | null

const FULL_WIDTH_OFFSET = 0xfee0
/** Serial 60 is the 29 February 1900 that never was; from 61 on, serials count days from here. */
const SERIAL_ZERO_DAY = -25_569
const FIRST_SERIAL = 61
const LAST_SERIAL = 2_958_465
const DAY_MS = 86_400_000

/** １２３ＡＢＣ（） to 123ABC(): full-width ASCII and the ideographic space only, so ①, ㎡ and 〔〕 stay. */
export function toHalfWidth(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll(/[\u3000\u00a0]/g, ' ')
}

/** A cell as text: a number as it is typed, no spaces around, no marks without width. */
export function cellString(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell)
    .replaceAll(/\p{Cf}/gu, '')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')
}

/** `１，２３４．５`, `1,234.5`, `12 件` is null: a unit belongs into the header. */
export function parseNumber(cell: RawCell | undefined): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  const text = toHalfWidth(cellString(cell)).replaceAll(' ', '').replace('−', '-')
  if (!/^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}

/** `96.7%` and `９６.７％` give 0.967; a bare number is taken as it stands. */
export function parsePercent(cell: RawCell | undefined): number | null {
  const [, digits] = /^(.+?)\s*%$/.exec(toHalfWidth(cellString(cell))) ?? []
  if (digits === undefined) return parseNumber(cell)
  const number = parseNumber(digits)
  return number === null ? null : Number((number / 100).toPrecision(15))
}

/**
 * A calendar day `YYYY-MM-DD` from `2022.9.27`, `2022-09-27`, `2022/9/27`, `2022年9月27日`, `20220927`, `9月27日` (with the year the table
 * is about) or a serial number of a workbook. A time behind the day is left out.
 */
export function parseDay(cell: RawCell | undefined, options: { year?: number } = {}): string | null {
  const text = toHalfWidth(cellString(cell))
  if (/^\d{1,7}(?:\.\d+)?$/.test(text)) return dayOfSerial(Number(text))
  const full = /^(\d{4})\s*([年.\-/、])\s*(\d{1,2})\s*[月.\-/、]\s*(\d{1,2})\s*[日号]?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
    text,
  )
  if (full) return existingDay(Number(full[1]), Number(full[3]), Number(full[4]))
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return existingDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const short = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/.exec(text)
  return short && options.year !== undefined ? existingDay(options.year, Number(short[1]), Number(short[2])) : null
}

function dayOfSerial(serial: number): string | null {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null
  return new Date((Math.floor(serial) + SERIAL_ZERO_DAY) * DAY_MS).toISOString().slice(0, 10)
}

/** Null for 2022-02-30. */
function existingDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}
