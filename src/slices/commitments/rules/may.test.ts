import { expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import type { Action, Status } from '../contract.ts'
import { allowed, maySee, refusal, type Facts } from './may.ts'

const TODAY = toDateOnly('2022-10-10')
const base: Facts = {
  status: 'open',
  unitId: 'housing',
  leadDeputyId: 'wang',
  carriedYear: null,
  askedOn: null,
  yearly: null,
}
const reported = { year: 2022, rateBy: '2022-10-10', isRated: false }

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  id: 'a',
  congressId: 1,
  name: '',
  roles: new Set([role]),
  unitId: null,
  deputyId: null,
  ...more,
})
const handler = actor('handling_unit', { unitId: 'housing' })
const deputy = actor('deputy', { deputyId: 'wang' })
const committee = actor('deputies_affairs')

test.each<[string, Actor, Partial<Facts>, Action[]]>([
  ['the unit, while open', handler, {}, ['report', 'keep', 'giveUp', 'carry']],
  ['the unit, carried this year', handler, { carriedYear: 2022 }, ['report', 'keep', 'giveUp']],
  ['the unit, carried last year', handler, { carriedYear: 2021 }, ['report', 'keep', 'giveUp', 'carry']],
  ['the unit, kept', handler, { status: 'kept' }, []],
  ['another unit', actor('handling_unit', { unitId: 'transport' }), {}, []],
  ['the head of the unit', actor('leader', { unitId: 'housing' }), {}, []],
  ['the deputy, nothing reported', deputy, {}, []],
  ['the deputy, on the last day', deputy, { yearly: reported }, ['rate']],
  ['the deputy, after the last day', deputy, { yearly: { ...reported, rateBy: '2022-10-09' } }, []],
  ['the deputy, rated before', deputy, { yearly: { ...reported, isRated: true } }, []],
  ['the deputy, of what was kept', deputy, { status: 'kept', yearly: reported }, ['rate']],
  ['the deputy, of what was superseded', deputy, { status: 'superseded', yearly: reported }, []],
  ['another deputy', actor('deputy', { deputyId: 'li' }), { yearly: reported }, []],
  ['the committee', committee, {}, ['ask']],
  ['the committee that asked already', committee, { askedOn: '2022-10-01' }, []],
  ['the committee, not kept', committee, { status: 'not_kept' }, []],
  ['a leader', actor('leader'), {}, []],
])('SUG-27 %s may do what it may', (_, who, facts, expected) => {
  expect(allowed(who, { ...base, ...facts }, TODAY)).toEqual(expected)
})

test.each<[Action, Actor, Partial<Facts>, string, string]>([
  ['keep', committee, {}, 'forbidden', 'not-your-part'],
  ['keep', handler, { status: 'kept' }, 'conflict', 'wrong-status'],
  ['carry', handler, { carriedYear: 2022 }, 'conflict', 'carried-this-year'],
  ['ask', committee, { askedOn: '2022-10-01' }, 'conflict', 'already-asked'],
  ['rate', deputy, {}, 'conflict', 'no-report'],
  ['rate', deputy, { yearly: { ...reported, isRated: true } }, 'conflict', 'already-rated'],
  ['rate', deputy, { yearly: { ...reported, rateBy: '2022-10-09' } }, 'conflict', 'rating-closed'],
])('SUG-27 a refused “%s” says why', (action, who, facts, kind, code) => {
  const no = refusal(who, { ...base, ...facts }, action, TODAY)
  expect(no).toMatchObject({ kind, code })
  expect(no?.sentence).toMatch(/。$/)
})

test.each<Exclude<Status, 'open'>>(['kept', 'not_kept', 'superseded'])('SUG-27 what is %s says so', (status) => {
  expect(refusal(handler, { ...base, status }, 'report', TODAY)?.sentence).toMatch(/承诺/)
})

test.each<[string, Actor, boolean, boolean]>([
  ['the unit', handler, true, true],
  ['the head of the unit', actor('leader', { unitId: 'housing' }), true, true],
  ['the deputy', deputy, true, true],
  ['the deputies’ committee', committee, true, true],
  ['a leader', actor('leader'), true, false],
  ['the supervision office', actor('supervision_office'), true, false],
  ['another unit', actor('handling_unit', { unitId: 'transport' }), false, false],
  ['another deputy', actor('deputy', { deputyId: 'li' }), false, false],
  ['a department of the same unit', actor('department', { unitId: 'housing' }), false, false],
  ['an administrator', actor('system_admin'), false, false],
])('SUG-33 %s sees an open one and a confidential one as it should', (_, who, isSeen, isSeenConfidential) => {
  expect(maySee(who, { ...base, isConfidential: false })).toBe(isSeen)
  expect(maySee(who, { ...base, isConfidential: true })).toBe(isSeenConfidential)
})
