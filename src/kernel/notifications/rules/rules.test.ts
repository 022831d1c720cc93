import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kind } from '#kernel/audit/contract.ts'
import * as z from 'zod'
import { digestMail, isQuiet } from './digest.ts'
import { hintFor, readSignal, writeSignal, type LiveKinds } from './live.ts'
import { isWorthTelling, noticesFor } from './people.ts'
import { MASKED } from '#lib/pure/personal-data.ts'
import { deliveryBody, isWanted, mayLeave } from './webhook.ts'

const sentence = { zh: () => '事', en: () => 'it' }
const events = {
  'case.opened': kind({ payload: z.object({ title: z.string() }), visibility: 'public', sentence }),
  'case.returned': kind({ payload: z.object({}), visibility: 'internal', sentence }),
  'case.drafted': kind({ payload: z.object({}), visibility: 'restricted', sentence }),
}
const row = { id: 'e1', name: 'case.opened', subjectId: 's1', actorId: null, at: new Date(0), payload: { title: '题' } }

describe('signals between copies', () => {
  const word = fc.stringMatching(/^[a-z_.-]{1,20}$/)
  test('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), word, fc.uuid(), fc.option(fc.uuid()), (congressId, name, subjectId, accountId) => {
        const signal = { congressId, name, subjectId, accountId }
        expect(readSignal(writeSignal(signal))).toEqual(signal)
      }),
    )
  })

  test.each(['', 'x a b', '0 a b', '1 a', '1 a b c d', '-1 a b'])('%j is none', (text) => {
    expect(readSignal(text)).toBe(null)
  })
})

const kinds: LiveKinds = {
  'case.opened': { topic: 'cases', visibility: 'public' },
  'case.returned': { topic: 'cases', visibility: 'internal' },
  'case.drafted': { topic: 'cases', visibility: 'restricted' },
}

test.each([
  ['case.opened', null, { topic: 'cases', name: 'case.opened', subjectId: 's1' }],
  ['case.returned', null, { topic: 'cases', name: 'case.returned', subjectId: null }],
  ['case.drafted', null, null],
  ['case.unknown', null, null],
  ['notice.created', 'me', { topic: 'notices', name: 'notice.created', subjectId: 's1' }],
  ['notice.created', 'another', null],
  ['case.opened', 'another', null],
])('%s for %s is heard as %j', (name, accountId, hint) => {
  expect(hintFor({ congressId: 1, name, subjectId: 's1', accountId }, 'me', kinds)).toEqual(hint)
})

test('a rule gets the checked payload; an event of an older shape and an unknown one tell nobody', () => {
  const rules = noticesFor(events, {
    'case.opened': (event, p, people) => [
      { to: people.withRole('leader'), text: { zh: p.title, en: p.title }, why: { zh: '您', en: 'you' }, link: `/x/${event.id}` },
    ],
  })
  expect(rules['case.opened']!(row)).toMatchObject([{ to: { kind: 'role', role: 'leader' }, text: { zh: '题' } }])
  expect(rules['case.opened']!({ ...row, payload: { name: '旧' } })).toEqual([])
  expect(rules['case.returned']).toBeUndefined()
})

test('what is fourteen days old when it is told is history', () => {
  const now = new Date('2022-03-15T00:00:00Z')
  expect(isWorthTelling(new Date('2022-03-01T00:00:00.001Z'), now)).toBe(true)
  expect(isWorthTelling(new Date('2022-03-01T00:00:00Z'), now)).toBe(false)
})

test.each([
  ['07:59', true],
  ['08:00', false],
  ['20:59', false],
  ['21:00', true],
  ['00:00', true],
])('at %s in Beijing quiet is %s', (time, quiet) => {
  expect(isQuiet(new Date(`2022-03-01T${time}:00+08:00`))).toBe(quiet)
})

test.each([
  [1, 1, false],
  [10, 10, false],
  [11, 10, true],
])('a digest of %i items shows %i', (count, shown, hasMore) => {
  const items = Array.from({ length: count }, (_, n) => ({ text: `第${n}件`, link: '/a' }))
  const { subject, text } = digestMail('示例市人大', '赵红', items, 'https://x.cn', new Date('2022-03-01T00:30:00Z'))
  expect(text.match(/^\d+\. /gm)).toHaveLength(shown)
  expect(text.includes(`等 ${count} 项，查看全部`)).toBe(hasMore)
  expect(subject).toBe(`【示例市人大】${count} 项新的提醒`)
  expect(text).toContain('2022年3月1日')
})

test.each([
  [['*'], true],
  [['case.*'], true],
  [['case.opened'], true],
  [['case.closed', 'other.*'], false],
  [['cas.*'], false],
  [['case.open'], false],
])('filters %j want case.opened: %s', (filters, wanted) => {
  expect(isWanted(filters, 'case.opened')).toBe(wanted)
})

test('the payload leaves with public events alone; restricted and unknown ones never leave', () => {
  expect(Object.values(events).map(mayLeave)).toEqual([true, true, false])
  expect(mayLeave(undefined)).toBe(false)
  expect(JSON.parse(deliveryBody(events['case.opened'], row, false))).toMatchObject({
    data: { subjectId: 's1', payload: { title: '题' } },
  })
  expect(JSON.parse(deliveryBody(events['case.returned'], row, false)).data).toEqual({ subjectId: 's1' })
})

test('SUG-33 of what is kept in the house only its id leaves; personal data never do', () => {
  expect(JSON.parse(deliveryBody(events['case.opened'], row, true)).data).toEqual({ subjectId: 's1' })
  const unitId = '01890000-0000-7000-8000-013912345678'
  const payload = { title: '请联系13912345678', unitId, units: [{ name: '座机024-86001234' }], number: 13912345678 }
  const { data } = JSON.parse(deliveryBody(events['case.opened'], { ...row, payload }, false))
  expect(data.payload).toEqual({ title: `请联系${MASKED}`, unitId, units: [{ name: `座机${MASKED}` }], number: 13912345678 })
})
