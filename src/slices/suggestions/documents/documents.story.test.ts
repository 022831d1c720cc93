import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { SESSION_COOKIE, openSession } from '#kernel/identity/api.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../../tests/support/house.ts'

const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'minyi-papers-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
const committee = await house.person('deputies_affairs')
const leader = await house.person('leader')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const otherUnit = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const text = {
  title: '关于老旧小区改造充分听取居民意见的建议',
  matter: '老旧小区改造中，居民对改什么、怎么改的意见没有渠道反映。',
  requests: ['改造前征求居民意见', '改造后开展满意度测评'],
  category: 'construction',
}
const answer = {
  class: 'B',
  documentNumber: '房函〔2022〕12号',
  signer: '李局长',
  contact: '办公室 张某 12345',
  text: '现答复如下。',
  points: ['已建立居民点单机制。', '改造后逐户回访。'],
}

test('SUG-24 who may not see a suggestion may not print it, and a draft is its author’s alone', async () => {
  const id = await bring('draft')
  const path = `/suggestions/${id}/documents/paper`
  expect((await house.visitor.call('GET', path)).status).toBe(401)
  for (const person of [stranger, committee, handler, foreigner]) expect((await person.call('GET', path)).status).toBe(404)
  const assigned = await bring('assigned')
  expect((await otherUnit.call('GET', `/suggestions/${assigned}/documents/hand-over`)).status).toBe(404)
  expect((await foreigner.call('GET', `/suggestions/${assigned}/documents/paper`)).status).toBe(404)
})

test('SUG-30 the report is for the deputies’ committee and leaders', async () => {
  expect((await house.visitor.call('GET', '/suggestions/report')).status).toBe(401)
  for (const person of [deputy, handler]) expect((await person.call('GET', '/suggestions/report')).status).toBe(403)
})

test('SUG-24 no notice before the hand-over, no letter before the reply, no round that never was', async () => {
  const registered = await bring('registered')
  const handOver = await committee.call('GET', `/suggestions/${registered}/documents/hand-over`)
  expect(handOver).toMatchObject({ status: 409, body: { code: 'not-handed-over' } })
  for (const kind of ['reply', 'rating-form']) {
    const early = await committee.call('GET', `/suggestions/${registered}/documents/${kind}`)
    expect(early).toMatchObject({ status: 409, body: { code: 'not-replied' } })
  }
  const replied = await bring('replied')
  expect((await committee.call('GET', `/suggestions/${replied}/documents/reply?round=2`)).status).toBe(409)
  expect((await committee.call('GET', `/suggestions/${replied}/documents/bill`)).status).toBe(422)
})

test('SUG-24 the paper of a draft says that it is one; a registered one has its number and room to sign', async () => {
  const draft = await print(deputy, `/suggestions/${await bring('draft')}/documents/paper`)
  expect(draft).toContain('草稿')
  expect(draft).toContain('尚未编号')
  const id = await bring('registered')
  const { number } = (await committee.call('GET', `/suggestions/${id}`)).body
  const paper = await print(committee, `/suggestions/${id}/documents/paper`)
  expect(paper).not.toContain('草稿')
  inOrder(paper, [
    `第${number}号`,
    '示例市第十七届人民代表大会闭会期间',
    text.title,
    '王敏',
    '一、事由',
    '1.改造前',
    '2.改造后',
    '签名',
  ])
})

test('PLT-08 the notice names unit, last day and its legal basis, and leaves the number to the office', async () => {
  const id = await bring('assigned')
  const paper = await print(handler, `/suggestions/${id}/documents/hand-over`)
  inOrder(paper, [
    '代表工作委员会文件',
    '〔2022〕号',
    '的通知',
    '市房产局：',
    '2022年6月1日',
    '第五十一条',
    '签收',
    '文号由印发机关',
  ])
  const count = await house.connection.pool.query('select count(*)::int as n from documents.number_register')
  expect(count.rows[0]).toEqual({ n: 0 })
})

