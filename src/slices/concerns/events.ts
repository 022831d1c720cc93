import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { Result } from './contract.ts'
import { reminderLevels } from './rules/reminders.ts'
import { words } from './words.ts'

const day = z.iso.date()
/** What every event of a concern says, so that a reader needs no second look; `name` is the beginning of its text. */
const about = z.object({
  name: z.string(),
  place: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  deputyId: z.uuid(),
  deputyName: z.string(),
})

/** Everything that can happen to a concern. All internal: texts and pictures of people's daily troubles do not leave the house. */
export const events = {
  'concern.sent': kind({
    payload: about.extend({ dueOn: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.deputyName}代表直送${p.unitName}，请于${zhDay(p.dueOn)}前答复`,
      en: (p) => `Deputy ${p.deputyName} sent it to ${p.unitName}; to be answered by ${enDay(p.dueOn)}`,
    },
  }),
  'concern.accepted': kind({
    payload: about,
    visibility: 'internal',
    sentence: { zh: (p) => `${p.unitName}签收`, en: (p) => `${p.unitName} received it` },
  }),
  'concern.passed_on': kind({
    payload: about.extend({ fromUnitId: z.uuid(), fromUnitName: z.string(), reason: z.string(), dueOn: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.fromUnitName}转${p.unitName}办理：${p.reason}`,
      en: (p) => `${p.fromUnitName} passed it on to ${p.unitName}: ${p.reason}`,
    },
  }),
  'concern.disputed': kind({
    payload: about.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}说明不属于本单位：${p.reason}`,
      en: (p) => `${p.unitName} says that it is not its own: ${p.reason}`,
    },
  }),
  'concern.assigned': kind({
    payload: about.extend({ reason: z.string(), dueOn: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `代表工委确定由${p.unitName}办理：${p.reason}`,
      en: (p) => `The deputies’ committee named ${p.unitName}: ${p.reason}`,
    },
  }),
  'concern.declined': kind({
    payload: about.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `代表工委决定不走民情直通：${p.reason}`,
      en: (p) => `The deputies’ committee took it off the fast lane: ${p.reason}`,
    },
  }),
  'concern.answered': kind({
    payload: about.extend({ result: Result, text: z.string(), plannedOn: day.nullable(), confirmBy: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}答复：${words.zh.result[p.result]}${p.plannedOn ? `（${zhDay(p.plannedOn)}前）` : ''}。${p.text}`,
      en: (p) =>
        `${p.unitName} answered: ${words.en.result[p.result]}${p.plannedOn ? ` by ${enDay(p.plannedOn)}` : ''}. ${p.text}`,
    },
  }),
  'concern.confirmed': kind({
    payload: about,
    visibility: 'internal',
    sentence: { zh: (p) => `${p.deputyName}代表表示满意`, en: (p) => `Deputy ${p.deputyName} is satisfied` },
  }),
  'concern.rejected': kind({
    payload: about.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.deputyName}代表表示不满意：${p.reason}`,
      en: (p) => `Deputy ${p.deputyName} is not satisfied: ${p.reason}`,
    },
  }),
  'concern.converted': kind({
    payload: about.extend({ suggestionId: z.uuid() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.deputyName}代表转为建议草稿`,
      en: (p) => `Deputy ${p.deputyName} made it a draft suggestion`,
    },
  }),
  'concern.withdrawn': kind({
    payload: about.extend({ reason: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `代表撤回：${p.reason}`, en: (p) => `The deputy withdrew it: ${p.reason}` },
  }),
  'concern.lapsed': kind({
    payload: about.extend({ confirmBy: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `到${zhDay(p.confirmBy)}代表没有确认，按“未确认”结束`,
      en: (p) => `Closed unconfirmed: the deputy said nothing by ${enDay(p.confirmBy)}`,
    },
  }),
  'concern.reminded': kind({
    payload: about.extend({ level: z.enum(reminderLevels), dueOn: day }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.level === 'overdue' ? '逾期' : '临期'}提醒${p.unitName}：答复期限${zhDay(p.dueOn)}`,
      en: (p) => `${p.level === 'overdue' ? 'Overdue' : 'Due soon'}: ${p.unitName} reminded, answer due by ${enDay(p.dueOn)}`,
    },
  }),
} satisfies Catalogue

export const record = recorder(events)

function zhDay(text: string): string {
  return formatDateZh(toDateOnly(text))
}

function enDay(text: string): string {
  return formatDateEn(toDateOnly(text))
}
