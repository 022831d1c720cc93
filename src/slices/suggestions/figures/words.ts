import type { FigureFilter } from './contract.ts'

/** What a list that was opened from a figure holds, value by value. */
type FilterWords = { [Name in keyof Required<FigureFilter>]: Record<NonNullable<FigureFilter[Name]>, string> } & {
  answered: Record<'yes' | 'no', string>
  late: Record<'yes', string>
}

const zh = {
  title: '统计',
  lead: '每个数都能点开看明细，同名的数在各处是同一个数。',
  only: '只看',
  filters: {
    handed: { yes: '已交办的' },
    met: { yes: '当面沟通过的' },
    inTime: { yes: '首次按期答复的', no: '首次逾期答复的', counted: '首次已答复和逾期未答复的' },
    rating: {
      any: '已评价的',
      content: '评价满意和基本满意的',
      satisfied: '评价满意的',
      basically_satisfied: '评价基本满意的',
      dissatisfied: '评价不满意的',
    },
    attitude: { satisfied: '对办理态度满意的' },
    firstRating: {
      any: '有首次评价的',
      content: '首次评价满意和基本满意的',
      satisfied: '首次评价满意的',
      basically_satisfied: '首次评价基本满意的',
      dissatisfied: '首次评价不满意的',
    },
    meaning: { any: '已答复并有类别的', solved: '答复为已解决的' },
    transferred: { yes: '退办后改交过的' },
    answered: { yes: '已答复的', no: '待答复的' },
    late: { yes: '答复已逾期的' },
  } satisfies FilterWords as FilterWords,
}

const en: typeof zh = {
  title: 'Figures',
  lead: 'Every figure opens its rows; figures of one name are the same everywhere.',
  only: 'Only',
  filters: {
    handed: { yes: 'handed over' },
    met: { yes: 'met face to face' },
    inTime: { yes: 'first answered in time', no: 'first answered late', counted: 'answered, or overdue without an answer' },
    rating: {
      any: 'rated',
      content: 'rated satisfied or basically satisfied',
      satisfied: 'rated satisfied',
      basically_satisfied: 'rated basically satisfied',
      dissatisfied: 'rated dissatisfied',
    },
    attitude: { satisfied: 'satisfied with the attitude' },
    firstRating: {
      any: 'with a first rating',
      content: 'first rated satisfied or basically satisfied',
      satisfied: 'first rated satisfied',
      basically_satisfied: 'first rated basically satisfied',
      dissatisfied: 'first rated dissatisfied',
    },
    meaning: { any: 'answered with a class', solved: 'answered as solved' },
    transferred: { yes: 'handed on after an objection' },
    answered: { yes: 'answered', no: 'not answered yet' },
    late: { yes: 'reply overdue' },
  },
}

export const figureWords = { zh, en }

/** The words of the figure filters that a query names, in the order of the catalogue's lists. */
export function toldFilters(filters: Partial<FilterWords>, query: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(filters).flatMap(([name, words]) => {
    const value = query[name]
    const told = typeof value === 'string' ? (words as Record<string, string>)[value] : undefined
    return told === undefined ? [] : [told]
  })
}
