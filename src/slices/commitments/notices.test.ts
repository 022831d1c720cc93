import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { events } from './events.ts'
import { notices } from './notices.ts'

const ID = '01900000-0000-7000-8000-000000000001'
const LEAD = '01900000-0000-7000-8000-000000000003'
const UNIT = '01900000-0000-7000-8000-000000000002'
const payload = {
  suggestionId: ID,
  reference: '17-1-0112',
  title: '关于老旧小区改造的建议',
  content: '年内完成质量回访',
  unitId: UNIT,
  unitName: '市房产局',
  leadDeputyId: LEAD,
  dueOn: '2022-12-30',
  text: '已完成',
  evidence: '房验〔2022〕3号',
  reason: '规划调整',
  explanation: '雨季停工',
  note: '请报告',
  fromDueOn: '2022-12-30',
  toDueOn: '2023-06-30',
  firstDueOn: '2022-12-30',
  keptOn: '2022-12-01',
  year: 2022,
  isYearly: false,
  satisfaction: 'satisfied',
  count: 12,
  fileId: ID,
  kind: 'pdf',
  level: 'ten',
}
const deputy = { kind: 'deputy', deputyId: LEAD }
const handlers = { kind: 'unit', unitId: UNIT, role: 'handling_unit' }
const heads = { kind: 'unit', unitId: UNIT, role: 'leader' }
const office = { kind: 'role', role: 'deputies_affairs' }

test.each<[keyof typeof events, object, object[]]>([
  ['commitment.reported', {}, [deputy]],
  ['commitment.reported', { isYearly: true }, [deputy]],
  ['commitment.kept', {}, [deputy, office]],
  ['commitment.not_kept', {}, [deputy, office]],
  ['commitment.carried', {}, [deputy, office]],
  ['commitment.asked', {}, [handlers]],
  ['commitment.rated', {}, [handlers]],
  ['commitment.rated', { satisfaction: 'dissatisfied' }, [handlers, office]],
  ['commitment.reminded', {}, [handlers]],
  ['commitment.reminded', { level: 'overdue' }, [heads, handlers, office]],
  ['commitment.reports_awaited', { level: 'first' }, [handlers]],
  ['commitment.reports_awaited', { level: 'last' }, [heads, handlers]],
])('PLT-07 %s %j tells %j, in both languages', (name, more, to) => {
  const event = { id: ID, name, subjectId: ID, actorId: null, at: new Date(0), payload: { ...payload, ...more } }
  const drafts = notices[name]!(event)
  expect(drafts.map((it) => it.to)).toEqual(to)
  for (const { text, why, link } of drafts) {
    expect(wordGaps(text)).toEqual([])
    expect(wordGaps(why)).toEqual([])
    expect(`${text.zh}${text.en}`).not.toContain('undefined')
    expect(link).toMatch(/^\/workbench\/commitments/)
  }
})

test.each(Object.keys(events) as (keyof typeof events)[])('SUG-27 %s has its sentence in both languages', (name) => {
  const parsed = events[name].payload.parse({
    ...payload,
    round: 1,
    filters: {},
    level: name.endsWith('awaited') ? 'first' : 'ten',
  })
  const { zh, en } = events[name].sentence
  for (const say of [zh, en]) expect((say as (p: unknown) => string)(parsed)).not.toMatch(/undefined|^$/)
})
