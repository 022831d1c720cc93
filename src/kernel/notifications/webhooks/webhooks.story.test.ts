import { createHmac } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { buildHouse, CITY, PROVINCE } from '../../../../tests/support/house.ts'
import { openReceiver } from '../../../../tests/support/receiver.ts'
import { jobsFor, runJob, workOff } from '../../../../tests/support/work.ts'

const house = await buildHouse()
const receiver = await openReceiver()
afterAll(() => receiver.close())
const jobs = jobsFor()
const admin = await house.person('system_admin')
const foreignAdmin = await house.person('system_admin', { congressId: PROVINCE })
const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs')

const text = { title: '关于增设公交站点的建议', matter: '出行不便。', requests: ['增设站点'], category: 'construction' }
const made = await admin.call('POST', '/webhooks', { url: `${receiver.url}/hook?token=t`, events: ['suggestion.*'] })
const { id, secret } = made.body

beforeEach(() => {
  receiver.received.length = 0
  receiver.answers.length = 0
})

test('PLT-07 only the system administrator of a congress sees and changes its webhooks; the secret is shown once', async () => {
  expect(made.status).toBe(201)
  const hook = { url: `${receiver.url}/`, events: ['*'] }
  for (const person of [committee, deputy]) {
    expect((await person.call('POST', '/webhooks', hook)).status).toBe(403)
    expect((await person.call('GET', '/webhooks')).status).toBe(403)
  }
  expect((await foreignAdmin.call('GET', '/webhooks')).body.items).toEqual([])
  expect((await foreignAdmin.call('GET', `/webhooks/${id}/deliveries`)).status).toBe(404)
  expect((await foreignAdmin.call('PUT', `/webhooks/${id}`, { ...hook, isEnabled: false })).status).toBe(404)
  expect((await foreignAdmin.call('DELETE', `/webhooks/${id}`)).status).toBe(404)
  const listed = (await admin.call('GET', '/webhooks')).body.items
  expect(listed).toMatchObject([{ id, isEnabled: true }])
  expect(JSON.stringify(listed)).not.toContain(secret)
  const stored = await house.in(CITY, (tx) =>
    tx.db.selectFrom('notifications.webhook').select('secret_cipher').executeTakeFirst(),
  )
  expect(stored?.secret_cipher).not.toContain(secret)
})

test.each(['http://example.cn/', 'https://127.0.0.1/', 'https://[::ffff:10.0.0.1]/', 'https://192.168.1.1/', 'ftp://localhost/'])(
  'PLT-07 %s is refused with a sentence',
  async (url) => {
    expect(await admin.call('POST', '/webhooks', { url, events: ['*'] })).toMatchObject({ status: 422 })
  },
)

test('PLT-07 a delivery is signed; its payload travels only with public events, restricted ones stay', async () => {
  await submit()
  const names = receiver.received.map((it) => JSON.parse(it.body).type)
  // The draft is a restricted event; the submission a public one.
  expect(names).toEqual(['suggestion.submitted'])
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]]
  const signed = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  expect(headers['webhook-timestamp']).toBe(String(house.now().getTime() / 1000))
  // What nobody outside may know yet stays, though the event will be public; after registration the title may leave.
  expect(JSON.parse(body).data).toEqual({ subjectId: expect.any(String) })
  await committee.call('POST', `/suggestions/${JSON.parse(body).data.subjectId}/register`)
  await workOff(house, jobs)
  expect(JSON.parse(receiver.received[1]!.body).data.payload).toMatchObject({ title: text.title, number: 1 })
})

test('PLT-07 an internal event says that it happened and to what, not what was said', async () => {
  const suggestion = await submit()
  await committee.call('POST', `/suggestions/${suggestion}/return`, { reason: '请写明站点名称' })
  await workOff(house, jobs)
  const last = JSON.parse(receiver.received.at(-1)!.body)
  expect(last).toMatchObject({ type: 'suggestion.returned', data: { subjectId: suggestion } })
  expect(receiver.received.at(-1)!.body).not.toContain('站点名称')
})

