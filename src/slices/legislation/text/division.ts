/** Headings without a number: 序言 before the first 章, and 附则 in laws with 编, where it is neither a 编 nor a 章 (立法技术规范（一）1.2). */

import { plain } from './blanks.ts'

const names = new Set(['序言', '序', '导言', '前言', '附则', '结束语'])

/** The bare name of an unnumbered heading, or null where the text is none. */
export function divisionName(text: string): string | null {
  const bare = plain(text)
  return names.has(bare) ? bare : null
}
