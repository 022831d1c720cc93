import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { events } from './events.ts'
import { notices } from './notices.ts'

const ID = '01900000-0000-7000-8000-000000000001'
const UNIT = '01900000-0000-7000-8000-000000000002'
const DEPUTY = '01900000-0000-7000-8000-000000000003'
const payload = {
  name: '路灯不亮',
  place: '和平路',
  unitId: UNIT,
  unitName: '市城管执法局',
  deputyId: DEPUTY,
  deputyName: '王敏',
  fromUnitId: ID,
  fromUnitName: '市住建局',
  suggestionId: ID,
  reason: '不属于本单位',
  text: '已修好',
  result: 'solved',
  plannedOn: null,
  dueOn: '2022-03-10',
  confirmBy: '2022-03-24',
  level: 'near',
}
const deputy = { kind: 'deputy', deputyId: DEPUTY }
const handlers = { kind: 'unit', unitId: UNIT, role: 'handling_unit' }
const heads = { kind: 'unit', unitId: UNIT, role: 'leader' }
const office = { kind: 'role', role: 'deputies_affairs' }

test.each<[keyof typeof events, object, object[]]>([
  ['concern.sent', {}, [handlers]],
  ['concern.passed_on', {}, [handlers, deputy]],
  ['concern.disputed', {}, [office]],
  ['concern.assigned', {}, [handlers, deputy]],
  ['concern.declined', {}, [deputy, handlers]],
  ['concern.answered', {}, [deputy]],
  ['concern.answered', { result: 'planned', plannedOn: '2022-04-01' }, [deputy]],
  ['concern.confirmed', {}, [handlers]],
  ['concern.rejected', {}, [handlers, office]],
  ['concern.withdrawn', {}, [handlers]],
  ['concern.lapsed', {}, [deputy]],
  ['concern.reminded', {}, [handlers]],
  ['concern.reminded', { level: 'overdue' }, [heads, handlers]],
])('SUG-36 %s %o is told to whom it concerns, in both languages', (name, more, to) => {
  const event = { id: ID, name, subjectId: ID, actorId: null, at: new Date(0), payload: { ...payload, ...more } }
  const told = notices[name]?.(event) ?? []
  expect(told.map((it) => it.to)).toEqual(to)
  for (const it of told) {
    expect(wordGaps(it.text)).toEqual([])
    expect(it.link).toBe(`/workbench/concerns/${ID}`)
    expect(it.text.zh).toContain('路灯不亮')
  }
})

test('SUG-36 every event is a sentence in both languages', () => {
  for (const [name, { payload: schema, sentence }] of Object.entries(events)) {
    const parsed = schema.parse(payload)
    for (const say of [sentence.zh, sentence.en] as ((p: typeof parsed) => string)[]) {
      expect(say(parsed), name).toMatch(/\S/)
      expect(say(parsed), name).not.toMatch(/undefined|null|\[object/)
    }
  }
})
