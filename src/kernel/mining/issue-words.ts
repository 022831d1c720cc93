import type { GroupPhrase } from './group-phrases.ts'
import { divisionsIn, looksLikePlace } from './places.ts'
import type { TextItem } from './text-item.ts'

const COURTESIES =
  /^(?:(?:再次|强烈|紧急|恳请|恳求|关于|对于|投诉|举报|反映|咨询|请问|请求|请|希望|建议|求助|问问|反对|质疑|控诉|呼吁|盼|对|给|要求)(?![\p{Script=Han}]{0,1}$))+/u

/** A title without the courtesies around the matter: 关于…的投诉, 请问…? */
export function headingOf(message: Pick<TextItem, 'title' | 'text'>): string {
  const title = (message.title || message.text.slice(0, 40)).trim()
  const bare = title
    .replace(COURTESIES, '')
    .replace(/[?？!！。,，;；\s]+$/u, '')
    .replace(/的?(?:相关)?(?:问题|事宜|投诉|建议|咨询|情况|反映|请求|举报|疑问)$/u, '')
  return bare.length >= 6 ? bare : title
}

/** The most frequent division of the messages and the most telling phrase that is a place. */
export function placeOf(members: readonly TextItem[], phrases: readonly GroupPhrase[]): string {
  const counts = new Map<string, number>()
  for (const member of members)
    for (const division of new Set(divisionsIn(headingOf(member), member.text)))
      counts.set(division, (counts.get(division) ?? 0) + 1)
  const finest = [...counts]
    .filter(([, count]) => count >= members.length * 0.3)
    .sort((a, b) => b[1] * fineness(b[0]) - a[1] * fineness(a[0]) || (a[0] < b[0] ? -1 : 1))[0]?.[0]
  const name = phrases.map(({ phrase }) => bareName(phrase)).find((phrase) => phrase.length >= 3 && looksLikePlace(phrase))
  if (name === undefined) return finest ?? ''
  return finest === undefined || name.toUpperCase().startsWith(finest) ? name : `${finest}${name}`
}

/** A district says more than the city it lies in. */
function fineness(division: string): number {
  return division.endsWith('市') ? 1 : 2
}

/** A phrase without the division it may start with. */
function bareName(phrase: string): string {
  return phrase.replace(/^(?:[a-z]\d*[市区县])+/i, '').replace(/^(?:关于|投诉|举报|反映|咨询|请问|的|在|是)/, '')
}
