import { expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import { isNamedInPublic, isNamedTo } from './link-sight.ts'

const plain = { isConfidential: false, isWithdrawn: false, reference: '17-1-0134', leadDeputyId: 'd1' }

test('SUG-35 beside a public motion stands only a suggestion that is public itself', () => {
  expect(isNamedInPublic(plain)).toBe(true)
  for (const hidden of [{ reference: null }, { isWithdrawn: true }, { isConfidential: true }]) {
    expect(isNamedInPublic({ ...plain, ...hidden })).toBe(false)
  }
})

test('SUG-33 a confidential suggestion is named to the deputies’ committee and its lead deputy, to nobody else', () => {
  const secret = { ...plain, isConfidential: true }
  const named = [
    person('deputies_affairs'),
    person('leader'),
    person('special_committee'),
    person('deputy', 'd1'),
    person('deputy', 'd2'),
  ]
  expect(named.map((it) => isNamedTo(it, secret))).toEqual([true, false, false, true, false])
  expect(named.every((it) => isNamedTo(it, plain))).toBe(true)
})

function person(role: Role, deputyId: string | null = null): Actor {
  return { id: role, congressId: 1, name: role, roles: new Set([role]), unitId: null, deputyId }
}
