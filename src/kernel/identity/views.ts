import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { AccountRow } from './account-store.ts'
import type { LogRow } from './audit-log-store.ts'
import type { Account, Actor, AuditEntry, Duty, Me, SessionList } from './contract.ts'
import { phonePlace, type Parts } from './parts.ts'
import { allowed, type Facts } from './rules/administration.ts'
import { maskPhone } from './rules/mask.ts'
import type { listLive } from './session-store.ts'

export function factsOf(it: AccountRow): Facts {
  const { id, roles, isEnabled, unitId, deputyId } = it
  return { id, roles, isEnabled, unitId, deputyId, hasSecondFactor: it.totpCipher !== null, hasPhone: it.phoneCipher !== null }
}

export function toMe(it: AccountRow, session: { expiresAt: Date; duty: Duty | null }): Me {
  return {
    id: it.id,
    login: it.login,
    name: it.name,
    roles: it.roles,
    unit: named(it.unitId, it.unitName),
    deputyId: it.deputyId,
    duty: session.duty,
    hasSecondFactor: it.totpCipher !== null,
    passwordChangedAt: it.passwordChangedAt?.toISOString() ?? null,
    sessionExpiresAt: session.expiresAt.toISOString(),
  }
}

/** The whitelist of what an administrator sees: no hash, no secret, the phone masked. */
export function toAccount(it: AccountRow, actor: Actor, fields: FieldCipher): Account {
  return {
    id: it.id,
    version: it.version,
    login: it.login,
    name: it.name,
    unit: named(it.unitId, it.unitName),
    deputy: named(it.deputyId, it.deputyName),
    roles: it.roles,
    isEnabled: it.isEnabled,
    phone: it.phoneCipher && maskPhone(fields.open(phonePlace(actor.congressId, it.id), it.phoneCipher)),
    hasPassword: it.passwordHash !== null,
    hasSecondFactor: it.totpCipher !== null,
    externalSubject: it.externalSubject,
    passwordChangedAt: it.passwordChangedAt?.toISOString() ?? null,
    createdAt: it.createdAt.toISOString(),
    allowed: allowed(actor, factsOf(it)),
  }
}

export function toSessionList(rows: Awaited<ReturnType<typeof listLive>>, currentId: string): SessionList {
  const items = rows.map(({ id, client, createdAt, seenAt, expiresAt }) => ({
    id,
    client,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isCurrent: id === currentId,
  }))
  return { items }
}

export function toAuditEntry(it: LogRow, sentenceOf: Parts['sentenceOf'], locale: Locale): AuditEntry {
  const { id, name, subjectId, actorId, actorName, actorLogin } = it
  const actor = actorId && actorName && actorLogin ? { id: actorId, name: actorName, login: actorLogin } : null
  return { id, at: it.at.toISOString(), name, subjectId, actor, sentence: sentenceOf(it, locale) }
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id !== null && name !== null ? { id, name } : null
}
