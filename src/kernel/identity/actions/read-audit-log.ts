import { cutPage } from '#lib/http/page.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { Act } from '../act.ts'
import { listLog } from '../audit-log-store.ts'
import type { AuditEntry, AuditQuery } from '../contract.ts'
import { record } from '../events.ts'
import type { Parts } from '../parts.ts'
import { toAuditEntry } from '../views.ts'

/** 查阅审计日志. Who looked at what is written in the same transaction as the look. */
export async function readAuditLog(
  { tx, actor, now }: Act,
  { sentenceOf }: Parts,
  query: AuditQuery,
  locale: Locale,
): Promise<{ items: AuditEntry[]; next: string | null }> {
  const page = cutPage(await listLog(tx, query), query.limit, (it) => it.id)
  const { limit: _limit, cursor: _cursor, ...asked } = query
  const filters = Object.fromEntries(Object.entries(asked).filter((it): it is [string, string] => it[1] !== undefined))
  const payload = { filters, count: page.items.length }
  await record(tx, now, { name: 'audit_log.read', subjectId: actor.id, actorId: actor.id, payload })
  return { items: page.items.map((it) => toAuditEntry(it, sentenceOf, locale)), next: page.next }
}
