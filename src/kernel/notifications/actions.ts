import type { Act } from '#kernel/identity/act.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import { newId } from '#lib/id.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import type { Preferences, PreferencesInput, WebhookEdit, WebhookInput } from './contract.ts'
import { getPreference, savePreference } from './digest-store.ts'
import { record } from './events.ts'
import { mailOf, secretOf } from './sealed.ts'
import { forbiddenReason, type Outbound } from './webhooks/outbound.ts'
import { newSecret } from './webhooks/signature.ts'
import {
  deleteWebhook,
  findDelivery,
  findWebhook,
  insertWebhook,
  reopenDelivery,
  updateWebhook,
  type WebhookRow,
} from './webhooks/store.ts'

export async function showPreferences({ tx, actor }: Act, cipher: FieldCipher, canMail: boolean): Promise<Preferences> {
  const { isDigestMailed, mailCipher } = await getPreference(tx, actor.id)
  return {
    isDigestMailed,
    mail: mailCipher === null ? null : masked(cipher.open(mailOf(tx.congressId, actor.id), mailCipher)),
    canMail,
  }
}

export async function setPreferences({ tx, actor, now }: Act, cipher: FieldCipher, input: PreferencesInput): Promise<void> {
  const { mailCipher } = await getPreference(tx, actor.id)
  const given = input.mail === null || input.mail === undefined ? null : cipher.seal(mailOf(tx.congressId, actor.id), input.mail)
  await savePreference(tx, actor.id, {
    isDigestMailed: input.isDigestMailed,
    mailCipher: input.mail === undefined ? mailCipher : given,
  })
  const payload = { isDigestMailed: input.isDigestMailed, isMailChanged: input.mail !== undefined }
  await record(tx, now, { name: 'notice_preferences.changed', subjectId: actor.id, actorId: actor.id, payload })
}

export async function createWebhook(
  { tx, actor, now }: Act,
  cipher: FieldCipher,
  outbound: Outbound,
  input: WebhookInput,
): Promise<WebhookRow & { secret: string }> {
  refuseTarget(input.url, outbound)
  const id = newId()
  const secret = newSecret()
  const row = { id, ...input, secretCipher: cipher.seal(secretOf(tx.congressId, id), secret), isEnabled: true, createdAt: now }
  await insertWebhook(tx, row, actor.id)
  await record(tx, now, { name: 'webhook.created', subjectId: row.id, actorId: actor.id, payload: shown(input) })
  return { ...row, secret }
}

export async function editWebhook(
  { tx, actor, now }: Act,
  outbound: Outbound,
  id: string,
  input: WebhookEdit,
): Promise<WebhookRow> {
  const row = await findWebhook(tx, id)
  if (!row) throw notFound('这个对外推送')
  refuseTarget(input.url, outbound)
  await updateWebhook(tx, id, input)
  const payload = { ...shown(input), isEnabled: input.isEnabled }
  await record(tx, now, { name: 'webhook.edited', subjectId: id, actorId: actor.id, payload })
  return { ...row, ...input }
}

export async function removeWebhook({ tx, actor, now }: Act, id: string): Promise<void> {
  const row = await findWebhook(tx, id)
  if (!row) throw notFound('这个对外推送')
  await deleteWebhook(tx, id)
  await record(tx, now, { name: 'webhook.removed', subjectId: id, actorId: actor.id, payload: shown(row) })
}

/** Opens a delivery for one more round of attempts; its id stays, so the receiver can tell the repeat. */
export async function retryDelivery({ tx, actor, now }: Act, webhookId: string, deliveryId: string): Promise<void> {
  const [webhook, delivery] = [await findWebhook(tx, webhookId), await findDelivery(tx, deliveryId)]
  if (!webhook || delivery?.webhookId !== webhookId) throw notFound('这次投递')
  await reopenDelivery(tx, deliveryId)
  const payload = { host: new URL(webhook.url).host }
  await record(tx, now, { name: 'delivery.retried', subjectId: webhookId, actorId: actor.id, payload })
}

/** Says at once what the address itself forbids; what its name stands for is checked before every delivery. */
function refuseTarget(url: string, outbound: Outbound): void {
  if (forbiddenReason(new URL(url), outbound) === null) return
  const message = '这个地址不能推送：须以 https:// 开头，并且在公共网络上；内部系统请由运维人员加入允许名单。'
  throw new Problem(422, 'webhook-target', message, { fields: [{ path: 'url', message }] })
}

/** The path may carry a token of the receiver, so only the host goes on record. */
function shown({ url, events }: { url: string; events: string[] }): { host: string; events: string[] } {
  return { host: new URL(url).host, events }
}

function masked(mail: string): string {
  return mail.replace(/^(.).*(@.*)$/, '$1***$2')
}
