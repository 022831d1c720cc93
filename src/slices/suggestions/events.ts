import * as z from 'zod'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { recorder } from '#kernel/audit/api.ts'
import { Satisfaction } from './contract.ts'
import { importEvents } from './import/events.ts'
import { reminderLevels } from './rules/reminders.ts'
import { words } from './words.ts'

const titled = z.object({ title: z.string() })
const numbered = titled.extend({ reference: z.string() })
const withUnit = numbered.extend({ unitId: z.uuid(), unitName: z.string() })
const withReason = titled.extend({ reason: z.string() })

/** Everything that can happen to a suggestion. One row of these is what timelines, notices, scores and webhooks read. */
export const events = {
  'suggestion.drafted': kind({
    payload: titled,
    visibility: 'restricted',
    sentence: { zh: (p) => `起草《${p.title}》`, en: (p) => `Drafted “${p.title}”` },
  }),
  'suggestion.edited': kind({
    payload: titled,
    visibility: 'restricted',
    sentence: { zh: () => '修改了草稿', en: () => 'Edited the draft' },
  }),
  'suggestion.submitted': kind({
    payload: titled.extend({ leadDeputyId: z.uuid(), deputyName: z.string() }),
    visibility: 'public',
    // Until it is registered nobody outside knows of it; the public reads this event afterwards.
    keptIn: ['title', 'leadDeputyId', 'deputyName'],
    sentence: { zh: (p) => `${p.deputyName}代表提出建议`, en: (p) => `Put forward by deputy ${p.deputyName}` },
  }),
  'suggestion.returned': kind({
    payload: withReason.extend({ leadDeputyId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `退回修改：${p.reason}`, en: (p) => `Returned for revision: ${p.reason}` },
  }),
  'suggestion.registered': kind({
    payload: numbered.extend({ number: z.number().int(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    sentence: { zh: (p) => `审查通过，编为第${p.number}号`, en: (p) => `Reviewed and registered as No. ${p.number}` },
  }),
  'suggestion.assigned': kind({
    payload: withUnit.extend({ dueOn: z.iso.date(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    sentence: {
      zh: (p) => `交${p.unitName}办理，答复期限${p.dueOn}`,
      en: (p) => `Handed over to ${p.unitName}, reply due on ${p.dueOn}`,
    },
  }),
  'suggestion.accepted': kind({
    payload: withUnit,
    visibility: 'public',
    sentence: { zh: (p) => `${p.unitName}签收`, en: (p) => `Received by ${p.unitName}` },
  }),
  'suggestion.contacted': kind({
    payload: withUnit.extend({ kind: z.enum(['visit', 'meeting', 'phone', 'message', 'site']) }),
    visibility: 'public',
    sentence: {
      zh: (p) => `${p.unitName}与代表沟通（${words.zh.contactKind[p.kind]}）`,
      en: (p) => `${p.unitName} contacted the deputy (${words.en.contactKind[p.kind]})`,
    },
  }),
  'suggestion.replied': kind({
    payload: withUnit.extend({ class: z.string(), documentNumber: z.string(), round: z.number().int(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    sentence: {
      zh: (p) => `${p.unitName}答复代表（${p.documentNumber}，${p.class}类）`,
      en: (p) => `Reply by ${p.unitName} (${p.documentNumber}, class ${p.class})`,
    },
  }),
  'suggestion.rated': kind({
    payload: numbered.extend({ attitude: Satisfaction, result: Satisfaction, round: z.number().int(), unitId: z.uuid() }),
    visibility: 'public',
    sentence: {
      zh: (p) => `代表评价：态度${words.zh.satisfaction[p.attitude]}，结果${words.zh.satisfaction[p.result]}`,
      en: (p) => `Rated: attitude ${words.en.satisfaction[p.attitude]}, result ${words.en.satisfaction[p.result]}`,
    },
  }),
  'suggestion.rehandled': kind({
    payload: withUnit.extend({ reason: z.string(), round: z.number().int(), dueOn: z.iso.date(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    keptIn: ['reason'],
    sentence: {
      zh: (p) => `交${p.unitName}重新办理（第${p.round}轮），答复期限${p.dueOn}`,
      en: (p) => `Handed back to ${p.unitName} (round ${p.round}), reply due on ${p.dueOn}`,
    },
  }),
  'suggestion.closed': kind({
    payload: numbered.extend({ leadDeputyId: z.uuid() }),
    visibility: 'public',
    sentence: { zh: () => '办结', en: () => 'Closed' },
  }),
  'suggestion.withdrawn': kind({
    payload: withReason.extend({ leadDeputyId: z.uuid(), unitId: z.uuid().nullable() }),
    visibility: 'internal',
    sentence: { zh: (p) => `代表撤回：${p.reason}`, en: (p) => `Withdrawn by the deputy: ${p.reason}` },
  }),
  'suggestion.discarded': kind({
    payload: withReason,
    visibility: 'restricted',
    sentence: { zh: (p) => `放弃草稿《${p.title}》：${p.reason}`, en: (p) => `Discarded the draft “${p.title}”: ${p.reason}` },
  }),
  'suggestion.exported': kind({
    payload: z.object({ filters: z.record(z.string(), z.string()), count: z.number().int() }),
    visibility: 'restricted',
    sentence: { zh: (p) => `导出建议 ${p.count} 件`, en: (p) => `Exported ${p.count} suggestions` },
  }),
  'suggestion.reminded': kind({
    payload: withUnit.extend({ level: z.enum(reminderLevels), dueOn: z.iso.date(), round: z.number().int() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => (p.level === 'overdue' ? `逾期提醒${p.unitName}（期限${p.dueOn}）` : `临期提醒${p.unitName}（期限${p.dueOn}）`),
      en: (p) => `${p.level === 'overdue' ? 'Overdue' : 'Due soon'}: ${p.unitName} reminded (due on ${p.dueOn})`,
    },
  }),
  ...importEvents,
} satisfies Catalogue

export const record = recorder(events)
