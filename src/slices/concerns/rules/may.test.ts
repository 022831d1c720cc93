import { expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import type { Action } from '../contract.ts'
import { allowed, maySee, type Facts } from './may.ts'

const base: Facts = { status: 'sent', deputyId: 'wang', unitId: 'housing', passes: 0, result: null }
const actor = (role: Role, more: Partial<Actor> = {}): Actor => {
  return { id: 'a', congressId: 1, name: '', roles: new Set([role]), unitId: null, deputyId: null, ...more }
}
const author = actor('deputy', { deputyId: 'wang' })
const unit = actor('handling_unit', { unitId: 'housing' })
const office = actor('deputies_affairs')

test.each<[string, Actor, Partial<Facts>, Action[]]>([
  ['the unit, just sent', unit, {}, ['accept', 'passOn', 'dispute']],
  ['the unit, in hand', unit, { status: 'accepted' }, ['answer', 'passOn', 'dispute']],
  ['the unit, passed on before', unit, { status: 'accepted', passes: 1 }, ['answer', 'dispute']],
  ['the unit, while the committee decides', unit, { status: 'disputed' }, []],
  ['another unit', actor('handling_unit', { unitId: 'transport' }), {}, []],
  ['the head of the unit', actor('leader', { unitId: 'housing' }), {}, []],
  ['the author, just sent', author, {}, ['withdraw']],
  ['the author, in hand', author, { status: 'accepted' }, []],
  ['the author, answered', author, { status: 'answered', result: 'solved' }, ['confirm', 'reject']],
  ['the author, satisfied and solved', author, { status: 'satisfied', result: 'solved' }, []],
  ['the author, satisfied with a plan', author, { status: 'satisfied', result: 'planned' }, ['convert']],
  ['the author, not satisfied', author, { status: 'dissatisfied', result: 'solved' }, ['convert']],
  ['the author, off the lane', author, { status: 'declined' }, ['convert']],
  ['another deputy', actor('deputy', { deputyId: 'li' }), { status: 'answered', result: 'solved' }, []],
  ['the committee, disputed', office, { status: 'disputed' }, ['assign', 'decline']],
  ['the committee, answered', office, { status: 'answered', result: 'solved' }, []],
])('SUG-36 %s', (_who, person, facts, expected) => {
  expect(allowed(person, { ...base, ...facts })).toEqual(expected)
})

test.each<[string, Actor, boolean, boolean]>([
  ['the author', author, true, true],
  ['the unit that has it', unit, true, true],
  ['the unit that passed it on', actor('handling_unit', { unitId: 'transport' }), true, true],
  ['a third unit', actor('handling_unit', { unitId: 'water' }), false, false],
  ['a handler without a unit', actor('handling_unit'), false, false],
  ['another deputy', actor('deputy', { deputyId: 'li' }), false, false],
  ['an account of a deputy without a seat', actor('deputy'), false, false],
  ['the committee', office, true, true],
  ['a leader', actor('leader'), true, false],
  ['the head of the unit', actor('leader', { unitId: 'housing' }), true, true],
  ['the administrator', actor('system_admin'), false, false],
])('SUG-36 who sees it: %s', (_who, person, plain, confidential) => {
  const it = { deputyId: 'wang', unitIds: ['transport', 'housing'] }
  expect(maySee(person, { ...it, isConfidential: false })).toBe(plain)
  expect(maySee(person, { ...it, isConfidential: true })).toBe(confidential)
})
