import { formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import type { Result } from '../contract.ts'
import { nameOf } from './name.ts'

export interface Told {
  readonly text: string
  readonly place: string
  readonly unitName: string
  readonly sentOn: string
  readonly result: Result | null
  readonly answer: string
  readonly answeredOn: string | null
  readonly complaint: string
  readonly decision: string
}

const MOST_TITLE = 40

/**
 * The draft of the suggestion that a concern becomes: its own words, what was answered and what the deputy said to that. It is a
 * beginning: the deputy completes it before it is submitted.
 */
export function suggestionTextOf(it: Told): { title: string; matter: string; requests: string[] } {
  const title = `关于解决${it.place}“${nameOf(it.text)}”问题的建议`
  const said = [
    it.text,
    `地点：${it.place}`,
    `${dayZh(it.sentOn)}曾通过民情直通向${it.unitName}反映。`,
    ...(it.answeredOn ? [`${it.unitName}${dayZh(it.answeredOn)}答复（${resultWord[it.result!]}）：${it.answer}`] : []),
    ...(it.complaint ? [`代表意见：${it.complaint}`] : []),
    ...(it.decision ? [`代表工委意见：${it.decision}`] : []),
  ]
  return {
    title: title.length <= MOST_TITLE ? title : `关于解决“${nameOf(it.text)}”问题的建议`,
    matter: said.join('\n'),
    requests: [`请解决上述问题，并向代表答复结果。`],
  }
}

const resultWord: Readonly<Record<Result, string>> = { solved: '已解决', planned: '将解决', not_possible: '不能解决' }

function dayZh(day: string): string {
  return formatDateZh(toDateOnly(day))
}
