import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Draft } from '#slices/suggestions/contract.ts'
import { suggestionTextOf } from './to-suggestion.ts'

test('SUG-35 a motion becomes a suggestion: 议案 in its title gives way to 建议, each paragraph of its plan is one request', () => {
  const motion = { title: '关于制定养犬管理条例的议案', grounds: '案据。', plan: '一、列入立法计划。\n\n二、开展调研。\n' }
  expect(suggestionTextOf(motion)).toEqual({
    title: '关于制定养犬管理条例的建议',
    matter: '案据。',
    requests: ['列入立法计划。', '开展调研。'],
  })
})

test('SUG-35 ordinals give way to the numbers of requests only where every paragraph has one', () => {
  const requests = (plan: string) => suggestionTextOf({ title: '关于某事的议案', grounds: '案据', plan }).requests
  expect(requests('（一）甲。\n（二）乙。')).toEqual(['甲。', '乙。'])
  expect(requests('1．甲。\n2、乙。')).toEqual(['甲。', '乙。'])
  expect(requests('一、甲。\n乙。')).toEqual(['一、甲。', '乙。'])
  expect(requests('一是甲，二是乙。')).toEqual(['一是甲，二是乙。'])
})

test('SUG-35 whatever its length, no word of a plan is lost and the result is a suggestion that a deputy could have written', () => {
  const piece = fc.constantFrom('甲', '乙', '，', '。', '；', '\n', '议', '案')
  const plan = fc
    .array(piece, { minLength: 1, maxLength: 3000 })
    .map((pieces) => pieces.join('').trim())
    .filter((text) => text.length > 0)
  fc.assert(
    fc.property(plan, (text) => {
      const it = suggestionTextOf({ title: '关于某事的议案', grounds: '案据', plan: text })
      expect(it.requests.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      const draft = { ...it, category: 'other', proposedUnitId: null, isPublic: true }
      expect(Draft.safeParse(draft).success).toBe(true)
    }),
    { numRuns: 300 },
  )
})
