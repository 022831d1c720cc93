import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { balancedLines } from './balanced-lines.ts'

test.each([
  ['关于加装电梯的建议', ['关于加装电梯的建议']],
  ['关于市十七届人大一次会议第088号建议的答复', ['关于市十七届人大一次会议', '第088号建议的答复']],
  [
    '临江市人民代表大会常务委员会关于加强市级预算审查监督的决定',
    ['临江市人民代表大会常务委员会', '关于加强市级预算审查监督的决定'],
  ],
])('%s', (title, lines) => expect(balancedLines(title, 20)).toEqual(lines))

test('loses nothing and never makes a line too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'关于的、会议第3《》号表') }), (title) => {
      const lines = balancedLines(title, 20)
      expect(lines.join('')).toBe(title)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20)
      expect(lines.length).toBe(Math.max(1, Math.ceil(title.length / 20)))
    }),
  )
})
