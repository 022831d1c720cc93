import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { Body, Outcome, Recommendation } from './contract.ts'
import { words } from './words.ts'

const titled = z.object({ title: z.string() })
const ofLead = titled.extend({ leadDeputyId: z.uuid() })
const byDeputy = ofLead.extend({ deputyId: z.uuid(), deputyName: z.string(), textVersion: z.int() })
const numbered = ofLead.extend({ reference: z.string(), number: z.int() })
const all = z.array(z.uuid())

/** Everything that can happen to a motion. One row of these is what timelines, notices, scores and webhooks read. */
export const events = {
  'motion.drafted': kind({
    payload: titled,
    visibility: 'restricted',
    sentence: { zh: (p) => `起草《${p.title}》`, en: (p) => `Drafted “${p.title}”` },
  }),
  'motion.edited': kind({
    payload: ofLead.extend({ textVersion: z.int(), voidedDeputyIds: all }),
    visibility: 'internal',
    sentence: {
      zh: (p) =>
        p.voidedDeputyIds.length > 0
          ? `修改文本（第${p.textVersion}稿），${p.voidedDeputyIds.length}位代表的联名需重新确认`
          : `修改文本（第${p.textVersion}稿）`,
      en: (p) =>
        p.voidedDeputyIds.length > 0
          ? `Text changed (version ${p.textVersion}); ${p.voidedDeputyIds.length} confirmations must be given again`
          : `Text changed (version ${p.textVersion})`,
    },
  }),
  'motion.cosigners-invited': kind({
    payload: ofLead.extend({ leadName: z.string(), deputyIds: all, textVersion: z.int() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `邀请${p.deputyIds.length}位代表联名`,
      en: (p) => `Invited ${p.deputyIds.length} deputies to co-sign`,
    },
  }),
  'motion.read': kind({
    payload: byDeputy,
    visibility: 'restricted',
    sentence: {
      zh: (p) => `${p.deputyName}阅读了第${p.textVersion}稿`,
      en: (p) => `${p.deputyName} read version ${p.textVersion}`,
    },
  }),
  'motion.cosigned': kind({
    payload: byDeputy.extend({ signatories: z.int(), minimum: z.int() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.deputyName}确认联名（第${p.textVersion}稿，${p.signatories}/${p.minimum}）`,
      en: (p) => `${p.deputyName} co-signed (version ${p.textVersion}, ${p.signatories}/${p.minimum})`,
    },
  }),
  'motion.cosigning-declined': kind({
    payload: byDeputy,
    visibility: 'internal',
    sentence: { zh: (p) => `${p.deputyName}不联名`, en: (p) => `${p.deputyName} declined to co-sign` },
  }),
  'motion.cosigning-withdrawn': kind({
    payload: byDeputy.extend({ reason: z.string(), signatories: z.int(), minimum: z.int(), isSubmitted: z.boolean() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.deputyName}退出联名（${p.signatories}/${p.minimum}）：${p.reason}`,
      en: (p) => `${p.deputyName} withdrew the signature (${p.signatories}/${p.minimum}): ${p.reason}`,
    },
  }),
  'motion.submitted': kind({
    payload: ofLead.extend({ leadName: z.string(), signatories: z.int(), minimum: z.int() }),
    visibility: 'public',
    // Until it is received nobody outside knows of it; the public reads this event afterwards.
    keptIn: ['title', 'leadDeputyId', 'minimum'],
    sentence: {
      zh: (p) => `${p.leadName}等${p.signatories}名代表联名提出`,
      en: (p) => `Put by ${p.leadName} and others, ${p.signatories} deputies in all`,
    },
  }),
  'motion.returned': kind({
    payload: ofLead.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `退回修改：${p.reason}`, en: (p) => `Returned for revision: ${p.reason}` },
  }),
  'motion.received': kind({
    payload: numbered,
    visibility: 'public',
    sentence: { zh: (p) => `接收登记，编为议案第${p.number}号`, en: (p) => `Received and registered as motion No. ${p.number}` },
  }),
  'motion.decided': kind({
    payload: numbered.extend({
      outcome: Outcome,
      body: Body,
      decidedOn: z.iso.date(),
      basis: z.string(),
      committeeId: z.uuid().nullable(),
      committeeName: z.string().nullable(),
      dueOn: z.iso.date().nullable(),
      cosignerIds: all,
    }),
    visibility: 'public',
    keptIn: ['cosignerIds', 'leadDeputyId', 'basis', 'committeeId', 'dueOn'],
    sentence: {
      zh: (p) => `${words.zh.body[p.body]}决定：${words.zh.outcome[p.outcome]}${p.committeeName ? `（${p.committeeName}）` : ''}`,
      en: (p) => `${words.en.body[p.body]}: ${words.en.outcome[p.outcome]}${p.committeeName ? ` (${p.committeeName})` : ''}`,
    },
  }),
  'motion.merged': kind({
    payload: numbered.extend({
      mainId: z.uuid(),
      mainNumber: z.int(),
      body: Body,
      decidedOn: z.iso.date(),
      basis: z.string(),
      cosignerIds: all,
    }),
    visibility: 'public',
    keptIn: ['cosignerIds', 'leadDeputyId', 'basis', 'mainId'],
    sentence: {
      zh: (p) => `${words.zh.body[p.body]}决定：与议案第${p.mainNumber}号并案处理`,
      en: (p) => `${words.en.body[p.body]}: merged with motion No. ${p.mainNumber}`,
    },
  }),
  'motion.opinion-given': kind({
    payload: numbered.extend({ committeeId: z.uuid(), committeeName: z.string(), recommendation: Recommendation }),
    visibility: 'public',
    keptIn: ['leadDeputyId', 'committeeId'],
    sentence: {
      zh: (p) => `${p.committeeName}提出意见：${words.zh.recommendation[p.recommendation]}`,
      en: (p) => `Opinion of ${p.committeeName}: ${words.en.recommendation[p.recommendation]}`,
    },
  }),
  'motion.conversion-agreed': kind({
    payload: numbered,
    visibility: 'internal',
    sentence: { zh: () => '领衔代表同意转为建议', en: () => 'The lead deputy agreed to make it a suggestion' },
  }),
  'motion.conversion-declined': kind({
    payload: numbered.extend({ reason: z.string() }),
    visibility: 'public',
    keptIn: ['leadDeputyId', 'reason'],
    sentence: {
      zh: () => '领衔代表不同意转为建议，办理结束',
      en: () => 'The lead deputy did not agree to make it a suggestion; the matter is ended',
    },
  }),
  'motion.converted': kind({
    payload: numbered.extend({ suggestionId: z.uuid(), cosignerIds: all }),
    visibility: 'public',
    keptIn: ['cosignerIds', 'leadDeputyId', 'suggestionId'],
    sentence: { zh: () => '转为建议办理', en: () => 'Became a suggestion' },
  }),
  'motion.linked': kind({
    payload: titled.extend({ suggestionId: z.uuid() }),
    visibility: 'internal',
    // Without its title: the suggestion may be kept confidential later.
    sentence: { zh: () => '关联了一件建议', en: () => 'Linked a suggestion' },
  }),
  'motion.unlinked': kind({
    payload: titled.extend({ suggestionId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: () => '取消了一件建议的关联', en: () => 'Unlinked a suggestion' },
  }),
  'motion.lapsed': kind({
    payload: ofLead.extend({
      signatories: z.int(),
      minimum: z.int(),
      basis: z.string(),
      cosignerIds: all,
      committeeId: z.uuid().nullable(),
    }),
    visibility: 'public',
    keptIn: ['title', 'leadDeputyId', 'cosignerIds', 'committeeId'],
    sentence: {
      zh: (p) => `终止：坚持提出的代表${p.signatories}人，不足${p.minimum}人。${p.basis}`,
      en: (p) => `Lapsed: ${p.signatories} deputies left, fewer than ${p.minimum}. ${p.basis}`,
    },
  }),
  'motion.withdrawn': kind({
    payload: ofLead.extend({ reason: z.string(), cosignerIds: all }),
    visibility: 'internal',
    sentence: { zh: (p) => `撤回：${p.reason}`, en: (p) => `Withdrawn: ${p.reason}` },
  }),
  'motion.discarded': kind({
    payload: ofLead.extend({ reason: z.string(), cosignerIds: all }),
    visibility: 'restricted',
    sentence: { zh: (p) => `放弃草稿《${p.title}》：${p.reason}`, en: (p) => `Discarded the draft “${p.title}”: ${p.reason}` },
  }),
  'motion.exported': kind({
    payload: z.object({ filters: z.record(z.string(), z.string()), count: z.int() }),
    visibility: 'restricted',
    sentence: { zh: (p) => `导出议案 ${p.count} 件`, en: (p) => `Exported ${p.count} motions` },
  }),
} satisfies Catalogue

export const record = recorder(events)
