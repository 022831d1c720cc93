import { noticesFor, type NoticeDraft, type People } from '#kernel/notifications/api.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { events } from './events.ts'
import type { ReminderLevel } from './rules/reminders.ts'

/** Who is told of what happens to a promise (product.md 7.6). Whoever did it is left out by the teller. */
export const notices = noticesFor(events, {
  'commitment.reported': (event, p, people) => [
    deputy(
      people,
      p.leadDeputyId,
      event.subjectId,
      p.isYearly
        ? {
            zh: `${p.unitName}报告了${p.year}年度承诺“${p.content}”的落实情况，请评价。`,
            en: `${p.unitName} gave its report of ${p.year} on “${p.content}”; please rate it.`,
          }
        : {
            zh: `${p.unitName}报告了承诺“${p.content}”的进展。`,
            en: `${p.unitName} reported progress on “${p.content}”.`,
          },
    ),
  ],
  'commitment.kept': (event, p, people) => {
    const text = {
      zh: `${p.unitName}报告承诺“${p.content}”已经办成，依据：${p.evidence}。`,
      en: `${p.unitName} reported “${p.content}” done; evidence: ${p.evidence}.`,
    }
    return [deputy(people, p.leadDeputyId, event.subjectId, text), office(people, event.subjectId, text)]
  },
  'commitment.not_kept': (event, p, people) => {
    const text = {
      zh: `${p.unitName}说明承诺“${p.content}”不能办成：${p.reason}`,
      en: `${p.unitName} explained why “${p.content}” cannot be done: ${p.reason}`,
    }
    return [deputy(people, p.leadDeputyId, event.subjectId, text), office(people, event.subjectId, text)]
  },
  'commitment.carried': (event, p, people) => {
    const text = {
      zh: `${p.unitName}把承诺“${p.content}”由${dayZh(p.fromDueOn)}结转到${dayZh(p.toDueOn)}：${p.explanation}`,
      en: `${p.unitName} carried “${p.content}” over from ${dayEn(p.fromDueOn)} to ${dayEn(p.toDueOn)}: ${p.explanation}`,
    }
    return [deputy(people, p.leadDeputyId, event.subjectId, text), office(people, event.subjectId, text)]
  },
  'commitment.asked': (event, p, people) => [
    handlers(people, p.unitId, `/workbench/commitments/${event.subjectId}`, {
      zh: `代表工委请你单位报告承诺“${p.content}”的进展：${p.note}`,
      en: `The deputies’ committee asks your unit for a report on “${p.content}”: ${p.note}`,
    }),
  ],
  'commitment.rated': (event, p, people) => {
    const text = {
      zh: `代表评价了${p.year}年度承诺“${p.content}”的落实情况。`,
      en: `The deputy rated the report of ${p.year} on “${p.content}”.`,
    }
    const told = [handlers(people, p.unitId, `/workbench/commitments/${event.subjectId}`, text)]
    return p.satisfaction === 'dissatisfied' ? [...told, office(people, event.subjectId, text)] : told
  },
  'commitment.reminded': (event, p, people) => {
    const link = `/workbench/commitments/${event.subjectId}` as const
    const { level } = p
    if (level !== 'overdue') return [handlers(people, p.unitId, link, nearText({ ...p, level }))]
    const text = {
      zh: `逾期：${p.unitName}承诺“${p.content}”应于${dayZh(p.dueOn)}前办成，还没有报告办成，也没有结转。`,
      en: `Overdue: ${p.unitName} promised “${p.content}” by ${dayEn(p.dueOn)}; it is neither reported done nor carried over.`,
    }
    return [heads(people, p.unitId, link, text), handlers(people, p.unitId, link, text), office(people, event.subjectId, text)]
  },
  'commitment.reports_awaited': (_event, p, people) => {
    const link = '/workbench/commitments?status=open'
    const text = {
      zh: `你单位有 ${p.count} 项承诺还没有报告${p.year}年度落实情况，请在12月31日前向代表报告。`,
      en: `Your unit has ${p.count} promises without the report of ${p.year}; it is due to the deputies by 31 December.`,
    }
    const told = [handlers(people, p.unitId, link, text)]
    return p.level === 'last' ? [heads(people, p.unitId, link, text), ...told] : told
  },
})

type Text = NoticeDraft['text']
type Link = NoticeDraft['link']

function deputy(people: People, deputyId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '这项承诺是对您领衔的建议作出的', en: 'this was promised in reply to your suggestion' }
  return { to: people.deputy(deputyId), text, why, link: `/workbench/commitments/${id}` }
}

function handlers(people: People, unitId: string, link: Link, text: Text): NoticeDraft {
  const why = { zh: '这项承诺由您所在的单位作出', en: 'your unit made this promise' }
  return { to: people.handlersOf(unitId), text, why, link }
}

function heads(people: People, unitId: string, link: Link, text: Text): NoticeDraft {
  return { ...handlers(people, unitId, link, text), to: people.headsOf(unitId) }
}

function office(people: People, id: string, text: Text): NoticeDraft {
  const why = { zh: '您在代表工作委员会跟踪承诺落实', en: 'you follow promises in the deputies’ committee' }
  return { to: people.withRole('deputies_affairs'), text, why, link: `/workbench/commitments/${id}` }
}

function nearText(p: { content: string; dueOn: string; level: Exclude<ReminderLevel, 'overdue'> }): Text {
  const left = {
    thirty: { zh: '还剩 30 个工作日以内', en: 'thirty working days or less' },
    ten: { zh: '还剩 10 个工作日以内', en: 'ten working days or less' },
    one: { zh: '最后 1 个工作日', en: 'one working day' },
  }[p.level]
  return {
    zh: `临期：承诺“${p.content}”${left.zh}，期限${dayZh(p.dueOn)}。办不成的请提前结转并说明原因。`,
    en: `Due soon: “${p.content}”, ${left.en} left (due ${dayEn(p.dueOn)}). If it cannot be done in time, carry it over and explain.`,
  }
}

function dayZh(day: string): string {
  return formatDateZh(toDateOnly(day))
}

function dayEn(day: string): string {
  return formatDateEn(toDateOnly(day))
}
