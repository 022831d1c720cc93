import nzh from 'nzh/cn'
import { seriesOf } from '../../rules/series.ts'

/** Where a suggestion stands: `17-1` and 112, or what cannot be read, by column. */
export interface Place {
  readonly term: number
  readonly session: number | null
  readonly series: string
  readonly number: number
}

export interface Unplaced {
  readonly column: 'number' | 'term' | 'sitting'
  readonly sentence: string
}

const FULL = /^(\d{1,2})-(\d{1,2}|\d{4})-0*([1-9]\d{0,5})$/
const PLAIN = /^(?:第)?0*([1-9]\d{0,5})(?:号)?$/

/**
 * Reads 编号, 届次 and 会次或年度 as people write them: `第112号`, `17-1-0112`; `第十七届`, `17`; `第一次会议`, `一次`, `2022年`. A full
 * reference needs no other column.
 */
export function placeOf(number: string, term: string | null, sitting: string | null): Place | Unplaced {
  const bare = number.normalize('NFKC').replaceAll(/\s/g, '')
  const full = FULL.exec(bare)
  if (full) return placed(Number(full[1]), full[2]!.length === 4 ? null : Number(full[2]), full[2]!, Number(full[3]))
  const plain = PLAIN.exec(bare)
  if (!plain) return { column: 'number', sentence: '编号应写成 112、第112号 或 17-1-0112' }
  const inTerm =
    numberIn(term ?? sitting, /第?([一二三四五六七八九十\d]{1,3})届/) ?? numberIn(term, /^([一二三四五六七八九十\d]{1,3})$/)
  if (inTerm === null) return { column: 'term', sentence: '请写明届次，例如 第十七届；或把编号写全，例如 17-1-0112' }
  const year = numberIn(sitting, /((?:19|20)\d{2})/)
  const session = numberIn(sitting, /(?:第|人大|^)([一二三四五六七八九十\d]{1,3})(?:次|$)/)
  if (year === null && session === null) return { column: 'sitting', sentence: '请写明哪次会议或哪一年，例如 第一次会议、2022年' }
  return placed(inTerm, year === null ? session : null, String(year ?? session), Number(plain[1]))
}

function placed(term: number, session: number | null, last: string, number: number): Place {
  return { term, session, series: seriesOf({ term, session }, last), number }
}

function numberIn(text: string | null, pattern: RegExp): number | null {
  const found = pattern.exec((text ?? '').normalize('NFKC').replaceAll(/\s/g, ''))?.[1]
  if (found === undefined) return null
  const value = /^\d+$/.test(found) ? Number(found) : Number(nzh.decodeS(found))
  return Number.isInteger(value) && value > 0 ? value : null
}
