import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { events } from './events.ts'
import { notices } from './notices.ts'

const LEAD = '01900000-0000-7000-8000-000000000001'
const UNIT = '01900000-0000-7000-8000-000000000002'
const OTHER = '01900000-0000-7000-8000-000000000003'
const both = [
  { unitId: UNIT, unitName: '市交通局', part: 'lead', scope: '' },
  { unitId: OTHER, unitName: '市财政局', part: 'co', scope: '' },
]
const payload = {
  title: '关于增设公交站点的建议',
  reference: '2022-1',
  leadDeputyId: LEAD,
  deputyName: '王敏',
  number: 1,
  unitId: UNIT,
  unitName: '市交通局',
  dueOn: '2022-06-01',
  reason: '请写明站点',
  class: 'A',
  documentNumber: '交函〔2022〕1号',
  round: 1,
  attitude: 'satisfied',
  result: 'satisfied',
  kind: 'visit',
  level: 'five',
  deputyIds: [OTHER],
  textVersion: 1,
  deputyId: OTHER,
  ground: 'PERSONAL',
  label: '个人事项',
  basis: '办法第八条',
  advice: '请改为写信',
  note: '请参考',
  proposedUnitName: null,
  fromUnitId: UNIT,
  fromUnitName: '市房产局',
  leadUnitId: OTHER,
  months: 1,
  ordinal: 1,
  heldOn: '2022-06-01',
  isConfidential: false,
}
const deputy = { kind: 'deputy', deputyId: LEAD }
const handlers = { kind: 'unit', unitId: UNIT, role: 'handling_unit' }
const coHandlers = { ...handlers, unitId: OTHER }
const joining = { kind: 'deputy', deputyId: OTHER }
const office = { kind: 'role', role: 'deputies_affairs' }

test.each<[keyof typeof events, object, object[]]>([
  ['suggestion.submitted', {}, [office]],
  ['suggestion.returned', {}, [deputy]],
  ['suggestion.registered', {}, [deputy]],
  ['suggestion.invited', {}, [joining]],
  ['suggestion.edited', {}, [joining]],
  ['suggestion.cosigned', { answer: 'confirmed' }, [deputy]],
  ['suggestion.cosigned', { answer: 'declined' }, [deputy]],
  ['suggestion.declined', {}, [deputy]],
  ['suggestion.passed_on', {}, [deputy, handlers]],
  ['suggestion.assigned', { kind: 'single' }, [handlers, deputy]],
  ['suggestion.assigned', { kind: 'leadAndCo', handlers: both }, [handlers, coHandlers, deputy]],
  ['suggestion.objected', {}, [office]],
  ['suggestion.upheld', {}, [handlers]],
  ['suggestion.reassigned', { handlers: both.slice(1) }, [coHandlers, handlers]],
  ['suggestion.opinion_given', {}, [coHandlers]],
  ['suggestion.concurred', {}, [coHandlers]],
  ['suggestion.extension_requested', {}, [office]],
  ['suggestion.extended', {}, [handlers, deputy]],
  ['suggestion.extension_refused', {}, [handlers]],
  ['suggestion.replied', { deputyIds: [LEAD, OTHER] }, [deputy, joining, office]],
  ['suggestion.rated', {}, [office]],
  ['suggestion.rating_disclosed', {}, [handlers]],
  ['suggestion.rating_reminded', {}, [deputy]],
  ['suggestion.lapsed', {}, [deputy]],
  ['suggestion.escalated', { kind: 'meeting' }, [deputy]],
  ['suggestion.protected', {}, [deputy]],
  ['suggestion.withdrawal_asked', {}, [joining]],
  ['suggestion.rehandled', {}, [handlers, deputy]],
  ['suggestion.rehandled', { unitIds: [UNIT, OTHER] }, [handlers, coHandlers, deputy]],
  ['suggestion.closed', {}, [deputy]],
  ['suggestion.withdrawn', {}, [office, handlers]],
  ['suggestion.withdrawn', { unitId: null }, [office]],
  ['suggestion.reminded', {}, [handlers]],
  ['suggestion.reminded', { level: 'overdue', isConfidential: true }, [{ kind: 'unit', unitId: UNIT, role: 'leader' }, handlers]],
  [
    'suggestion.reminded',
    { level: 'overdue' },
    [{ kind: 'unit', unitId: UNIT, role: 'leader' }, handlers, { kind: 'role', role: 'supervision_office' }],
  ],
])('PLT-07 %s %j tells %j, in both languages, with the title', (name, more, to) => {
  const event = { id: LEAD, name, subjectId: UNIT, actorId: null, at: new Date(0), payload: { ...payload, ...more } }
  const drafts = notices[name]!(event)
  expect(drafts.map((it) => it.to)).toEqual(to)
  for (const { text, why, link } of drafts) {
    expect(wordGaps(text)).toEqual([])
    expect(wordGaps(why)).toEqual([])
    expect(text.zh).toContain(payload.title)
    expect(text.en).toContain(payload.title)
    expect(`${text.zh}${text.en}`).not.toContain('undefined')
    expect(link).toBe(`/workbench/suggestions/${UNIT}`)
  }
})

test('PLT-07 drafts, receipts, contacts, signatures, looks, exports and imports ring no bell', () => {
  const silent = Object.keys(events).filter((name) => !(name in notices))
  const known = ['accepted', 'contacted', 'discarded', 'drafted', 'exported', 'import_undone', 'imported', 'noted', 'published']
  const more = ['rating_amended', 'rating_opened', 'reply_drafted', 'reply_signed', 'seen', 'withdrawal_agreed']
  expect(silent.toSorted()).toEqual([...known, ...more].map((name) => `suggestion.${name}`))
})
