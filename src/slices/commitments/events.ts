import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { Satisfaction } from './contract.ts'
import { reminderLevels } from './rules/reminders.ts'
import { words } from './words.ts'

const day = z.iso.date()
/** What every event of a promise says, so that a reader needs no second look: whose promise it is and to whom it was made. */
const about = z.object({
  suggestionId: z.uuid(),
  reference: z.string(),
  title: z.string(),
  content: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  leadDeputyId: z.uuid(),
})

/** Everything that can happen to a promise. All internal: one made in a confidential suggestion must not leave by a side door. */
export const events = {
  'commitment.opened': kind({
    payload: about.extend({ dueOn: day, round: z.number().int() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}承诺：${p.content}（${zhDay(p.dueOn)}前）`,
      en: (p) => `${p.unitName} promised by ${enDay(p.dueOn)}: ${p.content}`,
    },
  }),
  'commitment.reported': kind({
    payload: about.extend({ text: z.string(), year: z.number().int(), isYearly: z.boolean() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}${p.isYearly ? `报告${p.year}年度落实情况` : '报告进展'}：${p.text}`,
      en: (p) => `${p.unitName} ${p.isYearly ? `gave its report of ${p.year}` : 'reported'}: ${p.text}`,
    },
  }),
  'commitment.kept': kind({
    payload: about.extend({ text: z.string(), evidence: z.string(), keptOn: day, firstDueOn: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}报告承诺已办成：${p.text}（依据：${p.evidence}）`,
      en: (p) => `${p.unitName} reported the promise kept: ${p.text} (evidence: ${p.evidence})`,
    },
  }),
  'commitment.not_kept': kind({
    payload: about.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}说明承诺不能办成：${p.reason}`,
      en: (p) => `${p.unitName} explained why the promise cannot be kept: ${p.reason}`,
    },
  }),
  'commitment.carried': kind({
    payload: about.extend({ fromDueOn: day, toDueOn: day, explanation: z.string() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}把承诺由${zhDay(p.fromDueOn)}结转到${zhDay(p.toDueOn)}：${p.explanation}`,
      en: (p) => `${p.unitName} carried the promise over from ${enDay(p.fromDueOn)} to ${enDay(p.toDueOn)}: ${p.explanation}`,
    },
  }),
  'commitment.asked': kind({
    payload: about.extend({ note: z.string() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `代表工委请${p.unitName}报告承诺进展：${p.note}`,
      en: (p) => `The deputies’ committee asked ${p.unitName} for a report: ${p.note}`,
    },
  }),
  'commitment.rated': kind({
    payload: about.extend({ year: z.number().int(), satisfaction: Satisfaction }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `代表评价${p.year}年度承诺落实情况：${words.zh.satisfaction[p.satisfaction]}`,
      en: (p) => `The deputy rated the report of ${p.year}: ${words.en.satisfaction[p.satisfaction]}`,
    },
  }),
  'commitment.superseded': kind({
    payload: about.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `承诺不再跟踪：${p.reason}`, en: (p) => `The promise is no longer tracked: ${p.reason}` },
  }),
  'commitment.reminded': kind({
    payload: about.extend({ level: z.enum(reminderLevels), dueOn: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.level === 'overdue' ? '逾期' : '临期'}提醒${p.unitName}：承诺期限${zhDay(p.dueOn)}`,
      en: (p) => `${p.level === 'overdue' ? 'Overdue' : 'Due soon'}: ${p.unitName} reminded, promised by ${enDay(p.dueOn)}`,
    },
  }),
  /** About a unit, not about one promise: thirty bells for thirty promises would be no bell. */
  'commitment.reports_awaited': kind({
    payload: z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      year: z.number().int(),
      count: z.number().int(),
      level: z.enum(['first', 'last']),
    }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `请${p.unitName}提交${p.year}年度承诺落实情况（${p.count} 项未报）`,
      en: (p) => `${p.unitName} was asked for its yearly reports of ${p.year} (${p.count} missing)`,
    },
  }),
  'commitment.file_attached': kind({
    payload: about.extend({ fileId: z.uuid(), kind: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}附上佐证`, en: (p) => `${p.unitName} added a proof` },
  }),
  'commitment.file_removed': kind({
    payload: about.extend({ fileId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}移除一份佐证`, en: (p) => `${p.unitName} removed a proof` },
  }),
  'commitment.exported': kind({
    payload: z.object({ filters: z.record(z.string(), z.string()), count: z.number().int() }),
    visibility: 'restricted',
    sentence: { zh: (p) => `导出承诺事项 ${p.count} 项`, en: (p) => `Exported ${p.count} promises` },
  }),
} satisfies Catalogue

export const record = recorder(events)

function zhDay(text: string): string {
  return formatDateZh(toDateOnly(text))
}

function enDay(text: string): string {
  return formatDateEn(toDateOnly(text))
}
