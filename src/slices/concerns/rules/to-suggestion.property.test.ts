import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Draft } from '#slices/suggestions/contract.ts'
import { results } from '../contract.ts'
import { MOST_ANSWER, MOST_PLACE, MOST_REASON, MOST_TEXT } from './limits.ts'
import { suggestionTextOf } from './to-suggestion.ts'

const pieces = fc.constantFrom('路', '灯', '不', '亮', '，', '。', '\n', '“', '1', '😀')
const text = (most: number, least = 1) =>
  fc
    .array(pieces, { minLength: least, maxLength: most })
    .map((list) => list.join('').slice(0, most).trim())
    .filter((it) => it.length >= least)

test('SUG-36 whatever was written and answered, no word is lost and the result is a draft that a deputy could have saved', () => {
  const told = fc.record({
    text: text(MOST_TEXT),
    place: text(MOST_PLACE),
    unitName: fc.constant('市城管执法局'),
    sentOn: fc.constant('2022-03-01'),
    result: fc.constantFrom(...results),
    answer: text(MOST_ANSWER),
    answeredOn: fc.constantFrom('2022-03-08', null),
    complaint: text(MOST_REASON, 0),
    decision: text(MOST_REASON, 0),
  })
  fc.assert(
    fc.property(told, (it) => {
      const made = suggestionTextOf(it)
      const draft = Draft.safeParse({ ...made, category: 'livelihood' })
      expect(draft.error?.issues ?? []).toEqual([])
      const kept = [it.text, it.place, it.complaint, it.decision, ...(it.answeredOn ? [it.answer] : [])]
      for (const said of kept) expect(made.matter).toContain(said)
    }),
    { numRuns: 300 },
  )
})

test('SUG-36 a short place and a short text make its title', () => {
  const it = {
    unitName: '市城管执法局',
    sentOn: '2022-03-01',
    result: null,
    answer: '',
    answeredOn: null,
    complaint: '',
    decision: '',
  }
  const made = suggestionTextOf({ ...it, text: '路灯不亮。已经半个月了。', place: '和平路' })
  expect(made.title).toBe('关于解决和平路“路灯不亮”问题的建议')
  expect(made.matter).toBe('路灯不亮。已经半个月了。\n地点：和平路\n2022年3月1日曾通过民情直通向市城管执法局反映。')
})
