import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { CSRF_COOKIE, SESSION_COOKIE, openSession } from '#kernel/identity/api.ts'
import { listNumbers } from '#kernel/documents/api.ts'
import { goodFiles } from '#kernel/files/attack-corpus.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../../tests/support/house.ts'
import { answer, bring, ok, promise, respond, text, type Reached } from '../../../../tests/support/suggestion.ts'

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

const cast = { deputy, committee, handler }
const take = (to: Reached) => bring(cast, to, { answer: promise })

test('SUG-24 who may not see a suggestion may not print it, and a draft is its author’s alone', async () => {
  const id = await take('draft')
  const path = `/suggestions/${id}/documents/paper`
  expect((await house.visitor.call('GET', path)).status).toBe(401)
  for (const person of [stranger, committee, handler, foreigner]) expect((await person.call('GET', path)).status).toBe(404)
  const assigned = await take('assigned')
  expect((await otherUnit.call('GET', `/suggestions/${assigned}/documents/hand-over`)).status).toBe(404)
  expect((await foreigner.call('GET', `/suggestions/${assigned}/documents/paper`)).status).toBe(404)
})

test('SUG-30 the report is for the deputies’ committee and leaders', async () => {
  expect((await house.visitor.call('GET', '/suggestions/report')).status).toBe(401)
  for (const person of [deputy, handler]) expect((await person.call('GET', '/suggestions/report')).status).toBe(403)
})

test('SUG-24 no notice before the hand-over, no letter before the reply, no round that never was', async () => {
  const registered = await take('registered')
  const handOver = await committee.call('GET', `/suggestions/${registered}/documents/hand-over`)
  expect(handOver).toMatchObject({ status: 409, body: { code: 'not-handed-over' } })
  for (const kind of ['reply', 'rating-form']) {
    const early = await committee.call('GET', `/suggestions/${registered}/documents/${kind}`)
    expect(early).toMatchObject({ status: 409, body: { code: 'not-replied' } })
  }
  const replied = await take('replied')
  expect((await committee.call('GET', `/suggestions/${replied}/documents/reply?round=2`)).status).toBe(409)
  expect((await committee.call('GET', `/suggestions/${replied}/documents/bill`)).status).toBe(422)
})

