/**
 * What is wrong with a source. Laws come with lost lines, numbers run into the line before, breaks in the middle of a sentence.
 * Each such place is listed with its reason; none is repaired, since only a person can say what the law reads.
 */

import { contentsDefects } from './defects/contents.ts'
import { lineDefects } from './defects/lines.ts'
import { numberingDefects } from './defects/numbering.ts'
import { strayDefects } from './defects/stray.ts'
import type { Found } from './defects/found.ts'
import { placeOf } from './lines.ts'
import type { Defect, LawText } from './types.ts'
import { articlesOf, walk } from './walk.ts'

/** Every defect of the text, in the order of the source. */
export function findDefects(law: LawText): Defect[] {
  const found = [...wholeText(law), ...numberingDefects(law), ...lineDefects(law), ...strayDefects(law), ...contentsDefects(law)]
  return found.sort((a, b) => a.start - b.start).map((one) => ({ ...one, ...placeOf(law.source, one.start) }))
}

function wholeText(law: LawText): Found[] {
  const start = law.title?.start ?? 0
  const whole = { start, end: law.title?.end ?? start, where: '' }
  if (law.body.length === 0 && law.preamble.length === 0) {
    return [{ ...whole, kind: 'no-text', reason: '没有读到正文：应当有“第一条”或者“一、”，或者成句的文字' }]
  }
  const found: Found[] = []
  if (law.isRunTogether) {
    found.push({
      ...whole,
      kind: 'run-together',
      reason: '来源没有分行：条、项按编号和句读分开，款与款的界限无从得知，请对照原件',
    })
  }
  const hasArticles = [...walk(law.body)].some(({ node }) => node.level === 'article')
  if (!hasArticles) {
    const count = articlesOf(law).length
    found.push({
      ...whole,
      kind: 'no-articles',
      reason: count > 0 ? `没有“条”，按“一、二、”读出 ${count} 项` : '没有“条”，也没有“一、二、”，按自然段读出',
    })
  }
  return found
}
