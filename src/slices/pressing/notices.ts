import { noticesFor, type NoticeDraft, type People } from '#kernel/notifications/api.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { events } from './events.ts'
import { words } from './words.ts'

/** Who is told of what happens in 督办 (product.md 7.6). Whoever did it is left out by the teller. */
export const notices = noticesFor(events, {
  'topic.proposed': (event, p, people) => [
    affairs(people, topicLink(event.subjectId), {
      zh: `${p.committeeName}提出重点督办选题“${p.title}”，请汇总。`,
      en: `${p.committeeName} proposed the key topic “${p.title}”; please compile it.`,
    }),
  ],
  'topic.dropped': (event, p) => [
    {
      to: { kind: 'unit', unitId: p.leadCommitteeId, role: 'special_committee' },
      text: { zh: `选题“${p.title}”没有列入重点督办：${p.reason}`, en: `“${p.title}” did not become a key topic: ${p.reason}` },
      why: { zh: '这个选题由您所在的委员会提出', en: 'your committee proposed it' },
      link: topicLink(event.subjectId),
    },
  ],
  'topic.decided': (event, p, people) =>
    everybody(people, p, topicLink(event.subjectId), {
      zh: `主任会议确定“${p.title}”为重点督办选题，您的建议或承办的建议在内。`,
      en: `“${p.title}” became a key topic; a suggestion of yours is in it.`,
    }),
  'topic.started': (event, p, people) =>
    everybody(people, { ...p, deputyIds: [] }, topicLink(event.subjectId), {
      zh: `“${p.title}”开始督办，请查看督办方案。`,
      en: `Pressing for “${p.title}” began; please read its plan.`,
    }),
  'topic.concluded': (event, p, people) =>
    everybody(people, p, topicLink(event.subjectId), {
      zh: `“${p.title}”督办结束，请查看督办报告。`,
      en: `Pressing for “${p.title}” was concluded; please read the report.`,
    }),
  'plan.made': (event, p, people) =>
    p.deputyIds.map((id) =>
      deputy(people, id, planLink(event.subjectId), {
        zh: `您的建议并入${p.unitName}的办理方案“${p.title}”，仍单独答复您。`,
        en: `Your suggestion is handled under the plan “${p.title}” of ${p.unitName}; you are still answered by yourself.`,
      }),
    ),
  'plan.member-added': (event, p, people) => [
    deputy(people, p.deputyId, planLink(event.subjectId), {
      zh: `您的建议《${p.suggestionTitle}》并入办理方案“${p.title}”，仍单独答复您。`,
      en: `Your suggestion “${p.suggestionTitle}” is handled under the plan “${p.title}”; you are still answered by yourself.`,
    }),
  ],
  'face-to-face.planned': (event, p, people) =>
    everybody(people, p, eventLink(event.subjectId), {
      zh: `请参加“面对面”活动“${p.theme}”：${dayZh(p.heldOn)}，${p.place}。`,
      en: `Please come to the face-to-face event “${p.theme}”: ${dayEn(p.heldOn)}, ${p.place}.`,
    }),
  'face-to-face.edited': (event, p, people) =>
    everybody(people, p, eventLink(event.subjectId), {
      zh: `“面对面”活动“${p.theme}”的安排有变：${dayZh(p.heldOn)}，${p.place}。`,
      en: `The face-to-face event “${p.theme}” has changed: ${dayEn(p.heldOn)}, ${p.place}.`,
    }),
  'face-to-face.cancelled': (event, p, people) =>
    everybody(people, p, eventLink(event.subjectId), {
      zh: `“面对面”活动“${p.theme}”取消：${p.reason}`,
      en: `The face-to-face event “${p.theme}” was cancelled: ${p.reason}`,
    }),
  'guidance.issued': (_event, p, people) => [
    handlers(people, p.unitId, caseLink(p.suggestionId), {
      zh: `督办指导意见：《${p.suggestionTitle}》，请签收，${dayZh(p.dueOn)}前回复。`,
      en: `Guidance on “${p.suggestionTitle}”: please receive it and answer by ${dayEn(p.dueOn)}.`,
    }),
    deputy(people, p.deputyId, caseLink(p.suggestionId), {
      zh: `人大就您的建议《${p.suggestionTitle}》向${p.unitName}发出督办指导意见。`,
      en: `The congress sent guidance on your suggestion “${p.suggestionTitle}” to ${p.unitName}.`,
    }),
  ],
  'guidance.answered': (_event, p, people) => [
    {
      to: people.account(p.issuerId),
      text: {
        zh: `${p.unitName}回复了《${p.suggestionTitle}》的督办指导意见。`,
        en: `${p.unitName} answered the guidance on “${p.suggestionTitle}”.`,
      },
      why: { zh: '督办指导意见是您发出的', en: 'you sent the guidance' },
      link: caseLink(p.suggestionId),
    },
  ],
  'enquiry.asked': (_event, p, people) => [
    handlers(people, p.unitId, caseLink(p.suggestionId), {
      zh: `${p.deputyName}代表就《${p.suggestionTitle}》${words.zh.enquiryDone[p.kind]}你单位${byDayZh(p.wantedOn)}，联系后请登记。`,
      en: `Deputy ${p.deputyName} ${words.en.enquiryDone[p.kind]} your unit about “${p.suggestionTitle}”${byDayEn(p.wantedOn)}; please log the contact.`,
    }),
  ],
  'enquiry.recalled': (_event, p, people) => [
    handlers(people, p.unitId, caseLink(p.suggestionId), {
      zh: `${p.deputyName}代表收回了就《${p.suggestionTitle}》的${words.zh.enquiryKind[p.kind]}，不用再回应。`,
      en: `Deputy ${p.deputyName} took back what was asked about “${p.suggestionTitle}”.`,
    }),
  ],
  'enquiry.answered': (_event, p, people) => [
    deputy(people, p.deputyId, caseLink(p.suggestionId), {
      zh: `${p.unitName}登记了对您就《${p.suggestionTitle}》的${words.zh.enquiryKind[p.kind]}的回应，请查看。`,
      en: `${p.unitName} answered what you asked about “${p.suggestionTitle}”.`,
    }),
  ],
  'outcome.published': (_event, p, people) =>
    p.deputyIds.map((id) =>
      deputy(people, id, '/outcomes', {
        zh: `您的建议有了成果，已向社会公布：${p.title}。`,
        en: `An outcome of your suggestion was published: ${p.title}.`,
      }),
    ),
  'visit.made': (_event, p, people) => [
    deputy(people, p.deputyId, caseLink(p.suggestionId), {
      zh: `就您的建议《${p.suggestionTitle}》回访了居民，请查看居民评价。`,
      en: `Residents were visited about your suggestion “${p.suggestionTitle}”.`,
    }),
  ],
  'visit.reminded': (_event, p, people) => {
    const text =
      p.level === 'overdue'
        ? {
            zh: `逾期：《${p.suggestionTitle}》应于${dayZh(p.dueOn)}前回访居民。`,
            en: `Overdue: residents were to be visited about “${p.suggestionTitle}” by ${dayEn(p.dueOn)}.`,
          }
        : {
            zh: `《${p.suggestionTitle}》请于${dayZh(p.dueOn)}前回访居民。`,
            en: `Please visit the residents about “${p.suggestionTitle}” by ${dayEn(p.dueOn)}.`,
          }
    const link = caseLink(p.suggestionId)
    return [affairs(people, link, text), ...(p.unitId ? [handlers(people, p.unitId, link, text)] : [])]
  },
})

