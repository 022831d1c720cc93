import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles, type Actor } from '#kernel/identity/contract.ts'
import { statuses } from '#slices/suggestions/contract.ts'
import { progressOf } from './progress.ts'
import { isPublic, isTheirs, mayName, type Brief } from './reach.ts'

const id = fc.constantFrom('one', 'two', 'three')
const day = fc.constantFrom(null, '2022-03-01', '2022-05-20')
const brief: fc.Arbitrary<Brief> = fc.record({
  id,
  reference: fc.constantFrom(null, '17-1-112'),
  number: fc.constantFrom(null, 112),
  title: fc.constant('一件建议'),
  status: fc.constantFrom(...statuses),
  unitId: fc.option(id),
  unitName: fc.constant('市房产局'),
  unitIds: fc.uniqueArray(id),
  leadDeputyId: id,
  cosignerIds: fc.uniqueArray(id),
  submittedOn: day,
  deputyName: fc.constant('王敏'),
  isConfidential: fc.boolean(),
  handedOverOn: day,
  repliedOn: day,
})
const actor: fc.Arbitrary<Actor> = fc.record({
  id,
  congressId: fc.constant(1),
  name: fc.constant('甲'),
  roles: fc.subarray([...roles]).map((it) => new Set(it)),
  unitId: fc.option(id),
  deputyId: fc.option(id),
})

test('SUG-33 a confidential suggestion is named only to the deputies’ committee, its units and its deputies', () => {
  fc.assert(
    fc.property(actor, brief, (who, it) => {
      expect(isPublic({ ...it, isConfidential: true })).toBe(false)
      const isAffairs = who.roles.has('deputies_affairs') && it.submittedOn !== null
      expect(mayName(who, { ...it, isConfidential: true })).toBe(isAffairs || isTheirs(who, it))
    }),
  )
})

test('SUG-33 a unit without a suggestion and a deputy of another are no readers of theirs', () => {
  fc.assert(
    fc.property(actor, brief, (who, it) => {
      const isItsDeputy =
        who.roles.has('deputy') && [it.leadDeputyId, ...it.cosignerIds].some((deputyId) => who.deputyId === deputyId)
      const isItsUnit = who.roles.has('handling_unit') && it.unitIds.some((unitId) => who.unitId === unitId)
      expect(isTheirs(who, it)).toBe(isItsDeputy || isItsUnit)
    }),
  )
})

test('SUG-28 of the members no more are handed over than there are, and no more answered than handed over; groups add up', () => {
  fc.assert(
    fc.property(fc.array(brief), fc.array(brief), (some, others) => {
      const [a, b, all] = [progressOf(some), progressOf(others), progressOf([...some, ...others])]
      expect(all.members).toBe(some.length + others.length)
      expect(all.handedOver).toBeLessThanOrEqual(all.members)
      expect(all.answered).toBeLessThanOrEqual(all.handedOver)
      expect([all.handedOver, all.answered]).toEqual([a.handedOver + b.handedOver, a.answered + b.answered])
    }),
  )
})
