import nzh from 'nzh/cn'

/** When a suggestion was put: in a session of a term, or in a year between sessions; `series` is that of `rules/series.ts`. */
export interface Sitting {
  readonly term: number
  readonly session: number | null
  readonly series: string
}

/**
 * `示例市第十七届人民代表大会第一次会议`, for papers. `congress` is the full name of the body. Ends with a line break in a session and
 * holds one between sessions, so that a title never breaks inside a word.
 */
export function fullSessionName(congress: string, it: Sitting): string {
  const body = `${placeOf(congress)}第${nzh.encodeS(it.term)}届人民代表大会`
  return it.session === null ? `${body}\n${betweenSessions(it)}` : `${body}第${nzh.encodeS(it.session)}次会议\n`
}

/** `示例市十七届人大一次会议`, for titles, which name the session shortly; breaks as the full name does. */
export function shortSessionName(congress: string, it: Sitting): string {
  const body = `${placeOf(congress)}${nzh.encodeS(it.term)}届人大`
  return it.session === null ? `${body}\n${betweenSessions(it)}` : `${body}${nzh.encodeS(it.session)}次会议\n`
}

/** `示例市人大常委会代表工作委员会`: the office that hands over, in the words of the place. */
export function officeName(congress: string, deputiesOffice: string): string {
  return `${placeOf(congress)}人大常委会${deputiesOffice}`
}

function betweenSessions({ series }: Sitting): string {
  return `闭会期间（${series.split('-').at(-1)}年）`
}

function placeOf(congress: string): string {
  return congress.replace(/人民代表大会.*$/, '')
}