type Text = NoticeDraft['text']
type Link = NoticeDraft['link']

function everybody(people: People, p: { unitIds: string[]; deputyIds: string[] }, link: Link, text: Text): NoticeDraft[] {
  return [...p.unitIds.map((id) => handlers(people, id, link, text)), ...p.deputyIds.map((id) => deputy(people, id, link, text))]
}

function affairs(people: People, link: Link, text: Text): NoticeDraft {
  const why = {
    zh: '您在代表工作委员会负责建议督办',
    en: 'you look after the pressing of suggestions in the deputies’ committee',
  }
  return { to: people.withRole('deputies_affairs'), text, why, link }
}

function handlers(people: People, unitId: string, link: Link, text: Text): NoticeDraft {
  return { to: people.handlersOf(unitId), text, why: { zh: '您所在的单位承办有关建议', en: 'your unit handles it' }, link }
}

function deputy(people: People, deputyId: string, link: Link, text: Text): NoticeDraft {
  return { to: people.deputy(deputyId), text, why: { zh: '有您领衔的建议', en: 'a suggestion of yours is in it' }, link }
}

function topicLink(id: string): Link {
  return `/workbench/pressing/topics/${id}`
}

function planLink(id: string): Link {
  return `/workbench/pressing/plans/${id}`
}

function eventLink(id: string): Link {
  return `/workbench/pressing/events/${id}`
}

function caseLink(id: string): Link {
  return `/workbench/suggestions/${id}`
}

function byDayZh(day: string | null): string {
  return day ? `，希望在${dayZh(day)}前` : ''
}

function byDayEn(day: string | null): string {
  return day ? ` by ${dayEn(day)}` : ''
}

function dayZh(day: string): string {
  return formatDateZh(toDateOnly(day))
}

function dayEn(day: string): string {
  return formatDateEn(toDateOnly(day))
}
