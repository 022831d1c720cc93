import { noticesFor, type NoticeDraft, type People } from '#kernel/notifications/api.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { events } from './events.ts'
import type { ReminderLevel } from './rules/reminders.ts'

/** Who is told of what happens to a suggestion (product.md 7.6). Whoever did it is left out by the teller. */
export const notices = noticesFor(events, {
  'suggestion.submitted': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `${p.deputyName}代表提交了建议《${p.title}》，请审查。`,
      en: `Deputy ${p.deputyName} submitted “${p.title}”; please review it.`,
    }),
  ],
  'suggestion.returned': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》退回修改：${p.reason}`,
      en: `Your suggestion “${p.title}” was returned for revision: ${p.reason}`,
    }),
  ],
  'suggestion.registered': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》审查通过，编为第${p.number}号。`,
      en: `Your suggestion “${p.title}” was registered as No. ${p.number}.`,
    }),
  ],
  'suggestion.assigned': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `交办：《${p.title}》由你单位办理，请签收，${dayZh(p.dueOn)}前答复代表。`,
      en: `“${p.title}” was handed over to your unit; please receive it and reply by ${dayEn(p.dueOn)}.`,
    }),
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》已交${p.unitName}办理，答复期限${dayZh(p.dueOn)}。`,
      en: `Your suggestion “${p.title}” was handed over to ${p.unitName}; the reply is due on ${dayEn(p.dueOn)}.`,
    }),
  ],
  'suggestion.replied': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》已由${p.unitName}答复，请评价。`,
      en: `${p.unitName} replied to your suggestion “${p.title}”; please rate the reply.`,
    }),
    office(people, event.subjectId, {
      zh: `${p.unitName}答复了建议《${p.title}》（${p.class}类）。`,
      en: `${p.unitName} replied to “${p.title}” (class ${p.class}).`,
    }),
  ],
  'suggestion.rated': (event, p, people) => {
    const text = { zh: `代表评价了建议《${p.title}》的办理。`, en: `The deputy rated the handling of “${p.title}”.` }
    return [office(people, event.subjectId, text), handlers(people, p.unitId, event.subjectId, text)]
  },
  'suggestion.rehandled': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `《${p.title}》转你单位重新办理（第${p.round}轮），${dayZh(p.dueOn)}前答复代表。原因：${p.reason}`,
      en: `“${p.title}” is to be handled again (round ${p.round}), reply by ${dayEn(p.dueOn)}. Reason: ${p.reason}`,
    }),
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》已转${p.unitName}重新办理，答复期限${dayZh(p.dueOn)}。`,
      en: `Your suggestion “${p.title}” is handled again by ${p.unitName}; the reply is due on ${dayEn(p.dueOn)}.`,
    }),
  ],
  'suggestion.closed': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》已办结。`,
      en: `Your suggestion “${p.title}” was closed.`,
    }),
  ],
  'suggestion.withdrawn': (event, p, people) => {
    const text = {
      zh: `代表撤回了建议《${p.title}》：${p.reason}`,
      en: `The deputy withdrew “${p.title}”: ${p.reason}`,
    }
    const unit = p.unitId ? [handlers(people, p.unitId, event.subjectId, text)] : []
    return [office(people, event.subjectId, text), ...unit]
  },
  'suggestion.reminded': (event, p, people) => {
    const { level } = p
    if (level !== 'overdue') return [handlers(people, p.unitId, event.subjectId, nearText({ ...p, level }))]
    const text = {
      zh: `逾期：${p.unitName}办理的《${p.title}》应于${dayZh(p.dueOn)}前答复代表，尚未答复。`,
      en: `Overdue: “${p.title}”, handled by ${p.unitName}, was to be answered by ${dayEn(p.dueOn)}.`,
    }
    return [
      { ...handlers(people, p.unitId, event.subjectId, text), to: people.headsOf(p.unitId) },
      handlers(people, p.unitId, event.subjectId, text),
      {
        ...handlers(people, p.unitId, event.subjectId, text),
        to: people.withRole('supervision_office'),
        why: { zh: '您负责督办逾期的建议', en: 'you supervise overdue suggestions' },
      },
    ]
  },
})

type Text = NoticeDraft['text']

function deputy(people: People, deputyId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '您是这件建议的领衔代表', en: 'you are the lead deputy of this suggestion' }
  return { to: people.deputy(deputyId), text, why, link: link(id) }
}

function handlers(people: People, unitId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '这件建议由您所在的单位承办', en: 'your unit handles this suggestion' }
  return { to: people.handlersOf(unitId), text, why, link: link(id) }
}

function office(people: People, id: string, text: Text): NoticeDraft {
  const why = { zh: '您在代表工作委员会负责建议办理', en: 'you look after suggestions in the deputies’ committee' }
  return { to: people.withRole('deputies_affairs'), text, why, link: link(id) }
}

function nearText(p: { title: string; dueOn: string; level: Exclude<ReminderLevel, 'overdue'> }): Text {
  const left = {
    ten: { zh: '还剩 10 个工作日以内', en: 'ten working days or less' },
    five: { zh: '还剩 5 个工作日以内', en: 'five working days or less' },
    one: { zh: '最后 1 个工作日', en: 'one working day' },
  }[p.level]
  return {
    zh: `临期：《${p.title}》${left.zh}，请于${dayZh(p.dueOn)}前答复代表。`,
    en: `Due soon: “${p.title}”, ${left.en} left, reply by ${dayEn(p.dueOn)}.`,
  }
}

function link(id: string): `/${string}` {
  return `/workbench/suggestions/${id}`
}

function dayZh(day: string): string {
  return formatDateZh(toDateOnly(day))
}

function dayEn(day: string): string {
  return formatDateEn(toDateOnly(day))
}
