import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A new secret of 32 random bytes, in the form of the Standard Webhooks specification (standardwebhooks.com). */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/**
 * The headers that let a receiver check a delivery: HMAC-SHA256 over `id.timestamp.body`. The id stays the same for every attempt, so
 * a receiver can tell a repeat; the timestamp (seconds) is of this attempt, so a receiver can refuse an old recording.
 */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Minyi-Webhook/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
