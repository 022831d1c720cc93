import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { actions, statuses, type Action, type Status } from '../contract.ts'
import { lifecycle } from './lifecycle.ts'
import type { Handler } from './handling.ts'
import { allowed, maySee, refusal, turnsOf, type Facts, type Invited } from './may.ts'

const deputy = person('deputy', { deputyId: 'd1' })
const cosigner = person('deputy', { deputyId: 'd2' })
const stranger = person('deputy', { deputyId: 'd3' })
const committee = person('deputies_affairs')
const handler = person('handling_unit', { unitId: 'u1' })
const coHandler = person('handling_unit', { unitId: 'u2' })
const otherHandler = person('handling_unit', { unitId: 'u3' })
const everybody = {
  deputy,
  cosigner,
  stranger,
  committee,
  handler,
  coHandler,
  otherHandler,
  leader: person('leader'),
  admin: person('system_admin'),
}

/** Whose act each is, written out once more: the table in the code must not be its own proof. */
const doer: Record<Exclude<Action, 'lapse'>, Actor> = {
  edit: deputy,
  invite: deputy,
  submit: deputy,
  withdraw: deputy,
  rate: deputy,
  recallSubmission: deputy,
  amendRating: deputy,
  cosign: cosigner,
  agreeWithdrawal: cosigner,
  see: committee,
  return: committee,
  decline: committee,
  passOn: committee,
  register: committee,
  assign: committee,
  uphold: committee,
  reassign: committee,
  decideExtension: committee,
  openRating: committee,
  rehandle: committee,
  escalate: committee,
  close: committee,
  publish: committee,
  protect: committee,
  accept: handler,
  object: handler,
  logContact: handler,
  giveOpinion: coHandler,
  requestExtension: handler,
  draftReply: handler,
  concur: coHandler,
  signReply: handler,
  reply: handler,
}

/** Facts under which nothing but person and status can stand in the way of an action. */
const smooth: Partial<Record<Action, Partial<Facts>>> = {
  accept: { handlers: [part('u1', 'assigned')] },
  object: { handlers: [part('u1', 'assigned')] },
  uphold: { handlers: [part('u1', 'objected')] },
  reassign: { handlers: [part('u1', 'objected')] },
  giveOpinion: { handlers: [part('u1', 'accepted'), part('u2', 'accepted', 'co', 2)] },
  concur: { handlers: [part('u1', 'accepted'), part('u2', 'accepted', 'lead', 2)], drafted: ['u1'] },
  decideExtension: { hasOpenExtension: true },
  signReply: { drafted: ['u1'] },
  reply: { drafted: ['u1'], signed: ['u1'] },
  rehandle: { rating: { attitude: 'dissatisfied', result: 'satisfied' } },
  escalate: { rating: { attitude: 'dissatisfied', result: 'satisfied' }, round: 2 },
  agreeWithdrawal: { isWithdrawalAsked: true, invited: [{ ...invited('d2'), answer: 'confirmed', isCurrent: true }] },
}

describe.each(statuses)('SUG-18 in status %s', (status) => {
  test.each(actions.filter((it) => it !== 'lapse'))('%s', (action) => {
    const it = facts(status, smooth[action])
    const hasArrow = next(lifecycle, status, action) !== undefined
    const own = refusal(doer[action], it, action)
    if (hasArrow) expect(own).toBeNull()
    else expect(own).toMatchObject({ kind: 'conflict', code: 'wrong-status' })
    for (const actor of Object.values(everybody)) if (actor !== doer[action]) expect(refusal(actor, it, action)).not.toBeNull()
  })
})

