import { expect, test } from 'vitest'
import type { Actor, Role } from '../contract.ts'
import { allowed, grantRefusal, lastRefusal, refusal, revokeRefusal, type Facts } from './administration.ts'
import { isCodeBlocked, slowDown } from './guessing.ts'
import { maskPhone } from './mask.ts'
import { networkOf } from './network.ts'
import { defaultPolicy, dutyOf, passwordFault } from './password.ts'

const owner = { login: 'wangmin', name: '王敏' }

test.each([
  ['Kx7#mPq2vLa', '太短'],
  ['kxmpqvlatrwn', '3 种'],
  ['Password1234!', '常见'],
  ['P@ssw0rd2024!!', '常见'],
  ['Admin@123456', '常见'],
  ['Qwerty!@#1234', '常见'],
  ['1qaz2wsx3edc4rfv5TGB!', '常见'],
  ['Woaini5201314!', '常见'],
  ['Aa1!Aa1!Aa1!', '重复'],
  ['a'.repeat(30), '重复'],
  ['Wangmin-8fkq2z', '登录名'],
  ['王敏Kx7mPq2vLazz', '姓名'],
])('PLT-02 the password %s is refused', (password, because) => {
  expect(passwordFault(password, owner)).toContain(because)
})

test.each([
  'Kx7#mPq2vLat',
  'kxmpqvlatr7#',
  'correct horse battery staple',
  '春风又绿江南岸明月何时照我还一二三四五六',
  '中'.repeat(1) + 'Kx7mPq2vLat',
  `${'correct horse battery staple '.repeat(4)}!`,
])('PLT-02 the password %s is accepted', (password) => {
  expect(passwordFault(password, owner)).toBeNull()
})

test('PLT-02 a password ages by days of the policy, and 0 days means never', () => {
  const changedAt = new Date('2026-01-01T00:00:00Z')
  const account = {
    isPasswordTemporary: false,
    passwordChangedAt: changedAt,
    roles: ['leader'] as Role[],
    hasSecondFactor: false,
  }
  const after = (days: number, ms = 0) => new Date(changedAt.getTime() + days * 86_400_000 + ms)
  expect(dutyOf(account, defaultPolicy, 'password', after(90, -1))).toBeNull()
  expect(dutyOf(account, defaultPolicy, 'password', after(90))).toBe('change_password')
  expect(dutyOf(account, defaultPolicy, 'oidc', after(90))).toBeNull()
  expect(dutyOf(account, { ...defaultPolicy, maxPasswordAgeDays: 0 }, 'password', after(9000))).toBeNull()
  expect(dutyOf({ ...account, isPasswordTemporary: true }, defaultPolicy, 'password', changedAt)).toBe('change_password')
  const strict = { ...defaultPolicy, secondFactorRoles: ['leader'] as Role[] }
  expect(dutyOf(account, strict, 'password', changedAt)).toBe('enrol_second_factor')
  expect(dutyOf({ ...account, hasSecondFactor: true }, strict, 'password', changedAt)).toBeNull()
})

test.each([
  ['203.0.113.9', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '203.0.113.0/24'],
  ['2001:db8:1:2ff::9', '2001:db8:1:200::/56'],
  ['2001:db8:1:2aa:1:2:3:4', '2001:db8:1:200::/56'],
  ['::1', '0:0:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  ['nonsense', 'unknown'],
  ['1:2:3', 'unknown'],
])('PLT-02 the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('PLT-02 spread guessing slows everybody a little, never without end', () => {
  expect([0, 99, 100, 500, 1_000_000].map(slowDown)).toEqual([0, 0, 250, 1250, 3000])
})

test('PLT-02 twenty wrong codes close unfamiliar networks for an hour, familiar ones never', () => {
  const failedAt = new Date('2026-01-01T00:00:00Z')
  const blocked = (failures: number, minutes: number, isFamiliar = false) =>
    isCodeBlocked({ failures, failedAt, isFamiliar }, new Date(failedAt.getTime() + minutes * 60_000))
  expect([blocked(19, 0), blocked(20, 0), blocked(20, 59), blocked(20, 60), blocked(500, 0, true)]).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
})

test('PLT-16 a phone is masked as the standard asks', () => {
  expect([maskPhone('13800138000'), maskPhone('138')]).toEqual(['138****8000', '****'])
})

const person = (id: string, ...roles: Role[]): Actor => ({
  id,
  congressId: 1,
  name: id,
  roles: new Set(roles),
  unitId: null,
  deputyId: null,
})
const account = (id: string, more: Partial<Facts> = {}): Facts => ({
  id,
  roles: [],
  isEnabled: true,
  hasSecondFactor: true,
  hasPhone: true,
  unitId: null,
  deputyId: null,
  ...more,
})
const system = person('s', 'system_admin')
const security = person('k', 'security_admin')

test('PLT-02 what each administrator may do to an ordinary account', () => {
  const target = account('x', { roles: ['leader'] })
  expect(allowed(system, target)).toEqual(['edit', 'disable', 'resetPassword', 'resetSecondFactor', 'revealPhone', 'bindSubject'])
  expect(allowed(security, target)).toEqual(['grant', 'revoke'])
  expect(allowed(person('a', 'audit_admin'), target)).toEqual([])
  expect(allowed(person('l', 'leader'), target)).toEqual([])
})

test('PLT-02 nobody acts on their own account, and nobody takes over another administrator', () => {
  expect(allowed(system, account('s', { roles: ['system_admin'] }))).toEqual(['edit', 'revealPhone'])
  expect(allowed(security, account('k', { roles: ['security_admin'] }))).toEqual([])
  expect(allowed(system, account('k', { roles: ['security_admin'] }))).toEqual(['edit', 'disable', 'revealPhone'])
  expect(refusal(system, account('k', { roles: ['security_admin'] }), 'resetPassword')?.code).toBe('administrator-account')
})

test('PLT-02 no two of the three administrators in one account, no duplicate, no role without its person or unit', () => {
  const code = (it: Partial<Facts>, role: Role) => grantRefusal(account('x', it), role)?.code
  for (const held of ['system_admin', 'security_admin', 'audit_admin'] as const) {
    for (const asked of ['system_admin', 'security_admin', 'audit_admin'] as const) {
      expect(code({ roles: [held] }, asked)).toBe(held === asked ? 'has-role' : 'one-administrator')
    }
    expect(code({ roles: [held] }, 'leader')).toBeUndefined()
  }
  expect([code({}, 'deputy'), code({ deputyId: 'd' }, 'deputy')]).toEqual(['no-deputy', undefined])
  expect([code({}, 'handling_unit'), code({ unitId: 'u' }, 'handling_unit')]).toEqual(['no-unit', undefined])
})

test('PLT-02 the last administrator of a kind stays', () => {
  const target = account('x', { roles: ['audit_admin', 'leader'] })
  expect(revokeRefusal(target, 'audit_admin', 1)?.code).toBe('last-administrator')
  expect(revokeRefusal(target, 'audit_admin', 2)).toBeNull()
  expect(revokeRefusal(target, 'leader', 0)).toBeNull()
  expect(revokeRefusal(target, 'deputy', 0)?.code).toBe('lacks-role')
  expect(lastRefusal(1)?.code).toBe('last-administrator')
})
