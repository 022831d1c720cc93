import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import { facesOf, refusal as eventRefusal } from '../events/rules/may.ts'
import { actions as guidanceActions, statuses as guidanceStatuses } from '../guidance/contract.ts'
import { allowed as guidanceAllowed, isOverdue, issueRefusal } from '../guidance/rules/may.ts'
import { figureFault, isShownPublicly, recordRefusal, refusal as outcomeRefusal } from '../outcomes/rules/may.ts'
import { planRefusal, visitReminder, visitRefusal } from '../outcomes/rules/visits.ts'
import { maySee as maySeePlan, memberRefusal, refusal as planMakeRefusal } from '../plans/rules/may.ts'
import type { Brief } from './reach.ts'

const affairs = person('deputies_affairs')
const committee = person('special_committee', { unitId: 'c1' })
const handler = person('handling_unit', { unitId: 'u1' })
const otherHandler = person('handling_unit', { unitId: 'u2' })
const deputy = person('deputy', { deputyId: 'd1' })
const everybody = { affairs, committee, handler, otherHandler, deputy, leader: person('leader'), admin: person('system_admin') }
const who = (may: (actor: Actor) => boolean) => Object.entries(everybody).flatMap(([name, actor]) => (may(actor) ? [name] : []))

describe('SUG-15 plans', () => {
  test('are made by the deputies’ committee and the unit itself, for what that unit handles', () => {
    expect(who((it) => planMakeRefusal(it, 'u1') === null)).toEqual(['affairs', 'handler'])
    expect(memberRefusal(brief({ unitId: 'u1' }), 'u1')).toBeNull()
    expect(memberRefusal(brief({ unitId: 'u2' }), 'u1')?.code).toBe('other-unit')
    expect(memberRefusal(brief({ unitId: 'u1', status: 'withdrawn' }), 'u1')?.code).toBe('withdrawn')
  })

  test('a unit that handles it with others takes it into its own plan', () => {
    expect(memberRefusal(brief({ unitId: 'u1', unitIds: ['u1', 'u2'] }), 'u2')).toBeNull()
    expect(recordRefusal(otherHandler, [brief({ unitId: 'u1', unitIds: ['u1', 'u2'] })])).toBeNull()
  })

  test('are seen by the offices, the unit and the deputies in them', () => {
    const members = [brief({ unitId: 'u1', leadDeputyId: 'd1' })]
    expect(who((it) => maySeePlan(it, 'u1', members))).toEqual(['affairs', 'committee', 'handler', 'deputy', 'leader'])
    expect(who((it) => maySeePlan(it, 'u1', []))).not.toContain('deputy')
  })
})

describe('SUG-08 face to face', () => {
  test('is arranged by two offices and entered from its day on, once', () => {
    const it = { status: 'planned', heldOn: '2022-08-11' } as const
    expect(who((actor) => eventRefusal(actor, it, 'hold', '2022-08-11') === null)).toEqual(['affairs', 'committee'])
    expect(eventRefusal(affairs, it, 'hold', '2022-08-10')?.code).toBe('not-yet')
    expect(eventRefusal(affairs, it, 'cancel', '2022-08-10')).toBeNull()
    expect(eventRefusal(affairs, { ...it, status: 'held' }, 'hold', '2022-08-11')?.code).toBe('wrong-status')
  })

  test('is a contact of each unit that came with the deputies of its own suggestions, and of no other', () => {
    const members = [brief({ id: 'a', unitId: 'u1' }), brief({ id: 'b', unitId: 'u2' }), brief({ id: 'c', unitId: null })]
    expect(Object.fromEntries(facesOf(['u1', 'u3'], members))).toEqual({ u1: ['a'] })
  })
})

