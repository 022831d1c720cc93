import { noticesFor, type NoticeDraft, type People } from '#kernel/notifications/api.ts'
import { formatDateEn, formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { events } from './events.ts'
import { words } from './words.ts'

/** Who is told of what happens to a motion. Whoever did it is left out by the teller. */
export const notices = noticesFor(events, {
  'motion.cosigners-invited': (event, p, people) =>
    cosigners(people, p.deputyIds, event.subjectId, 'invited', {
      zh: `${p.leadName}代表请您联名议案《${p.title}》，请阅读全文后确认。`,
      en: `Deputy ${p.leadName} asks you to co-sign the motion “${p.title}”; please read it and confirm.`,
    }),
  'motion.edited': (event, p, people) =>
    cosigners(people, p.voidedDeputyIds, event.subjectId, 'invited', {
      zh: `议案《${p.title}》的文本改过了（第${p.textVersion}稿），您的联名需要重新确认。`,
      en: `The text of “${p.title}” was changed (version ${p.textVersion}); please confirm your signature again.`,
    }),
  'motion.cosigned': (event, p, people) => [
    lead(people, p.leadDeputyId, event.subjectId, {
      zh: `${p.deputyName}代表确认联名《${p.title}》，已有${p.signatories}人，需要${p.minimum}人。`,
      en: `Deputy ${p.deputyName} co-signed “${p.title}”: ${p.signatories} of ${p.minimum}.`,
    }),
  ],
  'motion.cosigning-declined': (event, p, people) => [
    lead(people, p.leadDeputyId, event.subjectId, {
      zh: `${p.deputyName}代表不联名《${p.title}》。`,
      en: `Deputy ${p.deputyName} does not co-sign “${p.title}”.`,
    }),
  ],
  'motion.cosigning-withdrawn': (event, p, people) => {
    const text = {
      zh: `${p.deputyName}代表退出联名《${p.title}》，还有${p.signatories}人，需要${p.minimum}人。`,
      en: `Deputy ${p.deputyName} withdrew from “${p.title}”: ${p.signatories} of ${p.minimum} are left.`,
    }
    const told = lead(people, p.leadDeputyId, event.subjectId, text)
    return p.isSubmitted ? [told, office(people, event.subjectId, text)] : [told]
  },
  'motion.submitted': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `${p.leadName}等${p.signatories}名代表联名提出议案《${p.title}》，请接收。`,
      en: `${p.leadName} and others (${p.signatories} deputies) put the motion “${p.title}”; please receive it.`,
    }),
  ],
  'motion.returned': (event, p, people) => [
    lead(people, p.leadDeputyId, event.subjectId, {
      zh: `您领衔的议案《${p.title}》退回修改：${p.reason}`,
      en: `Your motion “${p.title}” was returned for revision: ${p.reason}`,
    }),
  ],
  'motion.received': (event, p, people) => [
    lead(people, p.leadDeputyId, event.subjectId, {
      zh: `您领衔的议案《${p.title}》已接收，编为议案第${p.number}号。`,
      en: `Your motion “${p.title}” was received as No. ${p.number}.`,
    }),
  ],
  'motion.decided': (event, p, people) => {
    const place = p.committeeName ? `（${p.committeeName}）` : ''
    const ask = p.outcome === 'not_motion' ? '，请您决定是否转为建议' : ''
    const decided = `${words.zh.body[p.body]}决定：议案第${p.number}号《${p.title}》${words.zh.outcome[p.outcome]}${place}`
    const inEnglish = `${words.en.body[p.body]}: motion No. ${p.number} “${p.title}” ${words.en.outcome[p.outcome]}`
    const forLead = `${inEnglish}${p.outcome === 'not_motion' ? '; please say whether it may become a suggestion' : ''}.`
    const told = [
      lead(people, p.leadDeputyId, event.subjectId, { zh: `${decided}${ask}。`, en: forLead }),
      ...cosigners(people, p.cosignerIds, event.subjectId, 'signed', { zh: `${decided}。`, en: `${inEnglish}.` }),
    ]
    if (p.committeeId === null || p.dueOn === null) return told
    const asked = {
      zh: `议案第${p.number}号《${p.title}》交你委审议，请于${formatDateZh(toDateOnly(p.dueOn))}前提出意见。`,
      en: `Motion No. ${p.number} “${p.title}” was sent to your committee; its opinion is due on ${formatDateEn(toDateOnly(p.dueOn))}.`,
    }
    return [...told, committee(p.committeeId, event.subjectId, asked)]
  },
  'motion.merged': (event, p, people) => {
    const text = {
      zh: `议案第${p.number}号《${p.title}》与议案第${p.mainNumber}号并案处理。`,
      en: `Motion No. ${p.number} “${p.title}” was merged with No. ${p.mainNumber}.`,
    }
    return [
      lead(people, p.leadDeputyId, event.subjectId, text),
      ...cosigners(people, p.cosignerIds, event.subjectId, 'signed', text),
    ]
  },
  'motion.opinion-given': (event, p, people) => {
    const text = {
      zh: `${p.committeeName}对议案第${p.number}号《${p.title}》提出意见：${words.zh.recommendation[p.recommendation]}。`,
      en: `${p.committeeName} on motion No. ${p.number} “${p.title}”: ${words.en.recommendation[p.recommendation]}.`,
    }
    return [office(people, event.subjectId, text), lead(people, p.leadDeputyId, event.subjectId, text)]
  },
  'motion.conversion-agreed': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `领衔代表同意把议案第${p.number}号《${p.title}》转为建议，请办理。`,
      en: `The lead deputy agreed that motion No. ${p.number} “${p.title}” becomes a suggestion; please convert it.`,
    }),
  ],
  'motion.conversion-declined': (event, p, people) => [
    office(people, event.subjectId, {
      zh: `领衔代表不同意把议案第${p.number}号《${p.title}》转为建议：${p.reason}`,
      en: `The lead deputy did not agree that motion No. ${p.number} “${p.title}” becomes a suggestion: ${p.reason}`,
    }),
  ],
  'motion.converted': (event, p, people) => {
    const text = {
      zh: `议案第${p.number}号《${p.title}》已转为建议，按建议办理。`,
      en: `Motion No. ${p.number} “${p.title}” became a suggestion and is handled as one.`,
    }
    return [
      lead(people, p.leadDeputyId, event.subjectId, text),
      ...cosigners(people, p.cosignerIds, event.subjectId, 'signed', text),
    ]
  },
  'motion.lapsed': (event, p, people) => {
    const text = {
      zh: `议案《${p.title}》终止：坚持提出的代表${p.signatories}人，不足${p.minimum}人。`,
      en: `The motion “${p.title}” lapsed: ${p.signatories} deputies are left, ${p.minimum} are needed.`,
    }
    return [
      lead(people, p.leadDeputyId, event.subjectId, text),
      ...cosigners(people, p.cosignerIds, event.subjectId, 'signed', text),
      office(people, event.subjectId, text),
      ...(p.committeeId === null ? [] : [committee(p.committeeId, event.subjectId, text)]),
    ]
  },
  'motion.withdrawn': (event, p, people) => {
    const text = { zh: `议案《${p.title}》已撤回：${p.reason}`, en: `The motion “${p.title}” was withdrawn: ${p.reason}` }
    return [office(people, event.subjectId, text), ...cosigners(people, p.cosignerIds, event.subjectId, 'signed', text)]
  },
  'motion.discarded': (event, p, people) =>
    cosigners(people, p.cosignerIds, event.subjectId, 'signed', {
      zh: `领衔代表放弃了议案草稿《${p.title}》：${p.reason}`,
      en: `The lead deputy discarded the draft “${p.title}”: ${p.reason}`,
    }),
})

