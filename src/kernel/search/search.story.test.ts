import { expect, test } from 'vitest'
import { inCongress, readCongress } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, PROVINCE } from '../../../tests/support/house.ts'
import { find, index } from './store.ts'

const house = await buildHouse()
const { database } = house.connection

const texts = [
  '关于老旧小区加装电梯的建议',
  '关于规范电动自行车停放充电的建议',
  '关于5G基站进小区的建议（第112号）',
  '关于中小学 AI 课程的建议',
  '小的区别',
]
const ids = await inCongress(database, CITY, async (tx) => {
  const made: string[] = []
  for (const text of texts) {
    const subjectId = newId()
    await index(tx, { kind: 'thing', subjectId, text })
    made.push(subjectId)
  }
  return made
})
await inCongress(database, PROVINCE, (tx) => index(tx, { kind: 'thing', subjectId: newId(), text: '省里的小区' }))

const hits = (fragment: string, more: { before?: string; congressId?: number } = {}) =>
  readCongress(database, more.congressId ?? CITY, async (tx) => {
    const found = await find(tx, {
      kind: 'thing',
      fragment,
      before: more.before ?? null,
      most: 20,
    })
    return found.map((id) => texts[ids.indexOf(id)])
  })

test.each([
  ['小区', [2, 0]],
  ['电梯', [0]],
  ['旧小', [0]],
  ['动自', [1]],
  ['5G基站', [2]],
  ['第112号', [2]],
  ['ai课', [3]],
  ['ＡＩ 课程', [3]],
  ['小 区', [2, 0]],
  ['的区', [4]],
  ['不存在', []],
  ["'; drop", []],
])('PLT-13 %s finds exactly what holds it', async (fragment, expected) => {
  expect(await hits(fragment)).toEqual(expected.map((at) => texts[at]))
})

test('PLT-13 another congress is not searched, another kind neither, pages follow one another', async () => {
  expect(await hits('小区', { congressId: PROVINCE })).toEqual([undefined])
  expect(
    await readCongress(database, CITY, (tx) => find(tx, { kind: 'other', fragment: '小区', before: null, most: 9 })),
  ).toEqual([])
  expect(await hits('小区', { before: ids[2]! })).toEqual([texts[0]])
})

test('PLT-13 a changed text is found by its new words only', async () => {
  await inCongress(database, CITY, (tx) => index(tx, { kind: 'thing', subjectId: ids[4]!, text: '社区医院' }))
  expect(await hits('的区')).toEqual([])
})
