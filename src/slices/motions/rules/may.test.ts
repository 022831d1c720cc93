import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { actions, statuses, type Action, type Status } from '../contract.ts'
import { signatories, standingOf, type Cosigner } from './cosigning.ts'
import { lapses } from './lapse.ts'
import { lifecycle } from './lifecycle.ts'
import { allowed, maySee, refusal, type Facts } from './may.ts'

const lead = person('deputy', { deputyId: 'd1' })
const invited = person('deputy', { deputyId: 'd2' })
const signed = person('deputy', { deputyId: 'd3' })
const stranger = person('deputy', { deputyId: 'd9' })
const office = person('deputies_affairs')
const committee = person('special_committee', { unitId: 'c1' })
const otherCommittee = person('special_committee', { unitId: 'c2' })
const everybody = {
  lead,
  invited,
  signed,
  stranger,
  office,
  committee,
  otherCommittee,
  leader: person('leader'),
  admin: person('system_admin'),
}

/** Who may do each act, written out once more: the table in the code must not be its own proof. */
const doers: Record<Action, Actor[]> = {
  edit: [lead],
  invite: [lead],
  submit: [lead],
  withdraw: [lead],
  agreeToConversion: [lead],
  declineConversion: [lead],
  read: [invited],
  cosign: [invited],
  declineCosigning: [invited],
  withdrawCosigning: [signed],
  return: [office],
  receive: [office],
  refer: [office],
  putOnAgenda: [office],
  rejectAsMotion: [office],
  leaveOffAgenda: [office],
  merge: [office],
  convert: [office],
  link: [office],
  giveOpinion: [committee],
}

describe.each(statuses)('SUG-35 in status %s', (status) => {
  test.each(actions)('%s', (action) => {
    const it = facts(status, { hasOpinion: action !== 'giveOpinion' })
    for (const actor of Object.values(everybody)) {
      const isPossible = doers[action].includes(actor) && next(lifecycle, status, action) !== undefined
      expect(refusal(actor, it, action) === null, actor.id).toBe(isPossible)
    }
  })
})

test('SUG-35 every refusal says what to do', () => {
  for (const status of statuses) {
    for (const action of actions) {
      for (const actor of Object.values(everybody)) {
        const no = refusal(actor, facts(status), action)
        if (no) expect(no.sentence).toMatch(/。$/)
      }
    }
  }
})

test('SUG-35 every status can be reached, and the ends are ends', () => {
  const reached = new Set<Status>(['draft'])
  for (const status of reached) for (const to of Object.values(lifecycle[status])) reached.add(to)
  expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  const moving = statuses.filter((it) => Object.values(lifecycle[it]).some((to) => to !== it))
  expect(statuses.filter((it) => !moving.includes(it))).toEqual([
    'on_agenda',
    'converted',
    'ended',
    'merged',
    'lapsed',
    'withdrawn',
  ])
})

test('SUG-35 ten deputies, the lead deputy among them: nine confirmations are enough, eight are not', () => {
  expect(refusal(lead, facts('cosigning', { cosigners: confirmed(8) }), 'submit')).toMatchObject({
    code: 'too-few',
    sentence: '已有9人联名（含领衔代表），还差1人。联名代表都确认现在的文本后再提交。',
  })
  expect(refusal(lead, facts('cosigning', { cosigners: confirmed(9) }), 'submit')).toBeNull()
  expect(refusal(lead, facts('cosigning', { cosigners: confirmed(4), minimum: 5 }), 'submit')).toBeNull()
})

test('SUG-35 an edit voids every confirmation by itself', () => {
  const cosigners = confirmed(9)
  expect(signatories(cosigners, 1)).toBe(10)
  expect(signatories(cosigners, 2)).toBe(1)
  expect(standingOf(cosigners[0]!, 2)).toBe('outdated')
  expect(refusal(lead, facts('cosigning', { cosigners, textVersion: 2 }), 'submit')?.code).toBe('too-few')
})

