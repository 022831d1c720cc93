import { expect, test } from 'vitest'
import { listEvents } from '#kernel/audit/api.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../../tests/support/house.ts'
import { standing } from '../../../../tests/support/standing-suggestion.ts'
import { jpg, jpgSegment } from '#kernel/files/testing.ts'
import { uploadBytes, uploadSample } from '../../../../tests/support/upload.ts'

const house = await buildHouse()
const { housing, transport } = house.unitIds
const committee = await house.person('special_committee')
const affairs = await house.person('deputies_affairs')
const leader = await house.person('leader')
const deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
const handler = await house.person('handling_unit', { unitId: housing })
const otherHandler = await house.person('handling_unit', { unitId: transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })
const meeting = { theme: '加强物业管理', heldOn: '2022-03-01', place: '小西小区', siteView: '察看改造施工' }
const entered = { residents: 15, said: '由居民说了算。', minutes: '座谈纪要。' }

test('SUG-08 only the organisers add files to an event; who may not see it finds neither list nor file', async () => {
  const path = `/pressing/events/${await arranged()}/files`
  const mine = await uploadSample(house, handler, '.pdf')
  for (const person of [deputy, handler, leader])
    expect((await person.call('POST', path, { fileId: mine })).status, '403').toBe(403)
  const fileId = await added(affairs, path, '.pdf')
  expect((await house.visitor.call('GET', `${path}/${fileId}`)).status).toBe(401)
  for (const person of [stranger, otherHandler, foreigner]) {
    expect((await person.call('GET', path)).status).toBe(404)
    expect((await person.call('GET', `${path}/${fileId}`)).status).toBe(404)
  }
  for (const person of [deputy, handler, leader]) {
    expect((await person.call('GET', path)).body).toMatchObject({ items: [{ id: fileId }], mayAdd: false, mayRemove: false })
    expect((await person.call('GET', `${path}/${fileId}`)).status).toBe(200)
    expect((await person.call('DELETE', `${path}/${fileId}`)).status).toBe(403)
  }
})

test('SUG-08 nobody attaches another’s upload, and only a picture is shown to everybody', async () => {
  const path = `/pressing/events/${await arranged()}/files`
  const theirs = await uploadSample(house, committee, '.jpg')
  expect((await affairs.call('POST', path, { fileId: theirs })).body.code).toBe('file-unknown')
  const paper = await uploadSample(house, affairs, '.pdf')
  expect((await affairs.call('POST', path, { fileId: paper, isPublic: true })).body.code).toBe('not-a-picture')
  expect((await affairs.call('GET', path)).body.items).toEqual([])
})

test('SUG-08 a public photograph leaves the house once the event was held, without place and camera; nothing else does', async () => {
  const id = await arranged()
  const place = jpgSegment(0xe1, Buffer.from('Exif\0\0MM\0*GPS 41.8N 123.4E', 'latin1'))
  const bytes = jpg(4, 3, [place, jpgSegment(0xfe, Buffer.from('张三的手机'))])
  const photo = await uploadBytes(house, affairs, { name: '现场.jpg', bytes })
  await ok(affairs, 'POST', `/pressing/events/${id}/files`, { fileId: photo, isPublic: true })
  const inner = await added(affairs, `/pressing/events/${id}/files`, '.png')
  const at = (fileId: string) => `/public/face-to-face/${id}/files/${fileId}`
  expect((await house.visitor.call('GET', at(photo))).status).toBe(404)
  await ok(affairs, 'POST', `/pressing/events/${id}/hold`, entered)
  const shown = await house.app.inject({ url: `/api/v1${at(photo)}`, headers: { host: 'city.localhost' } })
  expect(shown.statusCode).toBe(200)
  expect(shown.headers['content-type']).toContain('image/jpeg')
  for (const trace of ['GPS', '张三']) expect([bytes, shown.rawPayload].map((it) => it.includes(trace))).toEqual([true, false])
  expect((await house.visitor.call('GET', at(inner))).status).toBe(404)
  const page = (await house.app.inject({ url: `/face-to-face/${id}`, headers: { host: 'city.localhost' } })).body
  expect(page).toContain(at(photo))
  expect(page).not.toContain(inner)
})