test('SUG-24 the letter answers each numbered request, with class, signer, contact and copy', async () => {
  const id = await bring('replied')
  const paper = await print(deputy, `/suggestions/${id}/documents/reply`)
  const answers = ['一、关于“改造前征求居民意见”', '已建立居民点单机制。', '二、关于“改造后开展满意度测评”', '改造后逐户回访。']
  inOrder(paper, ['市房产局', 'B类', '房函〔2022〕12号', '签发人：李局长', '王敏代表：', ...answers, '2022年3月1日'])
  inOrder(paper, ['联系人：办公室张某联系电话：12345', '抄送：示例市人大常委会代表工作委员会'])
})

test('SUG-25 the form is empty before the rating and ticked after it', async () => {
  const id = await bring('replied')
  const path = `/suggestions/${id}/documents/rating-form`
  expect(await print(deputy, path)).toContain('□满意□基本满意□不满意')
  await ok(deputy, `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'basically_satisfied' })
  inOrder(await print(committee, path), ['■满意□基本满意', '□满意■基本满意'])
})

test('PLT-08 every paper is a Word file too, under a name that a person understands', async () => {
  const id = await bring('replied')
  for (const kind of ['paper', 'hand-over', 'reply', 'rating-form']) {
    const { bytes, headers } = await download(committee, `/suggestions/${id}/documents/${kind}?format=docx`)
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(/第\d+号-.+\.docx/)
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('SUG-30 the report says what the rows say, each rate with its denominator', async () => {
  const summary = (await committee.call('GET', '/suggestions/summary')).body
  const report = await print(leader, '/suggestions/report')
  inOrder(report, [
    '数据截至2022年3月1日',
    `已交办代表建议${summary.handedOver}件，已答复${summary.replied}件，办复率${summary.replyRate}`,
    `面商率`,
    `办理态度`,
    '1100.0%',
    '城乡建设',
    '市房产局',
    '分母为零的记为“—”',
  ])
  const word = await download(leader, '/suggestions/report?format=docx')
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
})

/** Takes a suggestion of the deputy to a status. */
async function bring(to: 'draft' | 'registered' | 'assigned' | 'replied'): Promise<string> {
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  if (to === 'draft') return id
  await ok(deputy, `/suggestions/${id}/submit`)
  await ok(committee, `/suggestions/${id}/register`)
  if (to === 'registered') return id
  await ok(committee, `/suggestions/${id}/assign`, { unitId: house.unitIds.housing })
  if (to === 'assigned') return id
  await ok(handler, `/suggestions/${id}/accept`)
  await ok(handler, `/suggestions/${id}/contacts`, { kind: 'meeting', contactedOn: '2022-03-01', note: '座谈' })
  await ok(handler, `/suggestions/${id}/reply`, answer)
  return id
}

async function ok(person: Person, path: string, body?: object): Promise<void> {
  const reply = await person.call('POST', path, body)
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
}

/** The bytes, which the text-minded `call` would garble. */
async function download(person: Person, path: string): Promise<{ bytes: Buffer; headers: Record<string, unknown> }> {
  const session = await house.in(CITY, (tx) => openSession(tx, person.accountId, 'test', house.now()))
  const answer = await house.app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { host: 'city.localhost' },
    cookies: { [SESSION_COOKIE]: session.token },
  })
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
  return { bytes: answer.rawPayload, headers: answer.headers }
}

/** The text of the PDF without spaces. */
async function print(person: Person, path: string): Promise<string> {
  const file = join(folder, 'paper.pdf')
  await writeFile(file, (await download(person, path)).bytes)
  const { stdout } = await run('pdftotext', ['-layout', file, '-'])
  return stdout.replaceAll(/\s/g, '')
}

function inOrder(whole: string, parts: readonly string[]): void {
  let at = 0
  for (const part of parts) {
    const found = whole.indexOf(part, at)
    expect(found, `${part} after position ${at} in ${whole}`).toBeGreaterThanOrEqual(at)
    at = found + 1
  }
}
