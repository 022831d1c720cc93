import type { FieldPlace } from '#lib/crypto/field-cipher.ts'

/** Where a webhook's secret lives; it opens nowhere else. */
export function secretOf(congressId: number, webhookId: string): FieldPlace {
  return { congressId, table: 'notifications.webhook', column: 'secret_cipher', row: webhookId }
}

/** Where the address of a person's digest lives. */
export function mailOf(congressId: number, accountId: string): FieldPlace {
  return { congressId, table: 'notifications.preference', column: 'mail_cipher', row: accountId }
}