test('SUG-25 nobody lapses a suggestion by hand', () => {
  for (const actor of Object.values(everybody)) expect(refusal(actor, facts('replied'), 'lapse')?.kind).toBe('forbidden')
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

test('SUG-18 every status can be reached; what is closed may only change in how it is published', () => {
  const reached = new Set<Status>(['draft'])
  for (const status of reached) for (const to of Object.values(lifecycle[status])) reached.add(to)
  expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  const ends = statuses.filter((it) => Object.values(lifecycle[it]).every((to) => to === it))
  expect(ends).toEqual(['passed_on', 'closed', 'unrated', 'withdrawn'])
})

test.each([
  ['no-contact', { contacts: {} }],
  ['no-draft', { drafted: [] }],
  ['opinion-missing', { awaitedOpinions: ['u2'] }],
  ['not-concurred', { handlers: [part('u1', 'accepted'), part('u2', 'accepted', 'lead', 2)] }],
  ['not-signed', { signed: [] }],
] as const)('SUG-24 no reply: %s', (code, more) => {
  expect(refusal(handler, facts('accepted', { ...smooth.reply, ...more }), 'reply')?.code).toBe(code)
})

test('SUG-24 where no signature is asked for, an unsigned reply may go', () => {
  const it = facts('accepted', { ...smooth.reply, signed: [], needsSignature: false })
  expect(refusal(handler, it, 'reply')).toBeNull()
})

test('SUG-22 an objection comes inside its window and before the receipt', () => {
  const late = facts('assigned', { ...smooth.object, pastObjection: ['u1'] })
  expect(refusal(handler, late, 'object')?.code).toBe('objection-late')
  expect(refusal(handler, facts('accepted'), 'object')?.code).toBe('your-part-stands-elsewhere')
})

test('SUG-23 one extension at a time, before the limit, in the first round', () => {
  const ask = (more: Partial<Facts>) => refusal(handler, facts('accepted', more), 'requestExtension')?.code
  expect([ask({}), ask({ hasOpenExtension: true }), ask({ isReplyLate: true }), ask({ round: 2 })]).toEqual([
    undefined,
    'asked',
    'too-late',
    'rehandling',
  ])
})

test('SUG-25 a dissatisfied rating opens a new round and bars closing, on attitude as on result', () => {
  for (const rating of [
    { attitude: 'dissatisfied', result: 'satisfied' } as const,
    { attitude: 'satisfied', result: 'dissatisfied' } as const,
  ]) {
    expect(stepsOpen(facts('rated', { rating }))).toEqual(['rehandle'])
    expect(stepsOpen(facts('rated', { rating, round: 2 }))).toEqual(['escalate'])
    expect(stepsOpen(facts('escalated', { rating, round: 2 }))).toEqual(['rehandle', 'close'])
  }
  expect(stepsOpen(facts('rated', { rating: { attitude: 'satisfied', result: 'basically_satisfied' } }))).toEqual(['close'])
})

test('SUG-20 who answered for this text does not answer again; a changed text asks anew', () => {
  const given = (isCurrent: boolean) => facts('submitted', { invited: [{ ...invited('d2'), answer: 'confirmed', isCurrent }] })
  expect(refusal(cosigner, given(true), 'cosign')?.code).toBe('answered')
  expect(refusal(cosigner, given(false), 'cosign')).toBeNull()
  expect(refusal(stranger, given(false), 'cosign')?.kind).toBe('forbidden')
})

test('SUG-18 where the rule says so, nobody withdraws after the hand-over', () => {
  expect(refusal(deputy, facts('accepted', { withdrawal: 'beforeHandOver' }), 'withdraw')?.code).toBe('handed-over')
  expect(refusal(deputy, facts('submitted', { withdrawal: 'beforeHandOver', handlers: [] }), 'withdraw')).toBeNull()
})

test('SUG-33 who may read: a draft its author and the invited, a case its units, its deputies and the offices', () => {
  const readers = (it: Partial<Parameters<typeof maySee>[1]>) => {
    const all = {
      leadDeputyId: 'd1',
      submittedOn: '2022-03-01',
      isConfidential: false,
      unitIds: ['u1', 'u2'],
      cosignerIds: [],
      ...it,
    }
    return Object.entries(everybody)
      .filter(([, actor]) => maySee(actor, all))
      .map(([name]) => name)
  }
  expect(readers({ submittedOn: null, unitIds: [] })).toEqual(['deputy'])
  expect(readers({ submittedOn: null, unitIds: [], cosignerIds: ['d2'] })).toEqual(['deputy', 'cosigner'])
  expect(readers({ unitIds: [] })).toEqual(['deputy', 'committee', 'leader'])
  expect(readers({})).toEqual(['deputy', 'committee', 'handler', 'coHandler', 'leader'])
  expect(readers({ isConfidential: true })).toEqual(['deputy', 'committee', 'handler', 'coHandler'])
})

test('SUG-09 whose turn it is', () => {
  expect(turnsOf(deputy)).toEqual(['replied', 'draft', 'cosigning', 'returned'])
  expect(turnsOf(committee)).toEqual(['objected', 'submitted', 'registered', 'rated', 'escalated'])
  expect(turnsOf(handler)).toEqual(['assigned', 'accepted'])
  expect(turnsOf(everybody.leader)).toEqual([])
})

/** What the office can do beside what it always can. */
function stepsOpen(it: Facts): Action[] {
  return allowed(committee, it).filter((action) => !['openRating', 'publish', 'protect'].includes(action))
}

function facts(status: Status, more: Partial<Facts> = {}): Facts {
  return {
    status,
    leadDeputyId: 'd1',
    invited: [invited('d2')],
    handlers: [part('u1', 'accepted')],
    round: 1,
    contacts: { u1: 1 },
    rating: { attitude: 'satisfied', result: 'satisfied' },
    pastObjection: [],
    awaitedOpinions: [],
    hasOpenExtension: false,
    isReplyLate: false,
    drafted: [],
    signed: [],
    needsSignature: true,
    withdrawal: 'anyTime',
    isWithdrawalAsked: false,
    isSeen: false,
    isRatingOpened: false,
    ...more,
  }
}

function part(unitId: string, status: Handler['status'], as: Handler['part'] = 'lead', ordinal = 1): Handler {
  return { ordinal, unitId, part: as, status, handedOverOn: '2022-03-01', concurredOn: null }
}

function invited(deputyId: string): Invited {
  return { deputyId, answer: null, isCurrent: false, hasAgreedWithdrawal: false }
}

function person(role: Role, more: Partial<Actor> = {}): Actor {
  return { id: role, congressId: 1, name: role, roles: new Set([role]), unitId: null, deputyId: null, ...more }
}
