import { expect, test } from 'vitest'
import type { EventRow } from '#kernel/audit/contract.ts'
import { events } from './events.ts'
import { notices } from './notices.ts'

const id = '01920000-0000-7000-8000-000000000001'
const leadDeputyId = '01920000-0000-7000-8000-0000000000d1'
const [one, two] = ['01920000-0000-7000-8000-0000000000d2', '01920000-0000-7000-8000-0000000000d3']
const unitId = '01920000-0000-7000-8000-0000000000c1'
const numbered = { title: '甲议案', leadDeputyId, reference: '17-1-003', number: 3 }
const decided = {
  ...numbered,
  outcome: 'to_committee',
  body: 'presidium',
  decidedOn: '2022-01-13',
  basis: '主席团第三次会议',
  committeeId: unitId,
  committeeName: '法制委员会',
  dueOn: '2022-02-12',
  cosignerIds: [one, two],
}

test('SUG-35 an invitation and an edit lead the invited straight to the page on which they read and confirm', () => {
  const invited = told('motion.cosigners-invited', {
    title: '甲议案',
    leadDeputyId,
    leadName: '王敏',
    deputyIds: [one, two],
    textVersion: 1,
  })
  expect(invited.map(({ to, link }) => [to, link])).toEqual(
    [one, two].map((it) => [deputy(it), `/workbench/motions/${id}/cosign`]),
  )
  const edited = told('motion.edited', { title: '甲议案', leadDeputyId, textVersion: 2, voidedDeputyIds: [two] })
  expect(edited).toMatchObject([{ to: deputy(two), text: { zh: '议案《甲议案》的文本改过了（第2稿），您的联名需要重新确认。' } }])
})

test('SUG-35 a decision is told to the lead deputy, to those who signed and to the committee, with its day', () => {
  const all = told('motion.decided', decided)
  expect(all.map(({ to }) => to)).toEqual([
    deputy(leadDeputyId),
    deputy(one),
    deputy(two),
    { kind: 'unit', unitId, role: 'special_committee' },
  ])
  expect(all.at(-1)?.text.zh).toContain('2022年2月12日前提出意见')
  const rejected = told('motion.decided', {
    ...decided,
    outcome: 'not_motion',
    committeeId: null,
    committeeName: null,
    dueOn: null,
  })
  expect(rejected[0]?.text.zh).toBe('大会主席团决定：议案第3号《甲议案》不作为议案，请您决定是否转为建议。')
  expect(rejected).toHaveLength(3)
})

test('SUG-35 a lapse is told to everybody concerned', () => {
  const payload = {
    title: '甲议案',
    leadDeputyId,
    signatories: 9,
    minimum: 10,
    basis: '第十三条',
    cosignerIds: [one],
    committeeId: unitId,
  }
  expect(told('motion.lapsed', payload).map(({ to }) => to.kind)).toEqual(['deputy', 'deputy', 'role', 'unit'])
})

test('SUG-35 of drafts and of reading nobody in the office is told', () => {
  for (const name of ['motion.drafted', 'motion.read', 'motion.exported']) expect(notices[name]).toBeUndefined()
  const discarded = told('motion.discarded', { title: '甲议案', leadDeputyId, reason: '不提了', cosignerIds: [one] })
  expect(discarded.map(({ to }) => to)).toEqual([deputy(one)])
})

function told(name: keyof typeof events, payload: object) {
  const event: EventRow = { id, name, subjectId: id, actorId: null, at: new Date(0), payload }
  expect(events[name].payload.safeParse(payload).success).toBe(true)
  return notices[name]?.(event) ?? []
}

function deputy(deputyId: string | undefined) {
  return { kind: 'deputy', deputyId }
}
