import { connect, type AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, describe, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../tests/support/house.ts'
import { attackFiles, goodFiles, type Sample } from './attack-corpus.ts'
import { takeOwnFile, listFiles, openFile } from './api.ts'
import { testParts } from '../../../tests/support/parts.ts'

const house = await buildHouse()
const deputy = await house.person('deputy')
const clerk = await house.person('deputies_affairs')

describe('PLT-16 who may not upload or read', () => {
  const [good] = goodFiles()

  test('a visitor is sent to sign in, whatever the body claims to be', async () => {
    expect((await upload(house.visitor, good!)).status).toBe(401)
    expect((await house.visitor.call('POST', '/files', { a: 1 })).status).toBe(401)
    expect(await rows()).toBe(0)
  })

  test('a page of another site sends nothing, and neither does one without the page’s token', async () => {
    expect((await upload(deputy, good!, 'attachment', { origin: 'https://evil.example' })).body.code).toBe('foreign-origin')
    expect((await upload(deputy, good!, 'attachment', { 'x-minyi-csrf': 'guessed' })).body.code).toBe('csrf')
    expect(await rows()).toBe(0)
  })

  test('only the person who uploaded it reads it by its id, and nobody of another congress does', async () => {
    const { id } = (await upload(deputy, good!)).body
    const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })
    for (const other of [clerk, foreigner]) expect((await other.call('GET', `/files/${id}`)).status).toBe(404)
    expect((await house.visitor.call('GET', `/files/${id}`)).status).toBe(401)
    expect((await deputy.call('GET', `/files/${newId()}`)).status).toBe(404)
  })

  test('a person puts only a file of their own into a case, and only of the kind that is wanted', async () => {
    const { id } = (await upload(deputy, good!)).body
    const take = (person: Person, kinds: Parameters<typeof takeOwnFile>[3]) =>
      house.in(CITY, (tx) => takeOwnFile(tx, { id: person.accountId }, id, kinds))
    await expect(take(clerk, ['pdf'])).rejects.toMatchObject({ status: 422, code: 'file-unknown' })
    await expect(take(deputy, ['xlsx'])).rejects.toMatchObject({ code: 'file-unknown' })
    expect((await take(deputy, ['pdf'])).id).toBe(id)
  })
})

describe('PLT-16 what is refused at the door', () => {
  test('every file of the attack corpus, with a sentence, and nothing is kept', async () => {
    const before = await rows()
    // A header cannot carry half a character.
    for (const file of attackFiles().filter((it) => !/\p{Cs}/u.test(it.name))) {
      const answer = await upload(deputy, file)
      expect([answer.status, answer.body.detail], file.about).toEqual([422, expect.stringMatching(/。$/)])
    }
    expect(await rows()).toBe(before)
  })

  test('a spreadsheet where a stamped scan is wanted, an empty body, a body without a name, a form of a browser', async () => {
    const workbook = goodFiles().find((it) => it.name.endsWith('.xlsx'))!
    expect((await upload(deputy, workbook, 'scan')).body.code).toBe('file-kind-not-here')
    expect((await upload(deputy, { ...workbook, bytes: Buffer.alloc(0) })).body.code).toBe('file-empty')
    expect((await deputy.call('POST', '/files', workbook.bytes)).body.code).toBe('file-kind-unknown')
    const form = Buffer.from('--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n--x--')
    const more = { 'content-type': 'multipart/form-data; boundary=x', 'x-file-name': 'a.pdf' }
    expect((await deputy.call('POST', '/files', form, more)).body.code).toBe('file-name-mismatch')
    expect((await deputy.call('POST', '/files?purpose=anything', workbook.bytes)).status).toBe(422)
  })

  test('what is too large is refused with a sentence and not kept', async () => {
    const before = await rows()
    const huge = { about: '', name: '扫描.pdf', bytes: Buffer.alloc(21 * 1024 * 1024, 0x61) }
    expect((await upload(deputy, huge)).body).toMatchObject({ status: 422, code: 'file-too-large' })
    expect(await rows()).toBe(before)
  })

  test('what a stranger sends is not kept in memory, and the connection lives to say no and to serve on', async () => {
    await house.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = house.app.server.address() as AddressInfo
    expect(await sendRaw(port, 30 * 1024 * 1024)).toMatch(/^HTTP\/1\.1 401 [^]*HTTP\/1\.1 200 /)
  })
})

describe('PLT-16 an upload', () => {
  test.each(goodFiles())('$about is kept and comes back as it was sent', async (file) => {
    const kept = await upload(deputy, file)
    expect(kept.status, JSON.stringify(kept.body)).toBe(201)
    const back = await deputy.call('GET', `/files/${kept.body.id}`)
    expect(back.headers).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(kept.body.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(back.status).toBe(200)
  })

  test('is one event without its name, and is read by a case through openFile', async () => {
    const file = goodFiles().find((it) => it.name === '答复函.pdf')!
    const { id } = (await upload(deputy, file, 'scan')).body
    const read = await house.in(CITY, async (tx) => {
      const event = await tx.db.selectFrom('audit.event').selectAll().where('subject_id', '=', id).execute()
      const { body, fileName } = await openFile(tx, testParts().blobs, id)
      return { event, bytes: await buffer(body as Readable), fileName }
    })
    expect(read.event).toMatchObject([{ name: 'file.uploaded', actor_id: deputy.accountId }])
    expect(JSON.stringify(read.event)).not.toContain('答复函')
    expect(read).toMatchObject({ fileName: '答复函.pdf', bytes: file.bytes })
    expect(await house.in(CITY, (tx) => listFiles(tx, [id]))).toMatchObject([{ createdBy: deputy.accountId, kind: 'pdf' }])
  })

  test('is described in the API as bytes with a name in a header', async () => {
    const { body } = await house.visitor.call('GET', '/api/openapi.json')
    const it = body.paths['/api/v1/files'].post
    expect(it.requestBody.content['application/octet-stream'].schema).toMatchObject({ type: 'string', format: 'binary' })
    expect(it.parameters).toContainEqual(expect.objectContaining({ in: 'header', name: 'x-file-name' }))
  })
})

function upload(person: Person, file: Sample, purpose = 'attachment', headers: Record<string, string> = {}) {
  const name = encodeURIComponent(file.name)
  return person.call('POST', `/files?purpose=${purpose}`, file.bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': name,
    ...headers,
  })
}

function rows(): Promise<number> {
  return house.in(CITY, async (tx) => (await tx.db.selectFrom('files.blob').select('id').execute()).length)
}

/** A whole upload over a real connection; answers what came back once all was sent, on a connection that still serves. */
function sendRaw(port: number, bytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (part) => {
      answer += part.toString()
      if (answer.includes('"me":null')) socket.end(() => resolve(answer))
    })
    socket.on('error', reject)
    const head = ['POST /api/v1/files HTTP/1.1', 'Host: city.localhost', `Content-Length: ${bytes}`, 'X-File-Name: a.pdf']
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    socket.write(Buffer.alloc(bytes, 0x61))
    socket.write('GET /api/v1/session HTTP/1.1\r\nHost: city.localhost\r\n\r\n')
  })
}