describe('SUG-10 guidance', () => {
  test('comes from two offices, to a unit that handles', () => {
    expect(who((it) => issueRefusal(it, brief({ unitId: 'u1' })) === null)).toEqual(['affairs', 'committee'])
    expect(issueRefusal(affairs, brief({ unitId: null }))?.code).toBe('no-unit')
    expect(issueRefusal(affairs, brief({ unitId: 'u1', status: 'withdrawn' }))?.code).toBe('withdrawn')
  })

  test('is received and then answered by its unit alone', () => {
    const open = guidanceStatuses.map((status) => guidanceAllowed(handler, { status, unitId: 'u1' }))
    expect(open).toEqual([['acknowledge'], ['answer'], []])
    for (const status of guidanceStatuses)
      expect(who((it) => guidanceAllowed(it, { status, unitId: 'u1' }).length > 0)).toEqual(
        status === 'answered' ? [] : ['handler'],
      )
    expect(guidanceActions).toHaveLength(2)
    expect([
      isOverdue({ status: 'acknowledged', dueOn: '2022-05-01' }, '2022-05-01'),
      isOverdue({ status: 'issued', dueOn: '2022-05-01' }, '2022-05-02'),
    ]).toEqual([false, true])
  })
})

describe('SUG-13 outcomes', () => {
  const mine = brief({ unitId: 'u1' })

  test('are recorded by the deputies’ committee or the unit of all their suggestions, published by the committee', () => {
    expect(who((it) => recordRefusal(it, [mine]) === null)).toEqual(['affairs', 'handler'])
    expect(who((it) => recordRefusal(it, [mine, brief({ unitId: 'u2' })]) === null)).toEqual(['affairs'])
    expect(who((it) => outcomeRefusal(it, { status: 'recorded' }, [mine], 'publish') === null)).toEqual(['affairs'])
    expect(outcomeRefusal(affairs, { status: 'published' }, [mine], 'edit')?.code).toBe('wrong-status')
  })

  test('of confidential suggestions alone are never published, nor shown if they were', () => {
    const hidden = brief({ isConfidential: true })
    expect(outcomeRefusal(affairs, { status: 'recorded' }, [hidden], 'publish')?.code).toBe('nothing-public')
    expect(isShownPublicly({ status: 'published' }, [hidden])).toBe(false)
    expect(isShownPublicly({ status: 'published' }, [hidden, mine])).toBe(true)
    expect(isShownPublicly({ status: 'recorded' }, [mine])).toBe(false)
  })

  test('SUG-14 a policy says how many measures it holds; nothing else does', () => {
    expect(figureFault({ kind: 'policy_output', measures: 12 })).toBeNull()
    expect(figureFault({ kind: 'policy_output', measures: null })?.path).toBe('measures')
    expect(figureFault({ kind: 'decision', measures: 12 })?.path).toBe('measures')
  })
})

describe('SUG-16 follow-up visits', () => {
  test('are planned once it was answered, by the committee or the unit, and recorded once', () => {
    expect(who((it) => planRefusal(it, brief({ unitId: 'u1', repliedOn: '2022-05-20' })) === null)).toEqual([
      'affairs',
      'handler',
    ])
    expect(planRefusal(affairs, brief({ unitId: 'u1' }))?.code).toBe('not-answered')
    expect(who((it) => visitRefusal(it, { status: 'due', unitId: 'u1' }, 'record') === null)).toEqual(['affairs', 'handler'])
    expect(visitRefusal(affairs, { status: 'made', unitId: 'u1' }, 'record')?.code).toBe('wrong-status')
  })

  test.each([
    ['2022-12-23', [], null],
    ['2022-12-24', [], 'week'],
    ['2022-12-31', [], 'week'],
    ['2022-12-31', ['week'], null],
    ['2023-01-01', ['week'], 'overdue'],
    ['2023-01-09', ['week', 'overdue'], null],
  ] as const)('on %s, reminded of %j already: %s', (today, given, level) => {
    expect(visitReminder(toDateOnly('2022-12-31'), given, toDateOnly(today))).toBe(level)
  })
})

function person(role: Role, more: Partial<Actor> = {}): Actor {
  return { id: role, congressId: 1, name: role, roles: new Set([role]), unitId: null, deputyId: null, ...more }
}

function brief(more: Partial<Brief>): Brief {
  const unitIds = more.unitId ? [more.unitId] : []
  const named = {
    id: 's1',
    number: 112,
    reference: '17-1-112',
    title: '一件建议',
    leadDeputyId: 'd9',
    deputyName: '王敏',
    unitName: null,
  }
  return {
    unitIds,
    cosignerIds: [],
    submittedOn: '2022-02-16',
    ...named,
    status: 'accepted',
    unitId: null,
    isConfidential: false,
    handedOverOn: '2022-02-25',
    repliedOn: null,
    ...more,
  }
}
