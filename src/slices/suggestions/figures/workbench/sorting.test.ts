import { expect, test } from 'vitest'
import type { Scorecard } from '../contract.ts'
import { sorted } from './sorting.ts'

const card = (name: string, open: number, part: number, whole: number): Scorecard => ({
  unit: { id: name, name },
  handedOver: whole,
  replied: whole - open,
  open,
  late: 0,
  ratings: { satisfied: 0, basically_satisfied: 0, dissatisfied: 0 },
  items: [
    {
      id: 'reply_rate',
      name: '办复率',
      formula: '',
      unitOfCount: '',
      source: '',
      part,
      whole,
      value: '',
      partList: null,
      wholeList: null,
    },
  ],
})
const names = (cards: readonly Scorecard[]) => cards.map(({ unit }) => unit.name)

test('SUG-34 units stand by open items first; a small unit with one does not stand above a large one with ten', () => {
  const cards = [card('小', 1, 0, 1), card('大', 10, 90, 100), card('中', 1, 9, 10)]
  expect(names(sorted(cards, { by: 'open', isUp: false }))).toEqual(['大', '中', '小'])
})

test('SUG-34 a rate without a denominator stands last either way, equal rates by what stands behind them', () => {
  const cards = [card('无', 0, 0, 0), card('一', 0, 1, 1), card('百', 0, 100, 100), card('半', 5, 5, 10)]
  expect(names(sorted(cards, { by: 'reply_rate', isUp: false }))).toEqual(['百', '一', '半', '无'])
  expect(names(sorted(cards, { by: 'reply_rate', isUp: true }))).toEqual(['半', '百', '一', '无'])
})