test('SUG-33 of a confidential suggestion the outside learns that something happened, and nothing else', async () => {
  const confidential = await submit({ isConfidential: true })
  await committee.call('POST', `/suggestions/${confidential}/register`)
  await workOff(house, jobs)
  const last = JSON.parse(receiver.received.at(-1)!.body)
  expect(last).toMatchObject({ type: 'suggestion.registered', data: { subjectId: confidential } })
  expect(receiver.received.map((it) => it.body).join()).not.toContain('公交站点')
})

test('PLT-07 what was not taken is tried again under the same id, and the log tells', async () => {
  receiver.answers.push({ status: 500 })
  await submit()
  const [newest] = await log()
  expect(newest).toMatchObject({ state: 'pending', attempts: 1, statusCode: 500, event: 'suggestion.submitted' })
  await deliver(newest.id)
  await deliver(newest.id)
  expect(receiver.received).toHaveLength(2)
  expect(new Set(receiver.received.map((it) => it.headers['webhook-id']))).toEqual(new Set([newest.id]))
  expect((await log())[0]).toMatchObject({ state: 'delivered', attempts: 2, statusCode: 200, problem: null })
  await admin.call('POST', `/webhooks/${id}/deliveries/${newest.id}/retry`)
  await workOff(house, jobs)
  expect(receiver.received.at(-1)!.headers['webhook-id']).toBe(newest.id)
  expect((await foreignAdmin.call('POST', `/webhooks/${id}/deliveries/${newest.id}/retry`)).status).toBe(404)
})

test('PLT-07 a redirect is not followed', async () => {
  receiver.answers.push({ status: 302, headers: { location: `${receiver.url}/elsewhere` } })
  await submit()
  expect(receiver.received.map((it) => it.path)).toEqual(['/hook?token=t'])
  expect((await log())[0]).toMatchObject({ state: 'pending', statusCode: 302 })
})

test('PLT-07 after the tenth failed attempt a delivery has failed for good', async () => {
  receiver.answers.push(...Array.from({ length: 10 }, () => ({ status: 503 })))
  await submit()
  const [newest] = await log()
  for (let attempt = 2; attempt <= 9; attempt += 1) await expect(deliver(newest.id)).rejects.toThrow('503')
  await deliver(newest.id)
  expect((await log())[0]).toMatchObject({ state: 'failed', attempts: 10 })
  await deliver(newest.id)
  expect(receiver.received).toHaveLength(10)
})

test('PLT-07 a second run of the telling job makes no second delivery', async () => {
  await submit()
  const before = await log()
  const { eventId } = before[0]!
  await Promise.all([1, 2, 3].map(() => runJob(house, jobs, 'audit.tell', { congressId: CITY, eventId })))
  await workOff(house, jobs)
  expect(await log()).toEqual(before)
  expect(receiver.received).toHaveLength(1)
})

test('PLT-07 a webhook that was switched off gets nothing, one that was removed leaves no log, and both are on record', async () => {
  await admin.call('PUT', `/webhooks/${id}`, { url: `${receiver.url}/`, events: ['*'], isEnabled: false })
  await submit()
  expect(receiver.received).toEqual([])
  expect((await admin.call('DELETE', `/webhooks/${id}`)).status).toBe(200)
  expect((await admin.call('GET', `/webhooks/${id}/deliveries`)).status).toBe(404)
  const events = await house.in(CITY, (tx) =>
    tx.db.selectFrom('audit.event').select(['name', 'payload']).where('subject_id', '=', id).orderBy('id').execute(),
  )
  expect(events.map((it) => it.name)).toEqual(['webhook.created', 'delivery.retried', 'webhook.edited', 'webhook.removed'])
  expect(JSON.stringify(events)).not.toContain('token=t')
})

async function submit(more = {}): Promise<string> {
  const suggestion = (await deputy.call('POST', '/suggestions', { ...text, ...more })).body.id
  expect((await deputy.call('POST', `/suggestions/${suggestion}/submit`)).status).toBe(200)
  await workOff(house, jobs)
  return suggestion
}

function deliver(deliveryId: string): Promise<void> {
  return runJob(house, jobs, 'notifications.deliver-webhook', { congressId: CITY, deliveryId })
}

async function log() {
  return (await admin.call('GET', `/webhooks/${id}/deliveries`)).body.items
}
