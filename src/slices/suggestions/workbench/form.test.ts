import { expect, test } from 'vitest'
import { draftOf, emptyForm, isSameForm, missingIn } from './form.ts'
import { workbenchWords } from './words.ts'

const whole = {
  ...emptyForm,
  title: '关于甲的建议',
  matter: '情况。',
  requests: ['设岗。'],
  category: 'livelihood.safety',
  isPublic: true,
}
const paths = (form: typeof emptyForm) => missingIn(form, workbenchWords.zh.missing).map(({ path }) => path)

test('an empty form names every question in the order of the page', () => {
  expect(paths(emptyForm)).toEqual(['title', 'matter', 'requests.0', 'category', 'isPublic'])
})

test('a whole form misses nothing', () => {
  expect(paths(whole)).toEqual([])
})

test('forty characters fit into a title, forty-one do not', () => {
  expect(paths({ ...whole, title: '字'.repeat(40) })).toEqual([])
  expect(paths({ ...whole, title: '字'.repeat(41) })).toEqual(['title'])
})

test('each request that is too long is named by its own place', () => {
  expect(paths({ ...whole, requests: ['', '字'.repeat(1000), '字'.repeat(1001)] })).toEqual(['requests.2'])
})

test('more than twenty requests are too many, empty ones do not count', () => {
  expect(paths({ ...whole, requests: [...Array.from({ length: 20 }, (_, at) => `第${at}条`), ''] })).toEqual([])
  expect(paths({ ...whole, requests: Array.from({ length: 21 }, (_, at) => `第${at}条`) })).toEqual(['requests.0'])
})

test('what is sent is trimmed and has no empty request', () => {
  expect(draftOf({ ...whole, title: ' 关于甲的建议 ', requests: [' 设岗。', ' '] })).toMatchObject({
    title: '关于甲的建议',
    requests: ['设岗。'],
  })
})

test('forms that would be sent alike are alike; a chosen category makes a difference', () => {
  expect(isSameForm(whole, { ...whole, requests: ['设岗。', ''] })).toBe(true)
  expect(isSameForm(whole, { ...whole, matter: '别的情况。' })).toBe(false)
  expect(isSameForm({ ...whole, category: null }, { ...whole, category: 'other' })).toBe(false)
  expect(isSameForm({ ...whole, isPublic: null }, { ...whole, isPublic: false })).toBe(false)
})