test('SUG-35 only what was read in its present version can be confirmed', () => {
  const it = (readVersion: number | null) =>
    facts('cosigning', { textVersion: 2, cosigners: [{ ...cosigner('d2'), readVersion, confirmedVersion: 1 }] })
  expect(refusal(invited, it(null), 'cosign')?.code).toBe('not-read')
  expect(refusal(invited, it(1), 'cosign')?.code).toBe('not-read')
  expect(refusal(invited, it(2), 'cosign')).toBeNull()
})

test('SUG-35 who said no is not asked for the same again, and who did not sign has nothing to take back', () => {
  const declined = facts('cosigning', { cosigners: [{ ...cosigner('d2'), declinedAt: new Date() }] })
  expect(['read', 'cosign', 'declineCosigning'].map((it) => refusal(invited, declined, it as Action)?.code)).toEqual([
    'answered',
    'answered',
    'answered',
  ])
  expect(refusal(invited, facts('received'), 'withdrawCosigning')?.code).toBe('not-signed')
})

test('SUG-35 the meeting decides after its committee has spoken, and a committee speaks once', () => {
  const waiting = facts('to_committee', { hasOpinion: false })
  expect(allowed(office, waiting)).toEqual(['merge', 'link'])
  expect(allowed(committee, waiting)).toEqual(['giveOpinion'])
  const answered = facts('to_committee', { hasOpinion: true })
  expect(allowed(office, answered)).toEqual(['putOnAgenda', 'rejectAsMotion', 'leaveOffAgenda', 'merge', 'link'])
  expect(refusal(committee, answered, 'giveOpinion')?.code).toBe('opinion-given')
})

test('SUG-35 too few signatories end what is submitted and not decided, nothing else', () => {
  const ended = statuses.filter((status) => lapses(status, 9, 10))
  expect(ended).toEqual(['submitted', 'received', 'to_committee'])
  for (const status of ended) expect(next(lifecycle, status, 'lapse')).toBe('lapsed')
  expect(statuses.filter((status) => lapses(status, 10, 10))).toEqual([])
})

test('SUG-35 who may read: a draft its lead and the invited, a submitted one the offices, a committee what was sent to it', () => {
  const readers = (it: Partial<Facts>) =>
    Object.entries(everybody)
      .filter(([, actor]) => maySee(actor, { ...facts('received'), ...it }))
      .map(([name]) => name)
  expect(readers({ submittedOn: null, committeeId: null })).toEqual(['lead', 'invited', 'signed'])
  expect(readers({ committeeId: null })).toEqual(['lead', 'invited', 'signed', 'office', 'leader'])
  expect(readers({})).toEqual(['lead', 'invited', 'signed', 'office', 'committee', 'leader'])
})

function facts(status: Status, more: Partial<Facts> = {}): Facts {
  const cosigners = [{ ...cosigner('d2'), readVersion: 1 }, ...confirmed(9)]
  return {
    status,
    leadDeputyId: 'd1',
    committeeId: 'c1',
    hasOpinion: false,
    textVersion: 1,
    minimum: 10,
    cosigners,
    submittedOn: '2022-01-12',
    ...more,
  }
}

function cosigner(deputyId: string): Cosigner {
  return { deputyId, readVersion: null, confirmedVersion: null, declinedAt: null, withdrawnAt: null }
}

/** The first of them is d3. */
function confirmed(count: number): Cosigner[] {
  return Array.from({ length: count }, (_, at) => ({
    ...cosigner(at === 0 ? 'd3' : `s${at}`),
    readVersion: 1,
    confirmedVersion: 1,
  }))
}

function person(role: Role, more: Partial<Actor> = {}): Actor {
  return {
    id: more.deputyId ?? more.unitId ?? role,
    congressId: 1,
    name: role,
    roles: new Set([role]),
    unitId: null,
    deputyId: null,
    ...more,
  }
}
