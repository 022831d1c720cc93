import { noticesFor, type NoticeDraft, type People } from '#kernel/notifications/api.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { events } from './events.ts'
import { words } from './words.ts'

/** Who is told of what happens to a concern. Whoever did it is left out by the teller. */
export const notices = noticesFor(events, {
  'concern.sent': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `民情直通：${p.deputyName}代表反映“${p.name}”（${p.place}），请签收，于${dayZh(p.dueOn)}前答复。`,
      en: `Direct concern: deputy ${p.deputyName} reports “${p.name}” (${p.place}); please answer by ${dayEn(p.dueOn)}.`,
    }),
  ],
  'concern.passed_on': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `民情直通：${p.fromUnitName}转来“${p.name}”（${p.place}），请于${dayZh(p.dueOn)}前答复。`,
      en: `Direct concern: ${p.fromUnitName} passed on “${p.name}” (${p.place}); please answer by ${dayEn(p.dueOn)}.`,
    }),
    deputy(people, p.deputyId, event.subjectId, {
      zh: `您反映的“${p.name}”由${p.fromUnitName}转${p.unitName}办理：${p.reason}`,
      en: `“${p.name}” was passed on from ${p.fromUnitName} to ${p.unitName}: ${p.reason}`,
    }),
  ],
  'concern.disputed': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `${p.unitName}认为“${p.name}”不属于本单位，请决定由谁办理：${p.reason}`,
      en: `${p.unitName} says that “${p.name}” is not its own; please decide whose it is: ${p.reason}`,
    }),
  ],
  'concern.assigned': (event, p, people) => {
    const text = {
      zh: `代表工委确定“${p.name}”由${p.unitName}办理，请于${dayZh(p.dueOn)}前答复：${p.reason}`,
      en: `The deputies’ committee named ${p.unitName} for “${p.name}”, to be answered by ${dayEn(p.dueOn)}: ${p.reason}`,
    }
    return [handlers(people, p.unitId, event.subjectId, text), deputy(people, p.deputyId, event.subjectId, text)]
  },
  'concern.declined': (event, p, people) => {
    const text = {
      zh: `代表工委认为“${p.name}”不适合走民情直通：${p.reason}`,
      en: `The deputies’ committee took “${p.name}” off the fast lane: ${p.reason}`,
    }
    return [deputy(people, p.deputyId, event.subjectId, text), handlers(people, p.unitId, event.subjectId, text)]
  },
  'concern.answered': (event, p, people) => [
    deputy(people, p.deputyId, event.subjectId, {
      zh: `${p.unitName}答复了“${p.name}”：${words.zh.result[p.result]}。请于${dayZh(p.confirmBy)}前确认满意或者不满意。`,
      en: `${p.unitName} answered “${p.name}”: ${words.en.result[p.result]}. Please say by ${dayEn(p.confirmBy)} whether you are satisfied.`,
    }),
  ],
  'concern.confirmed': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `${p.deputyName}代表对“${p.name}”的办理表示满意。`,
      en: `Deputy ${p.deputyName} is satisfied with the answer on “${p.name}”.`,
    }),
  ],
  'concern.rejected': (event, p, people) => {
    const text = {
      zh: `${p.deputyName}代表对“${p.name}”的办理不满意：${p.reason}`,
      en: `Deputy ${p.deputyName} is not satisfied with the answer on “${p.name}”: ${p.reason}`,
    }
    return [handlers(people, p.unitId, event.subjectId, text), office(people, event.subjectId, text)]
  },
  'concern.withdrawn': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `${p.deputyName}代表撤回了“${p.name}”，不用再办：${p.reason}`,
      en: `Deputy ${p.deputyName} withdrew “${p.name}”; nothing more is to be done: ${p.reason}`,
    }),
  ],
  'concern.lapsed': (event, p, people) => [
    deputy(people, p.deputyId, event.subjectId, {
      zh: `您没有在${dayZh(p.confirmBy)}前确认“${p.name}”的答复，这件事按“未确认”结束。`,
      en: `You did not say anything on the answer to “${p.name}” by ${dayEn(p.confirmBy)}; it was closed unconfirmed.`,
    }),
  ],
  'concern.reminded': (event, p, people) => {
    if (p.level === 'near') {
      const text = {
        zh: `临期：“${p.name}”（${p.place}）请于${dayZh(p.dueOn)}前答复代表。`,
        en: `Due soon: please answer “${p.name}” (${p.place}) by ${dayEn(p.dueOn)}.`,
      }
      return [handlers(people, p.unitId, event.subjectId, text)]
    }
    const text = {
      zh: `逾期：“${p.name}”（${p.place}）应于${dayZh(p.dueOn)}前答复代表，还没有答复。`,
      en: `Overdue: “${p.name}” (${p.place}) was to be answered by ${dayEn(p.dueOn)} and is not.`,
    }
    return [heads(people, p.unitId, event.subjectId, text), handlers(people, p.unitId, event.subjectId, text)]
  },
})

type Text = NoticeDraft['text']

function deputy(people: People, deputyId: string, id: string, text: Text): NoticeDraft {
  return { to: people.deputy(deputyId), text, why: { zh: '这件事由您反映', en: 'you reported this' }, link: link(id) }
}

function handlers(people: People, unitId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '这件事由您所在的单位承办', en: 'your unit handles this' }
  return { to: people.handlersOf(unitId), text, why, link: link(id) }
}

function heads(people: People, unitId: string, id: string, text: Text): NoticeDraft {
  return { ...handlers(people, unitId, id, text), to: people.headsOf(unitId) }
}

function office(people: People, id: string, text: Text): NoticeDraft {
  const why = { zh: '您在代表工作委员会负责民情直通', en: 'you look after the fast lane in the deputies’ committee' }
  return { to: people.withRole('deputies_affairs'), text, why, link: link(id) }
}

function link(id: string): `/${string}` {
  return `/workbench/concerns/${id}`
}

function dayZh(day: string): string {
  return formatDateZh(toDateOnly(day))
}

function dayEn(day: string): string {
  return formatDateEn(toDateOnly(day))
}
