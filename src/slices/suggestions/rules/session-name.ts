import nzh from 'nzh/cn'

/** When a suggestion was put: in a session of a term, or in a year between sessions; `series` is that of `rules/series.ts`. */
export interface Sitting {
  readonly term: number
  readonly session: number | null
  readonly series: string
}

/** `示例市第十七届人民代表大会第一次会议`, for papers. `congress` is the full name of the body. */
export function fullSessionName(congress: string, it: Sitting): string {
  return `${placeOf(congress)}第${nzh.encodeS(it.term)}届人民代表大会${sittingOf(it)}`
}

/** `示例市十七届人大一次会议`, for titles, which name the session shortly. */
export function shortSessionName(congress: string, it: Sitting): string {
  const sitting = it.session === null ? sittingOf(it) : `${nzh.encodeS(it.session)}次会议`
  return `${placeOf(congress)}${nzh.encodeS(it.term)}届人大${sitting}`
}

/** `示例市人大常委会代表工作委员会`: the office that hands over, in the words of the place. */
export function officeName(congress: string, deputiesOffice: string): string {
  return `${placeOf(congress)}人大常委会${deputiesOffice}`
}

function sittingOf({ session, series }: Sitting): string {
  return session === null ? `闭会期间（${series.split('-').at(-1)}年）` : `第${nzh.encodeS(session)}次会议`
}

function placeOf(congress: string): string {
  return congress.replace(/人民代表大会.*$/, '')
}