type Text = NoticeDraft['text']

function lead(people: People, deputyId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '您是这件议案的领衔代表', en: 'you are the lead deputy of this motion' }
  return { to: people.deputy(deputyId), text, why, link: link(id) }
}

const reasons = {
  invited: { zh: '您受邀联名这件议案', en: 'you were asked to co-sign this motion' },
  signed: { zh: '您联名了这件议案', en: 'you co-signed this motion' },
} as const

/** An invitation leads straight to the page on which it is read and confirmed. */
function cosigners(people: People, ids: readonly string[], id: string, as: keyof typeof reasons, text: Text): NoticeDraft[] {
  const to = as === 'invited' ? (`${link(id)}/cosign` as const) : link(id)
  return ids.map((deputyId) => ({ to: people.deputy(deputyId), text, why: reasons[as], link: to }))
}

function office(people: People, id: string, text: Text): NoticeDraft {
  const why = { zh: '您在代表工作委员会负责议案工作', en: 'you look after motions in the deputies’ committee' }
  return { to: people.withRole('deputies_affairs'), text, why, link: link(id) }
}

function committee(unitId: string, id: string, text: Text): NoticeDraft {
  const why = { zh: '这件议案交您所在的专门委员会审议', en: 'this motion was sent to your committee' }
  return { to: { kind: 'unit', unitId, role: 'special_committee' }, text, why, link: link(id) }
}

function link(id: string): `/${string}` {
  return `/workbench/motions/${id}`
}
