import { noticesFor, type NoticeDraft, type People } from '#kernel/notifications/api.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import type { Part } from './contract.ts'
import { events } from './events.ts'
import type { ReminderLevel } from './rules/reminders.ts'
import { words } from './words.ts'

/** Who is told of what happens to a suggestion (product.md 7.6). Whoever did it is left out by the teller. */
export const notices = noticesFor(events, {
  'suggestion.submitted': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `${p.deputyName}代表提交了建议《${p.title}》，请审查。`,
      en: `Deputy ${p.deputyName} submitted “${p.title}”; please review it.`,
    }),
  ],
  'suggestion.recalled': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `${p.deputyName}代表收回了刚提交的《${p.title}》，暂不用审查。`,
      en: `Deputy ${p.deputyName} took “${p.title}” back to change it; it needs no review for now.`,
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
  'suggestion.invited': (event, p, people) =>
    p.deputyIds.map((id) =>
      joining(people, id, event.subjectId, {
        zh: `${p.deputyName}邀请您联名《${p.title}》，请看过内容后决定。`,
        en: `${p.deputyName} asks you to co-sign “${p.title}”; please read it and decide.`,
      }),
    ),
  'suggestion.edited': (event, p, people) =>
    p.deputyIds.map((id) =>
      joining(people, id, event.subjectId, {
        zh: `您联名的《${p.title}》文本有修改，请再次确认。`,
        en: `The text of “${p.title}”, which you co-signed, was changed; please confirm again.`,
      }),
    ),
  'suggestion.cosigned': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: p.answer === 'confirmed' ? `${p.deputyName}确认联名《${p.title}》。` : `${p.deputyName}没有联名《${p.title}》。`,
      en: p.answer === 'confirmed' ? `${p.deputyName} co-signed “${p.title}”.` : `${p.deputyName} did not co-sign “${p.title}”.`,
    }),
  ],
  'suggestion.declined': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您提交的《${p.title}》不作为建议（${p.label}，${p.basis}）：${p.advice}`,
      en: `“${p.title}” was not taken as a suggestion (${p.label}): ${p.advice}`,
    }),
  ],
  'suggestion.passed_on': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您提交的《${p.title}》已作为代表来信转${p.unitName}。`,
      en: `“${p.title}” was passed on to ${p.unitName} as a deputy’s letter.`,
    }),
    handlers(people, p.unitId, event.subjectId, {
      zh: `代表来信：《${p.title}》转你单位研究。${p.note}`,
      en: `A deputy’s letter, “${p.title}”, was passed on to your unit. ${p.note}`,
    }),
  ],
  'suggestion.objected': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `${p.unitName}申请退办《${p.title}》：${p.reason}`,
      en: `${p.unitName} objects to handling “${p.title}”: ${p.reason}`,
    }),
  ],
  'suggestion.upheld': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `《${p.title}》仍由你单位办理：${p.reason}`,
      en: `“${p.title}” stays with your unit: ${p.reason}`,
    }),
  ],
  'suggestion.reassigned': (event, p, people) => [
    ...p.handlers.map((it) =>
      handlers(people, it.unitId, event.subjectId, {
        zh: `交办：《${p.title}》由${p.fromUnitName}改交你单位（${words.zh.part[it.part]}），请签收，${dayZh(p.dueOn)}前答复代表。`,
        en: `“${p.title}” was handed on to your unit from ${p.fromUnitName}; please receive it and reply by ${dayEn(p.dueOn)}.`,
      }),
    ),
    handlers(people, p.fromUnitId, event.subjectId, {
      zh: `《${p.title}》已改交其他单位，你单位不再办理。`,
      en: `“${p.title}” was handed on; your unit no longer handles it.`,
    }),
  ],
  'suggestion.opinion_given': (event, p, people) => [
    handlers(people, p.leadUnitId, event.subjectId, {
      zh: `${p.unitName}送来了《${p.title}》的会办意见。`,
      en: `${p.unitName} sent its opinion on “${p.title}”.`,
    }),
  ],
  'suggestion.concurred': (event, p, people) => [
    handlers(people, p.leadUnitId, event.subjectId, {
      zh: `${p.unitName}会签同意了《${p.title}》的答复。`,
      en: `${p.unitName} agreed to the reply to “${p.title}”.`,
    }),
  ],
  'suggestion.protected': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `《${p.title}》${p.isConfidential ? '改为保密办理' : '不再保密办理'}：${p.reason}`,
      en: `“${p.title}” is ${p.isConfidential ? 'now' : 'no longer'} handled confidentially: ${p.reason}`,
    }),
  ],
  'suggestion.extension_requested': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `${p.unitName}申请《${p.title}》延期 ${p.months} 个月：${p.reason}`,
      en: `${p.unitName} asks for ${p.months} more month(s) for “${p.title}”: ${p.reason}`,
    }),
  ],
  'suggestion.extended': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `同意《${p.title}》延期，请在${dayZh(p.dueOn)}前答复代表。`,
      en: `“${p.title}” was extended; please reply by ${dayEn(p.dueOn)}.`,
    }),
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》经同意延期，答复期限改为${dayZh(p.dueOn)}。`,
      en: `The reply to your suggestion “${p.title}” was extended; it is now due on ${dayEn(p.dueOn)}.`,
    }),
  ],
  'suggestion.extension_refused': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `不同意《${p.title}》延期：${p.note} 请在${dayZh(p.dueOn)}前答复代表。`,
      en: `“${p.title}” was not extended: ${p.note} Please reply by ${dayEn(p.dueOn)}.`,
    }),
  ],
  'suggestion.withdrawal_asked': (event, p, people) =>
    p.deputyIds.map((id) =>
      joining(people, id, event.subjectId, {
        zh: `领衔代表申请撤回您联名的《${p.title}》，请表明是否同意：${p.reason}`,
        en: `The lead deputy asks to withdraw “${p.title}”, which you co-signed: ${p.reason}`,
      }),
    ),
  'suggestion.assigned': (event, p, people) => [
    ...handedTo(p).map((it) =>
      handlers(people, it.unitId, event.subjectId, {
        zh: `交办：《${p.title}》由你单位${it.part === 'co' ? '会办，请签收并送会办意见' : `办理，请签收，${dayZh(p.dueOn)}前答复代表`}。`,
        en: `“${p.title}” was handed over to your unit; please receive it${it.part === 'co' ? ' and give your opinion' : ` and reply by ${dayEn(p.dueOn)}`}.`,
      }),
    ),
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
    // Each deputy is answered (代表法 art 51); the lead deputy alone rates.
    ...p.deputyIds
      .filter((id) => id !== p.leadDeputyId)
      .map((id) =>
        joining(people, id, event.subjectId, {
          zh: `您联名的建议《${p.title}》已由${p.unitName}答复。`,
          en: `${p.unitName} replied to “${p.title}”, which you co-signed.`,
        }),
      ),
    office(people, event.subjectId, {
      zh: `${p.unitName}答复了建议《${p.title}》（${p.class}类）。`,
      en: `${p.unitName} replied to “${p.title}” (class ${p.class}).`,
    }),
  ],
  'suggestion.rated': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `代表评价了建议《${p.title}》的办理，请研究后办结或者重新办理。`,
      en: `The deputy rated the handling of “${p.title}”; please decide whether it is closed or handled again.`,
    }),
  ],
  'suggestion.rating_disclosed': (event, p, people) => [
    handlers(people, p.unitId, event.subjectId, {
      zh: `代表对《${p.title}》办理的评价已经告知：态度${words.zh.satisfaction[p.attitude]}，结果${words.zh.satisfaction[p.result]}。`,
      en: `The rating of “${p.title}” is known: attitude ${words.en.satisfaction[p.attitude]}, result ${words.en.satisfaction[p.result]}.`,
    }),
  ],
  'suggestion.rating_reminded': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `《${p.title}》已经答复，请在${dayZh(p.dueOn)}前评价。过期未评价的不计入满意率。`,
      en: `“${p.title}” was answered; please rate the reply by ${dayEn(p.dueOn)}. What is not rated by then is left out of the figures.`,
    }),
  ],
  'suggestion.lapsed': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `《${p.title}》在期限内没有评价，已按规定办结。`,
      en: `“${p.title}” was not rated in time and has been closed.`,
    }),
  ],
  'suggestion.escalated': (event, p, people) => [
    deputy(people, p.leadDeputyId, event.subjectId, {
      zh: `您的建议《${p.title}》：${words.zh.escalation[p.kind]}，代表工委将据此决定下一步。`,
      en: `Your suggestion “${p.title}”: ${words.en.escalation[p.kind]}; the office decides on what follows.`,
    }),
  ],
  'suggestion.rehandled': (event, p, people) => [
    ...(p.unitIds.length > 0 ? p.unitIds : [p.unitId]).map((unitId) =>
      handlers(people, unitId, event.subjectId, {
        zh: `《${p.title}》转你单位重新办理（第${p.round}轮），${dayZh(p.dueOn)}前答复代表。原因：${p.reason}`,
        en: `“${p.title}” is to be handled again (round ${p.round}), reply by ${dayEn(p.dueOn)}. Reason: ${p.reason}`,
      }),
    ),
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
      ...(p.isConfidential ? [] : [supervisors(people, event.subjectId, text)]),
    ]
  },
})

type Text = NoticeDraft['text']

function deputy(people: People, deputyId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '您是这件建议的领衔代表', en: 'you are the lead deputy of this suggestion' }
  return { to: people.deputy(deputyId), text, why, link: link(id) }
}

/** Everybody beside the lead deputy who speaks through it, or is asked to. */
function joining(people: People, deputyId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '您联名了这件建议，或者被邀请联名', en: 'you co-signed this suggestion, or were asked to' }
  return { to: people.deputy(deputyId), text, why, link: link(id) }
}

/** The units of a hand-over; events from before several units could handle one name the lead alone. */
function handedTo({ unitId, handlers: all }: { unitId: string; handlers: readonly { unitId: string; part: Part }[] }) {
  return all.length > 0 ? all : [{ unitId, part: 'lead' as const }]
}

function handlers(people: People, unitId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '这件建议由您所在的单位承办', en: 'your unit handles this suggestion' }
  return { to: people.handlersOf(unitId), text, why, link: link(id) }
}

function supervisors(people: People, id: string, text: Text): NoticeDraft {
  const why = { zh: '您负责督办逾期的建议', en: 'you supervise overdue suggestions' }
  return { to: people.withRole('supervision_office'), text, why, link: link(id) }
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
