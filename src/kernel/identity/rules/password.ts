import type { Duty, Policy, Role } from '../contract.ts'
import { commonPieces } from './common-passwords.ts'

/** The profile of 等级保护 (GB/T 22239 8.1.4.1), the default of a congress. */
export const defaultPolicy: Policy = { maxPasswordAgeDays: 90, passwordHistory: 5, secondFactorRoles: [] }

/** Characters; from `PASSPHRASE_LENGTH` on a password needs no mixture of kinds. */
export const MIN_LENGTH = 12
export const PASSPHRASE_LENGTH = 20
export const MIN_KINDS = 3
const MIN_DIFFERENT = 6
/** What must remain when everything common was struck out. */
const MIN_OWN = 4

/** What is wrong with a new password, as a sentence that says how to mend it, or null. Length counts characters, not bytes. */
export function passwordFault(password: string, owner: { login: string; name: string }): string | null {
  const characters = [...password]
  if (characters.length < MIN_LENGTH) return `密码太短：至少 ${MIN_LENGTH} 个字符，或用 ${PASSPHRASE_LENGTH} 个字符以上的一句话。`
  if (characters.length < PASSPHRASE_LENGTH && kindsIn(password) < MIN_KINDS) {
    return `请混用大写字母、小写字母、数字、符号中的 ${MIN_KINDS} 种，或改用 ${PASSPHRASE_LENGTH} 个字符以上的一句话。`
  }
  if (new Set(characters).size < MIN_DIFFERENT) return '密码里重复的字符太多，请换一个。'
  if (names(owner).some((name) => password.toLowerCase().includes(name))) return '密码里不要包含登录名或姓名。'
  return ownPart(password).length < MIN_OWN ? '这是很常见、最先被试的密码，请换一个。' : null
}

const DAY_MS = 86_400_000

/** What a person who signs in must do first, or null. Who comes from the identity provider has no password of ours that could age. */
export function dutyOf(
  account: { isPasswordTemporary: boolean; passwordChangedAt: Date | null; roles: readonly Role[]; hasSecondFactor: boolean },
  policy: Policy,
  way: 'password' | 'oidc',
  now: Date,
): Duty | null {
  if (way === 'oidc') return null
  if (account.isPasswordTemporary || isExpired(account.passwordChangedAt, policy, now)) return 'change_password'
  const needsFactor = policy.secondFactorRoles.some((role) => account.roles.includes(role))
  return needsFactor && !account.hasSecondFactor ? 'enrol_second_factor' : null
}

function isExpired(changedAt: Date | null, { maxPasswordAgeDays }: Policy, now: Date): boolean {
  if (maxPasswordAgeDays === 0 || changedAt === null) return false
  return now.getTime() - changedAt.getTime() >= maxPasswordAgeDays * DAY_MS
}

function kindsIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length
}

function names({ login, name }: { login: string; name: string }): string[] {
  return [login.toLowerCase(), name.toLowerCase()].filter((it) => [...it].length >= (/^[\p{Script=Han}]+$/u.test(it) ? 2 : 4))
}

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** The password without what everybody uses, also where a sign or a digit stands for the letter it looks like. */
function ownPart(password: string): string {
  const plain = strike(password.toLowerCase().replaceAll(/(?:19|20)\d\d/g, ' '))
  const read = strike(plain.replaceAll(/[013457@$]/g, (it) => lookAlikes[it] ?? it))
  return [plain, read].map(lettersAndDigits).toSorted((a, b) => a.length - b.length)[0] ?? ''
}

function strike(text: string): string {
  return commonPieces.reduce((left, piece) => left.replaceAll(piece, ' '), text).replaceAll(/(.)\1{2,}/gu, ' ')
}

function lettersAndDigits(text: string): string {
  return text.replaceAll(/[^\p{L}\p{Nd}]/gu, '')
}
