import * as z from 'zod'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { recorder } from '#kernel/audit/api.ts'
import { day } from './contract.ts'
import { Kind } from './outcomes/contract.ts'
import { reminderLevels } from './outcomes/rules/visits.ts'
import { enquiryEvents } from './enquiries/events.ts'
import { fileEvents } from './files/events.ts'
import { words } from './words.ts'

const titled = z.object({ title: z.string() })
const withReason = titled.extend({ reason: z.string() })
/** Who is told: the units that handle and the deputies who put the suggestions; never part of a public sentence. */
const toTell = { unitIds: z.array(z.uuid()), deputyIds: z.array(z.uuid()) }
const member = titled.extend({ suggestionId: z.uuid(), suggestionTitle: z.string() })
const about = z.object({ suggestionId: z.uuid(), suggestionTitle: z.string(), unitId: z.uuid().nullable() })
const guided = about.extend({ unitId: z.uuid(), unitName: z.string(), issuerId: z.uuid() })

const topics = {
  'topic.proposed': kind({
    payload: titled.extend({ committeeName: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.committeeName}提出重点督办选题`, en: (p) => `Proposed by ${p.committeeName}` },
  }),
  'topic.edited': kind({
    payload: titled,
    visibility: 'internal',
    sentence: { zh: () => '修改了选题', en: () => 'Edited the topic' },
  }),
  'topic.member-added': kind({
    payload: member,
    visibility: 'internal',
    sentence: { zh: (p) => `加入《${p.suggestionTitle}》`, en: (p) => `Added “${p.suggestionTitle}”` },
  }),
  'topic.member-removed': kind({
    payload: member,
    visibility: 'internal',
    sentence: { zh: (p) => `移出《${p.suggestionTitle}》`, en: (p) => `Removed “${p.suggestionTitle}”` },
  }),
  'topic.compiled': kind({
    payload: titled,
    visibility: 'internal',
    sentence: {
      zh: () => '代表工委汇总，提请主任会议确定',
      en: () => 'Compiled by the deputies’ committee for the chairpersons’ meeting',
    },
  }),
  'topic.dropped': kind({
    payload: withReason.extend({ leadCommitteeId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `不列入：${p.reason}`, en: (p) => `Dropped: ${p.reason}` },
  }),
  'topic.decided': kind({
    payload: titled.extend({ decidedOn: day, ...toTell }),
    visibility: 'public',
    keptIn: ['unitIds', 'deputyIds'],
    sentence: {
      zh: (p) => `主任会议${p.decidedOn}确定“${p.title}”为重点督办选题`,
      en: (p) => `The chairpersons’ meeting of ${p.decidedOn} made “${p.title}” a key topic`,
    },
  }),
  'topic.started': kind({
    payload: titled.extend({ unitIds: z.array(z.uuid()) }),
    visibility: 'internal',
    sentence: { zh: () => '制定督办方案，开始督办', en: () => 'Pressing began, with its plan' },
  }),
  'topic.reported': kind({
    payload: titled.extend({ reportedOn: day }),
    visibility: 'internal',
    sentence: { zh: (p) => `登记督办情况（${p.reportedOn}）`, en: (p) => `Report of ${p.reportedOn}` },
  }),
  'topic.concluded': kind({
    payload: titled.extend(toTell),
    visibility: 'public',
    keptIn: ['unitIds', 'deputyIds'],
    sentence: {
      zh: (p) => `“${p.title}”督办结束，形成督办报告`,
      en: (p) => `Pressing for “${p.title}” was concluded with a report`,
    },
  }),
} satisfies Catalogue

const plans = {
  'plan.made': kind({
    payload: titled.extend({ unitName: z.string(), deputyIds: z.array(z.uuid()) }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}并案办理“${p.title}”`, en: (p) => `One plan of ${p.unitName}: “${p.title}”` },
  }),
  'plan.edited': kind({
    payload: titled,
    visibility: 'internal',
    sentence: { zh: () => '修改了办理方案', en: () => 'Edited the plan' },
  }),
  'plan.member-added': kind({
    payload: member.extend({ deputyId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `并入《${p.suggestionTitle}》`, en: (p) => `Took in “${p.suggestionTitle}”` },
  }),
  'plan.member-removed': kind({
    payload: member,
    visibility: 'internal',
    sentence: { zh: (p) => `移出《${p.suggestionTitle}》`, en: (p) => `Let go “${p.suggestionTitle}”` },
  }),
} satisfies Catalogue

const met = z.object({ theme: z.string(), heldOn: day, place: z.string() })
const meetings = {
  'face-to-face.planned': kind({
    payload: met.extend(toTell),
    visibility: 'internal',
    sentence: { zh: (p) => `安排${p.heldOn}在${p.place}“面对面”`, en: (p) => `Planned for ${p.heldOn} at ${p.place}` },
  }),
  'face-to-face.edited': kind({
    payload: met.extend(toTell),
    visibility: 'internal',
    sentence: { zh: (p) => `修改活动安排：${p.heldOn}，${p.place}`, en: (p) => `Changed: ${p.heldOn}, ${p.place}` },
  }),
  'face-to-face.held': kind({
    payload: met.extend({ residents: z.number().int() }),
    visibility: 'public',
    sentence: {
      zh: (p) => `${p.heldOn}在${p.place}围绕“${p.theme}”面对面，居民${p.residents}人参加`,
      en: (p) => `Face to face on “${p.theme}” at ${p.place} on ${p.heldOn}, with ${p.residents} residents`,
    },
  }),
  'face-to-face.cancelled': kind({
    payload: met.extend({ reason: z.string(), ...toTell }),
    visibility: 'internal',
    sentence: { zh: (p) => `取消活动：${p.reason}`, en: (p) => `Cancelled: ${p.reason}` },
  }),
} satisfies Catalogue

const guidance = {
  'guidance.issued': kind({
    payload: guided.extend({ dueOn: day, deputyId: z.uuid() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `向${p.unitName}发出督办指导意见，${p.dueOn}前回复`,
      en: (p) => `Guidance to ${p.unitName}, answer due on ${p.dueOn}`,
    },
  }),
  'guidance.acknowledged': kind({
    payload: guided,
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}签收督办指导意见`, en: (p) => `${p.unitName} received the guidance` },
  }),
  'guidance.answered': kind({
    payload: guided,
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}回复督办指导意见`, en: (p) => `${p.unitName} answered the guidance` },
  }),
} satisfies Catalogue

