import * as z from 'zod'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { recorder } from '#kernel/audit/api.ts'
import { escalations, Part, Satisfaction } from './contract.ts'
import { importEvents } from './import/events.ts'
import { reminderLevels } from './rules/reminders.ts'
import { undoEvents } from './undo-events.ts'
import { words } from './words.ts'

const titled = z.object({ title: z.string() })
const numbered = titled.extend({ reference: z.string() })
const withUnit = numbered.extend({ unitId: z.uuid(), unitName: z.string() })
const withReason = titled.extend({ reason: z.string() })

/** A unit as a hand-over names it. */
const Handed = z.object({ unitId: z.uuid(), unitName: z.string(), part: Part, scope: z.string() })
/** 发文字号 of the notice; empty where it was handed over before the register gave any. */
const NoticeNumber = z.string().default('')
type HandedTo = { unitName: string; handlers: z.output<typeof Handed>[] }

function handedZh({ unitName, handlers }: HandedTo): string {
  const named = (part: Part) => handlers.filter((it) => it.part === part).map((it) => it.unitName)
  const [separate, leads, co] = [named('separate'), named('lead'), named('co')]
  if (separate.length > 0) return `交${separate.join('、')}分别办理`
  if (leads.length > 1) return `交${leads.join('、')}共同主办`
  return co.length > 0 ? `交${unitName}主办、${co.join('、')}会办` : `交${unitName}办理`
}

function handedEn({ unitName, handlers }: HandedTo): string {
  const others = handlers.filter((it) => it.unitName !== unitName).map((it) => it.unitName)
  return `Handed over to ${unitName}${others.length > 0 ? ` with ${others.join(', ')}` : ''}`
}

