import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_S = 30
const RESCUE_CODES = 10

export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that authenticators read from the drawing (RFC 6238: SHA-1, six digits, 30 seconds). */
export function enrolmentUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: PERIOD_S }).toString()
}

/** The 30-second step to which a code belongs, one step early or late at most, or null where it fits none of them. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = TOTP.validate({ token: code, secret: Secret.fromBase32(secret), period: PERIOD_S, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta
}

/** Ten codes for the day on which the phone is lost, 80 random bits each: `ABCD-EFGH-IJKL-MNOP`. */
export function newRescueCodes(): string[] {
  return Array.from({ length: RESCUE_CODES }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32
    return text.match(/.{4}/g)!.join('-')
  })
}

/** What a person typed, without the spaces and hyphens that make it readable. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase()
}

export function isOneTimeCode(code: string): boolean {
  return /^\d{6}$/.test(code)
}

export function hashCode(code: string): Buffer {
  return createHash('sha256').update(plainCode(code)).digest()
}