const made = titled.extend({ kind: Kind })
const outcomes = {
  'outcome.recorded': kind({
    payload: made,
    visibility: 'internal',
    sentence: {
      zh: (p) => `登记成果（${words.zh.kind[p.kind]}）：${p.title}`,
      en: (p) => `Recorded (${words.en.kind[p.kind]}): ${p.title}`,
    },
  }),
  'outcome.edited': kind({
    payload: made,
    visibility: 'internal',
    sentence: { zh: () => '修改了成果', en: () => 'Edited the outcome' },
  }),
  'outcome.published': kind({
    payload: made.extend({ deputyIds: z.array(z.uuid()) }),
    visibility: 'public',
    keptIn: ['deputyIds'],
    sentence: {
      zh: (p) => `公布成果（${words.zh.kind[p.kind]}）：${p.title}`,
      en: (p) => `Published (${words.en.kind[p.kind]}): ${p.title}`,
    },
  }),
  'outcome.retracted': kind({
    payload: made.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `撤下成果：${p.reason}`, en: (p) => `Taken down: ${p.reason}` },
  }),
  'visit.planned': kind({
    payload: about.extend({ dueOn: day }),
    visibility: 'internal',
    sentence: { zh: (p) => `安排${p.dueOn}前回访`, en: (p) => `Follow-up visit due on ${p.dueOn}` },
  }),
  'visit.made': kind({
    payload: about.extend({ visitedOn: day, deputyId: z.uuid() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.visitedOn}回访居民`, en: (p) => `Residents were visited on ${p.visitedOn}` },
  }),
  'visit.reminded': kind({
    payload: about.extend({ dueOn: day, level: z.enum(reminderLevels) }),
    visibility: 'internal',
    sentence: {
      zh: (p) => (p.level === 'overdue' ? `回访逾期提醒（应于${p.dueOn}前）` : `回访临期提醒（${p.dueOn}前）`),
      en: (p) => `${p.level === 'overdue' ? 'Visit overdue' : 'Visit due soon'} (${p.dueOn})`,
    },
  }),
} satisfies Catalogue

/** Everything that happens in 督办; the subject is the topic, plan, event, notice, outcome or visit itself. */
export const events = {
  ...topics,
  ...plans,
  ...meetings,
  ...guidance,
  ...enquiryEvents,
  ...fileEvents,
  ...outcomes,
} satisfies Catalogue

export const record = recorder(events)
