import { expect, test } from 'vitest'
import { buildHouse, PROVINCE } from '../../../tests/support/house.ts'
import { bring, ok, promise } from '../../../tests/support/suggestion.ts'
import { uploadSample } from '../../../tests/support/upload.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
const committee = await house.person('deputies_affairs')
const leader = await house.person('leader')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const otherUnit = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })
const done = { text: '全部完工。', evidence: '房验〔2022〕3号' }

test('SUG-27 only the unit that promised adds a proof; who may not see the promise finds no proof', async () => {
  const { path } = await made()
  const theirs = await uploadSample(house, committee, '.pdf')
  for (const person of [deputy, committee, leader]) expect((await person.call('POST', path, { fileId: theirs })).status).toBe(403)
  expect((await otherUnit.call('POST', path, { fileId: await uploadSample(house, otherUnit, '.pdf') })).status).toBe(404)
  expect((await handler.call('POST', path, { fileId: theirs })).body.code).toBe('file-unknown')
  const fileId = await added(path)
  expect((await house.visitor.call('GET', path)).status).toBe(401)
  for (const person of [stranger, otherUnit, foreigner])
    for (const address of [path, `${path}/${fileId}`]) expect((await person.call('GET', address)).status).toBe(404)
  for (const person of [deputy, committee, leader]) {
    expect((await person.call('GET', path)).body).toMatchObject({ items: [{ id: fileId, isPublic: false }], mayAdd: false })
    expect((await person.call('GET', `${path}/${fileId}`)).status).toBe(200)
  }
})

test('SUG-33 a proof of what became confidential is out of the offices’ sight with its promise', async () => {
  const { path, suggestionId } = await made()
  const fileId = await added(path)
  await ok(committee, 'POST', `/suggestions/${suggestionId}/protect`, { isConfidential: true, reason: '代表要求保密' })
  for (const address of [path, `${path}/${fileId}`]) expect((await leader.call('GET', address)).status).toBe(404)
  expect((await deputy.call('GET', path)).body.items.length).toBe(1)
})

test('SUG-27 removed while it is open, twice at once only once; what was reported as kept keeps its proof and may get more', async () => {
  const { id, path } = await made()
  const fileId = await added(path)
  const twice = await Promise.all([1, 2].map(() => handler.call('DELETE', `${path}/${fileId}`)))
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 404])
  const proof = await added(path)
  await ok(handler, 'POST', `/commitments/${id}/keep`, done)
  expect((await handler.call('DELETE', `${path}/${proof}`)).status).toBe(409)
  await added(path)
  expect((await handler.call('GET', path)).body).toMatchObject({ items: [{ id: proof }, {}], mayAdd: true, mayRemove: false })
})

async function made(): Promise<{ id: string; path: string; suggestionId: string }> {
  const suggestionId = await bring({ deputy, committee, handler }, 'replied', { answer: promise })
  const { items } = (await ok(handler, 'GET', `/commitments/of/${suggestionId}`)).body
  return { id: items[0].id, path: `/commitments/${items[0].id}/files`, suggestionId }
}

async function added(path: string): Promise<string> {
  const fileId = await uploadSample(house, handler, '.pdf')
  await ok(handler, 'POST', path, { fileId })
  return fileId
}
