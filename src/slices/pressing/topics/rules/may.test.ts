import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import type { Brief } from '../../rules/reach.ts'
import { actions, statuses, type Action, type Status } from '../contract.ts'
import { isDecided, lifecycle } from './lifecycle.ts'
import { allowed, maySee, refusal } from './may.ts'

const committee = person('special_committee', { unitId: 'c1' })
const otherCommittee = person('special_committee', { unitId: 'c2' })
const affairs = person('deputies_affairs')
const handler = person('handling_unit', { unitId: 'u1' })
const otherHandler = person('handling_unit', { unitId: 'u2' })
const deputy = person('deputy', { deputyId: 'd1' })
const others = [otherCommittee, handler, deputy, person('leader'), person('supervision_office'), person('system_admin')]

/** What the lead committee may do by itself, written out once more: the table in the code must not be its own proof. */
const committeeMay = (status: Status): Action[] =>
  status === 'proposed'
    ? ['edit', 'addMember', 'removeMember']
    : status === 'decided'
      ? ['start']
      : status === 'in_progress'
        ? ['report', 'conclude']
        : []

describe.each(statuses)('SUG-28 a topic that is %s', (status) => {
  const facts = { status, leadCommitteeId: 'c1', members: 2 }

  test.each(actions)('%s', (action) => {
    const isOpen = next(lifecycle, status, action) !== undefined
    expect(refusal(affairs, facts, action) === null).toBe(isOpen)
    expect(refusal(committee, facts, action) === null).toBe(committeeMay(status).includes(action))
    for (const actor of others) expect(refusal(actor, facts, action)?.kind).toBe('forbidden')
    expect(refusal(affairs, facts, action)?.sentence ?? '。').toMatch(/。$/)
  })

  test('outside the offices it is seen by its units and deputies, once it was decided', () => {
    const seen = (actor: Actor) => maySee(actor, { status, unitIds: ['u2'] }, [brief({ unitId: 'u1', leadDeputyId: 'd1' })])
    for (const actor of [affairs, committee, otherCommittee, person('leader')]) expect(seen(actor)).toBe(true)
    for (const actor of [handler, otherHandler, deputy]) expect(seen(actor)).toBe(isDecided(status))
    expect(seen(person('deputy', { deputyId: 'd2' }))).toBe(false)
    expect(seen(person('handling_unit'))).toBe(false)
  })
})

test('SUG-28 nothing is compiled or decided that holds no suggestion, and none loses its last one once it was decided', () => {
  expect(refusal(affairs, { status: 'proposed', leadCommitteeId: 'c1', members: 0 }, 'compile')?.code).toBe('no-members')
  expect(refusal(affairs, { status: 'compiled', leadCommitteeId: 'c1', members: 0 }, 'decide')?.code).toBe('no-members')
  expect(refusal(affairs, { status: 'in_progress', leadCommitteeId: 'c1', members: 1 }, 'removeMember')?.code).toBe('last-member')
  expect(allowed(affairs, { status: 'compiled', leadCommitteeId: 'c1', members: 1 })).toContain('removeMember')
})

test('SUG-28 every status can be reached, and only concluded and dropped are ends', () => {
  const reached = new Set<Status>(['proposed'])
  for (const status of reached) for (const to of Object.values(lifecycle[status])) reached.add(to)
  expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  expect(statuses.filter((it) => Object.keys(lifecycle[it]).length === 0)).toEqual(['concluded', 'dropped'])
})

function person(role: Role, more: Partial<Actor> = {}): Actor {
  return { id: role, congressId: 1, name: role, roles: new Set([role]), unitId: null, deputyId: null, ...more }
}

function brief(more: Partial<Brief>): Brief {
  return {
    id: 's1',
    number: 112,
    reference: '17-1-112',
    title: '一件建议',
    status: 'accepted',
    unitId: null,
    unitName: null,
    unitIds: more.unitId ? [more.unitId] : [],
    leadDeputyId: 'd9',
    cosignerIds: [],
    submittedOn: '2022-02-16',
    deputyName: '王敏',
    isConfidential: false,
    handedOverOn: '2022-02-25',
    repliedOn: null,
    ...more,
  }
}