/** Everything that can happen to a suggestion. One row of these is what timelines, notices, scores and webhooks read. */
export const events = {
  'suggestion.drafted': kind({
    payload: titled,
    visibility: 'restricted',
    sentence: { zh: (p) => `起草《${p.title}》`, en: (p) => `Drafted “${p.title}”` },
  }),
  'suggestion.edited': kind({
    // Who had confirmed the old text and is asked anew; events from before co-signing have none.
    payload: titled.extend({ deputyIds: z.array(z.uuid()).default([]), deputyName: z.string().default('') }),
    visibility: 'restricted',
    sentence: { zh: () => '修改了草稿', en: () => 'Edited the draft' },
  }),
  'suggestion.invited': kind({
    payload: titled.extend({ deputyIds: z.array(z.uuid()), leadDeputyId: z.uuid(), deputyName: z.string() }),
    visibility: 'restricted',
    sentence: {
      zh: (p) => `邀请 ${p.deputyIds.length} 位代表联名`,
      en: (p) => `Asked ${p.deputyIds.length} deputies to co-sign`,
    },
  }),
  'suggestion.cosigned': kind({
    payload: titled.extend({
      deputyId: z.uuid(),
      deputyName: z.string(),
      leadDeputyId: z.uuid(),
      answer: z.enum(['confirmed', 'declined']),
      textVersion: z.int(),
    }),
    visibility: 'internal',
    sentence: {
      zh: (p) => (p.answer === 'confirmed' ? `${p.deputyName}代表确认联名` : `${p.deputyName}代表不联名`),
      en: (p) => (p.answer === 'confirmed' ? `Deputy ${p.deputyName} co-signed` : `Deputy ${p.deputyName} declined to co-sign`),
    },
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
  'suggestion.declined': kind({
    payload: titled.extend({
      ground: z.string(),
      label: z.string(),
      basis: z.string(),
      advice: z.string(),
      leadDeputyId: z.uuid(),
    }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `不作为建议（${p.label}）：${p.advice}`,
      en: (p) => `Not taken as a suggestion (${p.label}): ${p.advice}`,
    },
  }),
  'suggestion.passed_on': kind({
    payload: titled.extend({ unitId: z.uuid(), unitName: z.string(), note: z.string(), leadDeputyId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `作为代表来信转${p.unitName}`, en: (p) => `Passed on to ${p.unitName} as a deputy’s letter` },
  }),
  'suggestion.registered': kind({
    payload: numbered.extend({ number: z.number().int(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    sentence: { zh: (p) => `审查通过，编为第${p.number}号`, en: (p) => `Reviewed and registered as No. ${p.number}` },
  }),
  'suggestion.assigned': kind({
    payload: withUnit.extend({
      dueOn: z.iso.date(),
      leadDeputyId: z.uuid(),
      kind: z.enum(['single', 'leadAndCo', 'separate', 'severalLeads']).default('single'),
      handlers: z.array(Handed).default([]),
      deputyIds: z.array(z.uuid()).default([]),
      noticeNumber: NoticeNumber,
    }),
    visibility: 'public',
    keptIn: ['deputyIds'],
    sentence: {
      zh: (p) => `${handedZh(p)}${p.noticeNumber && `（${p.noticeNumber}）`}，答复期限${p.dueOn}`,
      en: (p) => `${handedEn(p)}${p.noticeNumber && ` (${p.noticeNumber})`}, reply due on ${p.dueOn}`,
    },
  }),
  'suggestion.objected': kind({
    payload: withUnit.extend({ reason: z.string(), proposedUnitName: z.string().nullable() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}申请退办${p.proposedUnitName ? `，建议改交${p.proposedUnitName}` : ''}：${p.reason}`,
      en: (p) => `${p.unitName} objected${p.proposedUnitName ? `, proposing ${p.proposedUnitName}` : ''}: ${p.reason}`,
    },
  }),
  'suggestion.upheld': kind({
    payload: withUnit.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `维持交${p.unitName}办理：${p.reason}`, en: (p) => `${p.unitName} keeps it: ${p.reason}` },
  }),
  'suggestion.reassigned': kind({
    payload: withUnit.extend({
      fromUnitId: z.uuid(),
      fromUnitName: z.string(),
      handlers: z.array(Handed),
      dueOn: z.iso.date(),
      leadDeputyId: z.uuid(),
      noticeNumber: NoticeNumber,
    }),
    visibility: 'public',
    sentence: {
      zh: (p) =>
        `由${p.fromUnitName}改交${p.handlers.map((it) => it.unitName).join('、')}${p.noticeNumber && `（${p.noticeNumber}）`}，答复期限${p.dueOn}`,
      en: (p) => `Handed on from ${p.fromUnitName} to ${p.handlers.map((it) => it.unitName).join(', ')}, reply due on ${p.dueOn}`,
    },
  }),
  'suggestion.opinion_given': kind({
    payload: withUnit.extend({ leadUnitId: z.uuid() }),
    visibility: 'public',
    sentence: { zh: (p) => `${p.unitName}送出会办意见`, en: (p) => `${p.unitName} gave its opinion` },
  }),
  'suggestion.extension_requested': kind({
    payload: withUnit.extend({ months: z.int(), reason: z.string(), dueOn: z.iso.date() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}申请延期 ${p.months} 个月（至${p.dueOn}）：${p.reason}`,
      en: (p) => `${p.unitName} asked for ${p.months} more month(s), until ${p.dueOn}: ${p.reason}`,
    },
  }),
  'suggestion.extended': kind({
    payload: withUnit.extend({ note: z.string(), dueOn: z.iso.date(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    keptIn: ['note'],
    sentence: { zh: (p) => `同意延期，答复期限改为${p.dueOn}`, en: (p) => `Extended; the reply is now due on ${p.dueOn}` },
  }),
  'suggestion.extension_refused': kind({
    payload: withUnit.extend({ note: z.string(), dueOn: z.iso.date(), leadDeputyId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `不同意延期：${p.note}`, en: (p) => `Extension refused: ${p.note}` },
  }),
  'suggestion.reply_drafted': kind({
    payload: withUnit,
    visibility: 'restricted',
    sentence: { zh: (p) => `${p.unitName}保存了答复稿`, en: (p) => `${p.unitName} saved its draft reply` },
  }),
  'suggestion.concurred': kind({
    payload: withUnit.extend({ leadUnitId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}会签同意答复`, en: (p) => `${p.unitName} agreed to the reply` },
  }),
  'suggestion.reply_signed': kind({
    payload: withUnit.extend({ signer: z.string(), signedOn: z.iso.date() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}${p.signer}签发答复`, en: (p) => `Reply signed by ${p.signer} of ${p.unitName}` },
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
    payload: withUnit.extend({
      class: z.string(),
      documentNumber: z.string(),
      round: z.number().int(),
      leadDeputyId: z.uuid(),
      deputyIds: z.array(z.uuid()).default([]),
    }),
    visibility: 'public',
    keptIn: ['deputyIds'],
    sentence: {
      zh: (p) => `${p.unitName}答复代表（${p.documentNumber}，${p.class}类）`,
      en: (p) => `Reply by ${p.unitName} (${p.documentNumber}, class ${p.class})`,
    },
  }),
  // What the rating says is told by `rating_disclosed`, once it is final.
  'suggestion.rated': kind({
    payload: numbered.extend({ round: z.number().int() }),
    visibility: 'internal',
    sentence: { zh: () => '代表已评价，由代表工委研究', en: () => 'Rated by the deputy; the office will decide' },
  }),
  'suggestion.rating_opened': kind({
    payload: numbered.extend({ by: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.by}查看了代表评价`, en: (p) => `${p.by} looked at the rating` },
  }),
  'suggestion.rating_disclosed': kind({
    payload: withUnit.extend({ attitude: Satisfaction, result: Satisfaction, round: z.number().int(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    sentence: {
      zh: (p) => `代表评价：态度${words.zh.satisfaction[p.attitude]}，结果${words.zh.satisfaction[p.result]}`,
      en: (p) => `Rated: attitude ${words.en.satisfaction[p.attitude]}, result ${words.en.satisfaction[p.result]}`,
    },
  }),
  'suggestion.rating_reminded': kind({
    payload: numbered.extend({ leadDeputyId: z.uuid(), ordinal: z.int(), dueOn: z.iso.date(), round: z.int() }),
    visibility: 'internal',
    sentence: { zh: (p) => `提醒代表评价（第${p.ordinal}次）`, en: (p) => `Deputy reminded to rate (reminder ${p.ordinal})` },
  }),
  'suggestion.lapsed': kind({
    payload: withUnit.extend({ leadDeputyId: z.uuid() }),
    visibility: 'public',
    sentence: {
      zh: () => '代表在期限内没有评价，按规定办结，不计入满意率',
      en: () => 'Not rated in time; closed, and left out of the rate of satisfaction',
    },
  }),
  'suggestion.escalated': kind({
    payload: withUnit.extend({ kind: z.enum(escalations), heldOn: z.iso.date(), note: z.string(), leadDeputyId: z.uuid() }),
    visibility: 'public',
    keptIn: ['note'],
    sentence: {
      zh: (p) => `代表再次不满意，${words.zh.escalation[p.kind]}（${p.heldOn}）`,
      en: (p) => `Still dissatisfied: ${words.en.escalation[p.kind]} (${p.heldOn})`,
    },
  }),
  'suggestion.rehandled': kind({
    payload: withUnit.extend({
      reason: z.string(),
      round: z.number().int(),
      dueOn: z.iso.date(),
      leadDeputyId: z.uuid(),
      unitIds: z.array(z.uuid()).default([]),
    }),
    visibility: 'public',
    keptIn: ['reason', 'unitIds'],
    sentence: {
      zh: (p) => `交${p.unitName}重新办理（第${p.round}轮），答复期限${p.dueOn}`,
      en: (p) => `Handed back to ${p.unitName} (round ${p.round}), reply due on ${p.dueOn}`,
    },
  }),
  'suggestion.closed': kind({
    payload: numbered.extend({ leadDeputyId: z.uuid(), conclusion: z.string().default('') }),
    visibility: 'public',
    keptIn: ['conclusion'],
    sentence: { zh: () => '办结', en: () => 'Closed' },
  }),
  // What a public event keeps in the house: the conclusion of a closing, the note of a meeting.
  'suggestion.noted': kind({
    payload: titled.extend({ note: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `说明：${p.note}`, en: (p) => `Note: ${p.note}` },
  }),
  'suggestion.published': kind({
    payload: titled.extend({ form: z.enum(['full', 'summary']) }),
    visibility: 'internal',
    sentence: {
      zh: (p) => (p.form === 'full' ? '公开全文' : '公开摘要'),
      en: (p) => (p.form === 'full' ? 'Full text published' : 'Summary published'),
    },
  }),
  'suggestion.protected': kind({
    payload: titled.extend({ isConfidential: z.boolean(), reason: z.string(), leadDeputyId: z.uuid() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.isConfidential ? '改为保密办理' : '不再保密办理'}：${p.reason}`,
      en: (p) => `${p.isConfidential ? 'Made confidential' : 'No longer confidential'}: ${p.reason}`,
    },
  }),
  'suggestion.withdrawal_asked': kind({
    payload: withReason.extend({ deputyIds: z.array(z.uuid()), leadDeputyId: z.uuid() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `领衔代表申请撤回，请联名代表同意：${p.reason}`,
      en: (p) => `The lead deputy asks to withdraw it: ${p.reason}`,
    },
  }),
  'suggestion.withdrawal_agreed': kind({
    payload: titled.extend({ deputyId: z.uuid(), deputyName: z.string(), leadDeputyId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.deputyName}代表同意撤回`, en: (p) => `Deputy ${p.deputyName} agreed to withdraw it` },
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
    payload: withUnit.extend({
      level: z.enum(reminderLevels),
      dueOn: z.iso.date(),
      round: z.number().int(),
      isConfidential: z.boolean().default(false),
    }),
    visibility: 'internal',
    sentence: {
      zh: (p) => (p.level === 'overdue' ? `逾期提醒${p.unitName}（期限${p.dueOn}）` : `临期提醒${p.unitName}（期限${p.dueOn}）`),
      en: (p) => `${p.level === 'overdue' ? 'Overdue' : 'Due soon'}: ${p.unitName} reminded (due on ${p.dueOn})`,
    },
  }),
  ...undoEvents,
  ...importEvents,
} satisfies Catalogue

export const record = recorder(events)
