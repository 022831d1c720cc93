/** What may be done to a running clock: extend it by approval, or set its date by hand with a reason. Both keep the law's outer limit. */
import { formatDateZh } from '#lib/pure/date.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import type { Clock, Override, Term } from '../contract.ts'
import type { Calendar } from './calendar.ts'
import { dueDate, latestDate } from './clock.ts'

/** Why an extension may not be approved, or null. A clock that has stopped has nothing to extend. */
export function extensionRefusal(clock: Clock, extension: Term, calendar: Calendar): Refusal | null {
  if (clock.stoppedOn) return conflict('clock-stopped', `已于${formatDateZh(clock.stoppedOn)}办结，不能再延期。`)
  if (clock.override) return conflict('clock-overridden', '期限已经人工调整，延期请再次人工调整并写明理由。')
  const latest = latestDate(clock, calendar)
  const wanted = dueDate({ ...clock, extensions: [...clock.extensions, extension], limit: undefined }, calendar)
  if (!latest || wanted <= latest) return null
  return conflict('beyond-limit', `延期后为${formatDateZh(wanted)}，超过最长期限${formatDateZh(latest)}。请缩短延期。`)
}

/** Why a date may not be set by hand, or null. Nobody, by whatever reason, may set it after the outer limit or before day 0. */
export function overrideRefusal(clock: Clock, { dueOn, reason }: Override, calendar: Calendar): Refusal | null {
  if (clock.stoppedOn) return conflict('clock-stopped', `已于${formatDateZh(clock.stoppedOn)}办结，不能再调整期限。`)
  if (reason.trim() === '') return conflict('reason-missing', '人工调整期限必须写明理由，理由会印在记录上。')
  if (dueOn <= clock.startsOn) return conflict('before-start', `期限应晚于起算日${formatDateZh(clock.startsOn)}。`)
  const latest = latestDate(clock, calendar)
  if (!latest || dueOn <= latest) return null
  return conflict('beyond-limit', `${formatDateZh(dueOn)}超过最长期限${formatDateZh(latest)}。请选择不晚于该日的日期。`)
}

function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}
