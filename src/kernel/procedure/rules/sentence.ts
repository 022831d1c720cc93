/** The words of the clock engine, Chinese first. Each function answers one part of a sentence; `wholeSentence` joins them. */
import { formatDateEn, formatDateZh, weekdayEn, weekdayZh, type DateOnly } from '#lib/pure/date.ts'
import type { Override, Pause, Step, Term, Text } from '../contract.ts'

interface Rest {
  weekends: number
  holidays: number
  makeUps: number
}

const units: Record<Term['unit'], { zh: string; en: string }> = {
  month: { zh: '个月', en: 'month' },
  day: { zh: '日', en: 'day' },
  workday: { zh: '个工作日', en: 'working day' },
}

/** The steps as one sentence that ends with the legal basis. The first two, day 0 and the term, read as one clause. */
export function wholeSentence(steps: readonly Step[], basis: string): Text {
  const [first, ...rest] = steps
  return {
    zh: `${first?.text.zh ?? ''} ${rest.map((step) => step.text.zh).join('；')}。依据：${basis}。`,
    en: `${first?.text.en ?? ''}, ${rest.map((step) => step.text.en).join('; ')}. Basis: ${basis}.`,
  }
}

/** `3 个月` / `3 months` */
export function termText({ amount, unit }: Term): Text {
  return { zh: `${amount} ${units[unit].zh}`, en: plural(amount, units[unit].en) }
}

export function start(event: Text, on: DateOnly): Text {
  return {
    zh: `自${event.zh}之日（${formatDateZh(on)}，当日不计）起`,
    en: `Counted from the day of ${event.en} (${formatDateEn(on)}, itself not counted)`,
  }
}

export function term(it: Term, on: DateOnly, rest: Rest | undefined): Text {
  const { zh, en } = termText(it)
  return { zh: `${zh}${restZh(rest)}，至${dayZh(on)}`, en: `${en}${restEn(rest)} end on ${dayEn(on)}` }
}

export function extension(it: Term, on: DateOnly, rest: Rest | undefined): Text {
  const { zh, en } = termText(it)
  return {
    zh: `经批准延长 ${zh}${restZh(rest)}，至${dayZh(on)}`,
    en: `extended by ${en}${restEn(rest)} with approval, to ${dayEn(on)}`,
  }
}

export function limit(it: Term, on: DateOnly): Text {
  const { zh, en } = termText(it)
  return { zh: `最长不得超过 ${zh}，止于${dayZh(on)}`, en: `at the longest ${en}, therefore ${dayEn(on)}` }
}

export function pause(pauses: readonly Pause[], on: DateOnly): Text {
  const reasons = pauses.map((it) => it.reason)
  return {
    zh: `扣除中止期间（${reasons.join('、')}），至${dayZh(on)}`,
    en: `less the time paused (${reasons.join('; ')}), to ${dayEn(on)}`,
  }
}

export function restDayStays(): Text {
  return { zh: '当日不是工作日，期限不顺延，请提前办理', en: 'which is no working day; the date does not move, so act before it' }
}

export function restDayMoves(on: DateOnly): Text {
  return { zh: `当日不是工作日，顺延至${dayZh(on)}`, en: `which is no working day, so it moves to ${dayEn(on)}` }
}

export function override(it: Override): Text {
  return { zh: `人工调整为${dayZh(it.dueOn)}，理由：${it.reason}`, en: `set by hand to ${dayEn(it.dueOn)}, reason: ${it.reason}` }
}

export function estimate(years: readonly number[]): Text {
  return {
    zh: `${years.join('、')}年放假安排尚未录入，暂按周一至周五计算`,
    en: `the holidays of ${years.join(', ')} are not entered yet, so Monday to Friday were counted for now`,
  }
}

export function notStarted(startsOn: DateOnly): Text {
  return { zh: `尚未开始，${formatDateZh(startsOn)}起算`, en: `Not started, counts from ${formatDateEn(startsOn)}` }
}

/** Why the due date itself needs a word: it is a day of rest, or a make-up working day at a weekend. */
export type DueDayNote = 'rest' | 'makeUp' | undefined

const dueDayNotes = {
  rest: { zh: '，当日不是工作日', en: ', no working day' },
  makeUp: { zh: '，当日调休上班', en: ', a make-up working day' },
} as const

/** `还剩 4 个工作日（2022年10月8日到期）`; on the last day `今天到期`. */
export function left(today: DateOnly, dueOn: DateOnly, workdays: number, unknown: readonly number[], note: DueDayNote): Text {
  const caution = unknown.length > 0 ? { zh: `；${estimate(unknown).zh}`, en: `; ${estimate(unknown).en}` } : { zh: '', en: '' }
  const rest = note ? dueDayNotes[note] : { zh: '', en: '' }
  if (today === dueOn) return { zh: `今天到期${caution.zh}`, en: `Due today${caution.en}` }
  return {
    zh: `还剩 ${workdays} 个工作日（${formatDateZh(dueOn)}到期${rest.zh}）${caution.zh}`,
    en: `${plural(workdays, 'working day')} left (due ${formatDateEn(dueOn)}${rest.en})${caution.en}`,
  }
}

export function overdue(days: number, dueOn: DateOnly): Text {
  return {
    zh: `已逾期 ${days} 天（${formatDateZh(dueOn)}到期）`,
    en: `Overdue by ${plural(days, 'day')} (due ${formatDateEn(dueOn)})`,
  }
}

/** What stops a clock where it does not say: the matter is done. */
export const DONE: Text = { zh: '办结', en: 'Done' }

export function done(stoppedOn: DateOnly, what: Text, earlyDays: number, lateDays: number): Text {
  const [zh, en] = [formatDateZh(stoppedOn), formatDateEn(stoppedOn)]
  if (lateDays > 0)
    return { zh: `${zh}${what.zh}，逾期 ${lateDays} 天`, en: `${what.en} on ${en}, ${plural(lateDays, 'day')} late` }
  if (earlyDays > 0)
    return { zh: `${zh}${what.zh}，提前 ${earlyDays} 天`, en: `${what.en} on ${en}, ${plural(earlyDays, 'day')} early` }
  return { zh: `${zh}按期${what.zh}`, en: `${what.en} on ${en}, on the due date` }
}

function restZh(rest: Rest | undefined): string {
  if (!rest) return ''
  const parts = [
    rest.weekends > 0 && `周末 ${rest.weekends} 天不计`,
    rest.holidays > 0 && `放假 ${rest.holidays} 天不计`,
    rest.makeUps > 0 && `调休上班 ${rest.makeUps} 天计入`,
  ].filter(Boolean)
  return parts.length > 0 ? `（${parts.join('，')}）` : ''
}

function restEn(rest: Rest | undefined): string {
  if (!rest) return ''
  const parts = [
    rest.weekends > 0 && `${plural(rest.weekends, 'weekend day')} not counted`,
    rest.holidays > 0 && `${plural(rest.holidays, 'holiday')} not counted`,
    rest.makeUps > 0 && `${plural(rest.makeUps, 'make-up working day')} counted`,
  ].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

function dayZh(on: DateOnly): string {
  return `${formatDateZh(on)}（${weekdayZh(on)}）`
}

function dayEn(on: DateOnly): string {
  return `${weekdayEn(on)}, ${formatDateEn(on)}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
