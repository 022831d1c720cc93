import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { events } from './events.ts'
import { notices } from './notices.ts'

const LEAD = '01900000-0000-7000-8000-000000000001'
const UNIT = '01900000-0000-7000-8000-000000000002'
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
}
const deputy = { kind: 'deputy', deputyId: LEAD }
const handlers = { kind: 'unit', unitId: UNIT, role: 'handling_unit' }
const office = { kind: 'role', role: 'deputies_affairs' }

test.each<[keyof typeof events, object, object[]]>([
  ['suggestion.submitted', {}, [office]],
  ['suggestion.returned', {}, [deputy]],
  ['suggestion.registered', {}, [deputy]],
  ['suggestion.assigned', {}, [handlers, deputy]],
  ['suggestion.replied', {}, [deputy, office]],
  ['suggestion.rated', {}, [office, handlers]],
  ['suggestion.rehandled', {}, [handlers, deputy]],
  ['suggestion.closed', {}, [deputy]],
  ['suggestion.withdrawn', {}, [office, handlers]],
  ['suggestion.withdrawn', { unitId: null }, [office]],
  ['suggestion.reminded', {}, [handlers]],
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

test('PLT-07 drafts and what happens to them, receipts, contacts and exports ring no bell', () => {
  const silent = Object.keys(events).filter((name) => !(name in notices))
  expect(silent.toSorted()).toEqual(
    ['accepted', 'contacted', 'discarded', 'drafted', 'edited', 'exported'].map((name) => `suggestion.${name}`),
  )
})
