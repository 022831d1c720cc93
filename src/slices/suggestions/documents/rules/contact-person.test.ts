import { expect, test } from 'vitest'
import { contactPerson } from './contact-person.ts'

test.each([
  ['办公室 张某 12345', '办公室 张某', '12345'],
  ['张某，024-8888 0000', '张某', '024-8888 0000'],
  ['张某 电话：（024）88880000', '张某', '（024）88880000'],
  ['王建国13800000000', '王建国', '13800000000'],
  ['办公室', '办公室', undefined],
  ['88880000', '88880000', undefined],
])('%s', (text, name, phone) => {
  expect(contactPerson(text)).toEqual({ name, phone })
})