test('SUG-24 the paper of a draft says that it is one; a registered one has its number and room to sign', async () => {
  const draft = await print(deputy, `/suggestions/${await take('draft')}/documents/paper`)
  expect(draft).toContain('草稿')
  expect(draft).toContain('尚未编号')
  const id = await take('registered')
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

test('PLT-08 the notice names unit, last day and its legal basis, under a number from the register', async () => {
  const id = await take('assigned')
  const { noticeNumber } = (await handler.call('GET', `/suggestions/${id}`)).body
  expect(noticeNumber).toMatch(/^人办〔2022〕[1-9]\d*号$/)
  const paper = await print(handler, `/suggestions/${id}/documents/hand-over`)
  inOrder(paper, ['代表工作委员会文件', noticeNumber, '的通知', '市房产局：', '2022年6月1日', '第五十一条', '签收'])
  expect(paper).not.toContain('文号由印发机关')
  expect((await handler.call('GET', `/suggestions/${id}/timeline`)).body.items.at(-1).sentence).toContain(noticeNumber)
})

test('PLT-08 two at once, refused ones, and ten in a row: a number for each hand-over, none twice, none lost', async () => {
  const register = () => house.in(CITY, (tx) => listNumbers(tx, '人办', 2022))
  const before = (await register()).length
  const ids = await Promise.all(Array.from({ length: 5 }, () => take('registered')))
  const hand = (id: string, unitId: unknown) =>
    committee.call('POST', `/suggestions/${id}/assign`, { handlers: [{ unitId, part: 'lead' }] })
  const twice = await Promise.all(ids.flatMap((id) => [hand(id, handler.unitId), hand(id, handler.unitId)]))
  expect(twice.map((it) => it.status).filter((status) => status === 200).length).toBe(5)
  expect((await hand(await take('registered'), '01800000-0000-7000-8000-000000000000')).status).toBe(422)
  const taken = (await register()).map(({ number }) => number)
  expect(taken).toEqual(Array.from({ length: before + 5 }, (_, at) => at + 1))
  const given = await Promise.all(ids.map(async (id) => (await committee.call('GET', `/suggestions/${id}`)).body.noticeNumber))
  expect(new Set(given).size).toBe(5)
})

test('PLT-08 handed on after an objection is a notice of its own, of its own day', async () => {
  const id = await take('assigned')
  const first = (await committee.call('GET', `/suggestions/${id}`)).body.noticeNumber
  await ok(handler, 'POST', `/suggestions/${id}/object`, { reason: '属交通部门', proposedUnitId: otherUnit.unitId })
  await ok(committee, 'POST', `/suggestions/${id}/reassign`, { from: handler.unitId, handlers: [{ unitId: otherUnit.unitId }] })
  const { noticeNumber } = (await committee.call('GET', `/suggestions/${id}`)).body
  expect(noticeNumber).not.toBe(first)
  const paper = await print(otherUnit, `/suggestions/${id}/documents/hand-over`)
  inOrder(paper, [noticeNumber, '市交通局：'])
})

test('SUG-24 the letter answers each numbered request, with class, signer, contact and copy', async () => {
  const id = await take('replied')
  const paper = await print(deputy, `/suggestions/${id}/documents/reply`)
  const answers = ['一、关于“改造前征求居民意见”', '已建立居民点单机制。', '二、关于“改造后开展满意度测评”', '改造后逐户回访。']
  inOrder(paper, ['市房产局', 'B类', '房函〔2022〕12号', '签发人：李局长', '王敏代表：', ...answers, '2022年3月1日'])
  inOrder(paper, ['联系人：办公室张某联系电话：12345', '抄送：示例市人大常委会代表工作委员会'])
})

test('SUG-25 the form is empty before the rating and ticked after it', async () => {
  const id = await take('replied')
  const path = `/suggestions/${id}/documents/rating-form`
  expect(await print(deputy, path)).toContain('□满意□基本满意□不满意')
  await ok(deputy, 'POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'basically_satisfied' })
  const ticked = ['■满意□基本满意', '□满意■基本满意']
  inOrder(await print(deputy, path), ticked)
  // Until the office has decided it is the deputy's alone (SUG-33).
  for (const person of [handler, committee, leader]) expect(await print(person, path)).not.toContain('■')
  await ok(committee, 'POST', `/suggestions/${id}/close`, {})
  for (const person of [handler, committee]) inOrder(await print(person, path), ticked)
})

test('PLT-08 every paper is a Word file too, under a name that a person understands', async () => {
  const id = await take('replied')
  for (const kind of ['paper', 'hand-over', 'reply', 'rating-form']) {
    const { bytes, headers } = await download(committee, `/suggestions/${id}/documents/${kind}?format=docx`)
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(/第\d+号-.+\.docx/)
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('SUG-20 the paper lists who signed it too and when, the letter is addressed to all of them', async () => {
  const [li, zhao] = [await house.person('deputy', { name: '李华' }), await house.person('deputy', { name: '赵强' })]
  const id = await bring(cast, 'draft')
  await ok(deputy, 'POST', `/suggestions/${id}/invite`, { deputyIds: [li.deputyId, zhao.deputyId] })
  await ok(li, 'POST', `/suggestions/${id}/cosign`, { answer: 'confirmed', textVersion: 1 })
  const paper = await print(deputy, `/suggestions/${id}/documents/paper`)
  inOrder(paper, ['草稿', '联名代表', '李华（2022年3月1日确认），共1名'])
  expect(paper).not.toContain('赵强')
  await ok(deputy, 'POST', `/suggestions/${id}/submit`)
  await ok(committee, 'POST', `/suggestions/${id}/register`)
  await ok(committee, 'POST', `/suggestions/${id}/assign`, { handlers: [{ unitId: handler.unitId }] })
  await ok(handler, 'POST', `/suggestions/${id}/accept`)
  await respond(handler, id)
  expect(await print(deputy, `/suggestions/${id}/documents/reply`)).toContain('王敏等2名代表：')
})

test('SUG-22 the notice says who leads and who gives an opinion; the letter names the opinion and sends a copy', async () => {
  const id = await bring(cast, 'registered')
  const handlers = [{ unitId: handler.unitId }, { unitId: otherUnit.unitId, part: 'co', scope: '公交站点调整' }]
  await ok(committee, 'POST', `/suggestions/${id}/assign`, { handlers })
  const notice = await print(otherUnit, `/suggestions/${id}/documents/hand-over`)
  inOrder(notice, ['市房产局、市交通局：', '办理分工', '市房产局主办', '市交通局会办公交站点调整', '会办单位请于'])
  await ok(handler, 'POST', `/suggestions/${id}/accept`)
  await ok(otherUnit, 'POST', `/suggestions/${id}/accept`)
  await ok(otherUnit, 'POST', `/suggestions/${id}/opinion`, { text: '可以增设站点。' })
  await respond(handler, id)
  const letter = await print(deputy, `/suggestions/${id}/documents/reply`)
  inOrder(letter, ['会办单位提出了意见：市交通局（2022年3月1日）', '抄送：示例市人大常委会代表工作委员会，市交通局'])
})

test('SUG-22 separate units write separate letters, each for its part', async () => {
  const id = await bring(cast, 'registered')
  const handlers = [
    { unitId: handler.unitId, part: 'separate', scope: '房屋修缮' },
    { unitId: otherUnit.unitId, part: 'separate', scope: '道路通行' },
  ]
  await ok(committee, 'POST', `/suggestions/${id}/assign`, { handlers })
  for (const unit of [handler, otherUnit]) {
    await ok(unit, 'POST', `/suggestions/${id}/accept`)
    await respond(unit, id)
  }
  const letterOf = (unit: Person) => print(deputy, `/suggestions/${id}/documents/reply?unit=${unit.unitId}`)
  inOrder(await letterOf(handler), ['市房产局', '本函答复的部分：房屋修缮'])
  inOrder(await letterOf(otherUnit), ['市交通局', '本函答复的部分：道路通行'])
})

test('SUG-24 a draft letter says that it is one and is its unit’s alone; the scan goes to whoever may see the case', async () => {
  const id = await bring(cast, 'accepted')
  const path = `/suggestions/${id}/documents/reply?draft=yes`
  expect(await handler.call('GET', path)).toMatchObject({ status: 409, body: { code: 'not-drafted' } })
  await ok(handler, 'POST', `/suggestions/${id}/contacts`, { kind: 'phone', contactedOn: '2022-03-01', note: '电话沟通' })
  await ok(handler, 'PUT', `/suggestions/${id}/reply-draft`, answer)
  expect(await print(handler, path)).toContain('草稿')
  for (const person of [deputy, committee, leader, otherUnit]) expect((await person.call('GET', path)).status).toBe(404)
  const scanFileId = await upload(handler)
  await ok(handler, 'POST', `/suggestions/${id}/reply-draft/sign`, { signedOn: '2022-03-01', scanFileId })
  const scan = `/suggestions/${id}/replies/1/${handler.unitId}/scan`
  expect((await handler.call('GET', scan)).status).toBe(404)
  await ok(handler, 'POST', `/suggestions/${id}/reply`)
  expect((await house.visitor.call('GET', scan)).status).toBe(401)
  for (const person of [stranger, otherUnit, foreigner]) expect((await person.call('GET', scan)).status).toBe(404)
  expect((await download(deputy, scan)).bytes.subarray(0, 4).toString()).toBe('%PDF')
})

test('SUG-30 the report says what the pages say, each rate with its denominator', async () => {
  const { items } = (await committee.call('GET', '/suggestions/figures')).body
  const of = (id: string) => items.find((it: { id: string }) => it.id === id)
  const report = await print(leader, '/suggestions/report')
  inOrder(report, ['数据截至2022年3月1日', '2022年度代表建议', `办复率${of('reply_rate').value}`, '2022年度2021年度'])
  for (const [name, id] of [
    ['按期办复率', 'in_time_rate'],
    ['面商率', 'face_rate'],
    ['反馈率', 'feedback_rate'],
    ['首次满意率', 'first_satisfied_rate'],
    ['解决率', 'solved_rate'],
    ['落实率', 'kept_rate'],
  ] as const) {
    const { value, part, whole } = of(id)
    expect(whole, name).toBeGreaterThanOrEqual(0)
    expect(report).toContain(`${name}${value}（${part}/${whole}）`)
  }
  inOrder(report, ['城乡建设', '市房产局', '办理质量', '分母为零的记为“—”'])
  const empty = await print(leader, '/suggestions/report?year=2021')
  inOrder(empty, ['2021年度代表建议', '已交办代表建议0件', '办复率—', '2021年度2020年度'])
  const word = await download(leader, '/suggestions/report?format=docx')
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
})

/** A small PDF of this person, as a scanner makes it. */
async function upload(person: Person): Promise<string> {
  const session = await house.in(CITY, (tx) => openSession(tx, person.accountId, 'test', house.now()))
  const sample = goodFiles().find(({ name }) => name.endsWith('.pdf'))!
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/files?purpose=scan',
    headers: {
      host: 'city.localhost',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(sample.name),
      'x-minyi-csrf': session.csrfToken,
    },
    cookies: { [SESSION_COOKIE]: session.token, [CSRF_COOKIE]: session.csrfToken },
    payload: sample.bytes,
  })
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json().id
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
