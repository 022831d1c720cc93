import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { actions, statuses, type Action, type Status } from '../contract.ts'
import { lifecycle } from './lifecycle.ts'
import { allowed, maySee, refusal, turnsOf, type Facts } from './may.ts'

const deputy = person('deputy', { deputyId: 'd1' })
const otherDeputy = person('deputy', { deputyId: 'd2' })
const committee = person('deputies_affairs')
const handler = person('handling_unit', { unitId: 'u1' })
const otherHandler = person('handling_unit', { unitId: 'u2' })
const everybody = {
  deputy,
  otherDeputy,
  committee,
  handler,
  otherHandler,
  leader: person('leader'),
  admin: person('system_admin'),
}

/** Whose act each is, written out once more: the table in the code must not be its own proof. */
const doer: Record<Action, Actor> = {
  edit: deputy,
  submit: deputy,
  withdraw: deputy,
  rate: deputy,
  return: committee,
  register: committee,
  assign: committee,
  rehandle: committee,
  close: committee,
  accept: handler,
  logContact: handler,
  reply: handler,
}

describe.each(statuses)('SUG-18 in status %s', (status) => {
  test.each(actions)('%s', (action) => {
    const it = facts(status, { contacts: 1, rating: ratingFor(action) })
    for (const actor of Object.values(everybody)) {
      const no = refusal(actor, it, action)
      if (actor !== doer[action]) expect(no?.kind).toBe('forbidden')
      else if (next(lifecycle, status, action) === undefined) expect(no).toMatchObject({ kind: 'conflict', code: 'wrong-status' })
      else expect(no).toBeNull()
    }
  })
})

test('SUG-18 every refusal says what to do', () => {
  for (const status of statuses) {
    for (const action of actions) {
      for (const actor of Object.values(everybody)) {
        const no = refusal(actor, facts(status), action)
        if (no) expect(no.sentence).toMatch(/。$/)
      }
    }
  }
})

test('SUG-18 every status can be reached, and only closed and withdrawn are ends', () => {
  const reached = new Set<Status>(['draft'])
  for (const status of reached) for (const to of Object.values(lifecycle[status])) reached.add(to)
  expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  expect(statuses.filter((it) => Object.keys(lifecycle[it]).length === 0)).toEqual(['closed', 'withdrawn'])
})

test('SUG-17 no reply before a contact of this round', () => {
  expect(refusal(handler, facts('accepted', { contacts: 0 }), 'reply')?.code).toBe('no-contact')
})

test('SUG-25 a dissatisfied rating opens a new round and bars closing, on attitude as on result', () => {
  for (const rating of [
    { attitude: 'dissatisfied', result: 'satisfied' } as const,
    { attitude: 'satisfied', result: 'dissatisfied' } as const,
  ]) {
    expect(allowed(committee, facts('rated', { rating }))).toEqual(['rehandle'])
  }
  expect(allowed(committee, facts('rated', { rating: { attitude: 'satisfied', result: 'basically_satisfied' } }))).toEqual([
    'close',
  ])
})

test('SUG-33 who may read: a draft its author alone, a case its unit, its deputy and the offices', () => {
  const readers = (it: Facts, submittedOn: string | null = '2022-03-01') =>
    Object.entries(everybody)
      .filter(([, actor]) => maySee(actor, { ...it, submittedOn }))
      .map(([name]) => name)
  expect(readers(facts('draft'), null)).toEqual(['deputy'])
  expect(readers(facts('withdrawn'), null)).toEqual(['deputy'])
  expect(readers(facts('withdrawn'))).toEqual(['deputy', 'committee', 'handler', 'leader'])
  expect(readers(facts('submitted', { unitId: null }))).toEqual(['deputy', 'committee', 'leader'])
  expect(readers(facts('accepted'))).toEqual(['deputy', 'committee', 'handler', 'leader'])
})

test('SUG-09 whose turn it is', () => {
  expect(turnsOf(deputy)).toEqual(['replied', 'draft', 'returned'])
  expect(turnsOf(committee)).toEqual(['submitted', 'registered', 'rated'])
  expect(turnsOf(handler)).toEqual(['assigned', 'accepted'])
  expect(turnsOf(everybody.leader)).toEqual([])
})

function facts(status: Status, more: Partial<Facts> = {}): Facts {
  return { status, leadDeputyId: 'd1', unitId: 'u1', contacts: 0, rating: null, ...more }
}

function ratingFor(action: Action): Facts['rating'] {
  return action === 'rehandle'
    ? { attitude: 'dissatisfied', result: 'satisfied' }
    : { attitude: 'satisfied', result: 'satisfied' }
}

function person(role: Role, more: Partial<Actor> = {}): Actor {
  return { id: role, congressId: 1, name: role, roles: new Set([role]), unitId: null, deputyId: null, ...more }
}