test('SUG-08 added and removed twice at once is done once; taken away it is gone for everybody, a cancelled event takes none', async () => {
  const id = await arranged()
  const path = `/pressing/events/${id}/files`
  const fileId = await uploadSample(house, affairs, '.jpg')
  const twice = await Promise.all([1, 2].map(() => affairs.call('POST', path, { fileId, isPublic: true })))
  expect(twice.map(({ status }) => status)).toEqual([201, 201])
  expect((await affairs.call('GET', path)).body.items.length).toBe(1)
  const gone = await Promise.all([1, 2].map(() => affairs.call('DELETE', `${path}/${fileId}`)))
  expect(gone.map(({ status }) => status).toSorted()).toEqual([200, 404])
  expect((await affairs.call('GET', `${path}/${fileId}`)).status).toBe(404)
  await ok(affairs, 'POST', `/pressing/events/${id}/cancel`, { reason: '雨' })
  expect((await affairs.call('POST', path, { fileId })).status).toBe(409)
})

test('SUG-08 twenty files and no more; every one is on record without its name', async () => {
  const id = await arranged()
  const path = `/pressing/events/${id}/files`
  for (let at = 0; at < 20; at++) await added(affairs, path, '.png')
  const fileId = await uploadSample(house, affairs, '.png')
  expect((await affairs.call('POST', path, { fileId })).body.code).toBe('too-many-files')
  const events = await house.in(CITY, (tx) => listEvents(tx, id))
  expect(events.filter(({ name }) => name === 'face-to-face.file_attached').length).toBe(20)
  expect(JSON.stringify(events)).not.toContain('.png')
})

test('SUG-16 what a visit found stands with it for whoever may open the suggestion; its unit and the office add it', async () => {
  const { id: suggestionId } = await standing(house, deputy.deputyId!, { replied_on: '2022-03-01', status: 'replied' })
  await ok(affairs, 'POST', `/suggestions/${suggestionId}/visits`, { dueOn: '2022-03-20' })
  const { visits } = await ok(affairs, 'GET', `/suggestions/${suggestionId}/pressing`)
  const path = `/pressing/visits/${visits[0].id}/files`
  for (const person of [stranger, otherHandler, foreigner]) expect((await person.call('GET', path)).status).toBe(404)
  const theirs = await uploadSample(house, otherHandler, '.jpg')
  expect((await otherHandler.call('POST', path, { fileId: theirs })).status).toBe(404)
  for (const person of [deputy, leader]) expect((await person.call('POST', path, { fileId: theirs })).status).toBe(403)
  const fileId = await added(handler, path, '.jpg')
  expect((await deputy.call('GET', `${path}/${fileId}`)).status).toBe(200)
  expect((await deputy.call('GET', path)).body).toMatchObject({ items: [{ id: fileId, isPublic: false }], mayAdd: false })
  expect((await ok(affairs, 'DELETE', `${path}/${fileId}`)).items).toEqual([])
})

async function arranged(): Promise<string> {
  const { id: suggestionId } = await standing(house, deputy.deputyId!)
  const input = { ...meeting, unitIds: [housing], suggestionIds: [suggestionId] }
  return (await ok(affairs, 'POST', '/pressing/events', input)).id
}

async function added(person: Person, path: string, ending: string, isPublic?: boolean): Promise<string> {
  const fileId = await uploadSample(house, person, ending)
  await ok(person, 'POST', path, { fileId, ...(isPublic !== undefined && { isPublic }) })
  return fileId
}

async function ok(person: Person, ...call: Parameters<Person['call']>) {
  const reply = await person.call(...call)
  if (reply.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}
