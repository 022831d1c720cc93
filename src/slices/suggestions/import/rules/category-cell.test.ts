import { expect, test } from 'vitest'
import type { Category } from '#kernel/categories/contract.ts'
import { categoryIn } from './category-cell.ts'

const category = (code: string, zh: string, retiredOn: string | null = null): Category => ({
  code,
  zh,
  en: zh,
  ordinal: 1,
  retiredOn,
})
const items = [
  category('economy', '经济发展'),
  category('economy.roads', '道路'),
  category('construction', '城乡建设'),
  category('construction.roads', '道路'),
  category('construction.old', '旧城改造', '2021-01-01'),
]

test.each([
  ['城乡建设', { code: 'construction' }],
  ['城乡建设－道路', { code: 'construction.roads' }],
  ['旧城改造', { code: 'construction.old' }],
  ['道路', { sentence: '几个大类都有这个小类，请写明是哪一个：经济发展·道路、城乡建设·道路' }],
  ['交通类', { sentence: '类别只能写：经济发展、城乡建设；或小类：道路' }],
])('SUG-19 a cell that says “%s”', (written, found) => expect(categoryIn(items, written)).toEqual(found))

test('SUG-19 a dictionary without classes names its fields alone', () => {
  expect(categoryIn([category('economy', '经济发展')], '交通')).toEqual({ sentence: '类别只能写：经济发展' })
})
