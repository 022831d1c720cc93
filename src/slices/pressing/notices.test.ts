import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { events } from './events.ts'
import { notices } from './notices.ts'

const DEPUTY = '01900000-0000-7000-8000-000000000001'
const UNIT = '01900000-0000-7000-8000-000000000002'
const ISSUER = '01900000-0000-7000-8000-000000000003'
const payload = {
  title: '老旧小区改造',
  committeeName: '城环委',
  leadCommitteeId: UNIT,
  reason: '与上年选题重复',
  decidedOn: '2022-03-30',
  unitIds: [UNIT],
  deputyIds: [DEPUTY],
  unitName: '市房产局',
  suggestionId: DEPUTY,
  suggestionTitle: '关于老旧小区改造的建议',
  deputyId: DEPUTY,
  unitId: UNIT,
  issuerId: ISSUER,
  theme: '加强老旧小区改造',
  heldOn: '2022-05-12',
  place: '小西小区',
  residents: 15,
  dueOn: '2022-12-31',
  visitedOn: '2022-12-20',
  kind: 'decision',
  level: 'week',
  reportedOn: '2022-05-20',
  fileId: ISSUER,
  isPublic: false,
}
/** What every kind of event is tried with; an enquiry has kinds of its own. */
const payloadOf = (name: string) =>
  name.startsWith('enquiry.') ? { ...payload, kind: 'meeting', deputyName: '王敏', wantedOn: '2022-06-01' } : payload
const deputy = { kind: 'deputy', deputyId: DEPUTY }
const handlers = { kind: 'unit', unitId: UNIT, role: 'handling_unit' }
const affairs = { kind: 'role', role: 'deputies_affairs' }
const told: Partial<Record<keyof typeof events, object[]>> = {
  'topic.proposed': [affairs],
  'topic.dropped': [{ kind: 'unit', unitId: UNIT, role: 'special_committee' }],
  'topic.decided': [handlers, deputy],
  'topic.started': [handlers],
  'topic.concluded': [handlers, deputy],
  'plan.made': [deputy],
  'plan.member-added': [deputy],
  'face-to-face.planned': [handlers, deputy],
  'face-to-face.edited': [handlers, deputy],
  'face-to-face.cancelled': [handlers, deputy],
  'guidance.issued': [handlers, deputy],
  'guidance.answered': [{ kind: 'account', accountId: ISSUER }],
  'enquiry.asked': [handlers],
  'enquiry.recalled': [handlers],
  'enquiry.answered': [deputy],
  'outcome.published': [deputy],
  'visit.made': [deputy],
  'visit.reminded': [affairs, handlers],
}

test.each(Object.keys(events) as (keyof typeof events)[])('PLT-07 %s tells whom it concerns, in both languages', (name) => {
  const event = {
    id: DEPUTY,
    name,
    subjectId: UNIT,
    actorId: null,
    at: new Date('2022-05-20T04:00:00Z'),
    payload: payloadOf(name),
  }
  const drafts = notices[name]?.(event) ?? []
  expect(drafts.map((it) => it.to)).toEqual(told[name] ?? [])
  for (const it of drafts) {
    expect(wordGaps(it.text)).toEqual([])
    expect(wordGaps(it.why)).toEqual([])
    expect(it.link).toMatch(/^\/(workbench\/(pressing|suggestions)\/|outcomes$)/)
  }
})

test('PLT-07 an overdue visit is told otherwise than one that is due, and needs no unit', () => {
  const event = { id: DEPUTY, name: 'visit.reminded', subjectId: UNIT, actorId: null, at: new Date('2023-01-01T00:00:00Z') }
  const drafts = notices['visit.reminded']?.({ ...event, payload: { ...payload, level: 'overdue', unitId: null } }) ?? []
  expect(drafts.map((it) => it.to)).toEqual([affairs])
  expect(drafts[0]?.text.zh).toContain('逾期')
})

test('PLT-08 every sentence is there in both languages, and a public one names no deputy and no unit by id', () => {
  for (const [name, kind] of Object.entries(events)) {
    const parsed = kind.payload.parse(payloadOf(name)) as never
    expect(wordGaps({ zh: kind.sentence.zh(parsed), en: kind.sentence.en(parsed) }), name).toEqual([])
    expect(kind.sentence.zh(parsed), name).not.toMatch(/01900000/)
  }
})
