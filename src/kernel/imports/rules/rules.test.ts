import { describe, expect, test } from 'vitest'
import { dayProblem } from './day-problem.ts'
import { mapColumns } from './map-columns.ts'
import { allowedActions, statusToContinue, UNDO_MS, type RunFacts } from './may.ts'
import { calledSo, nearestNames } from './nearest-names.ts'

const units = ['城环委', '市房产局', '市邮政管理局', '市市场监管局', '市交通局'].map((name) => ({ id: name, name }))

describe('PLT-14 names', () => {
  test.each([
    ['城建环保委', ['城环委']],
    ['市房产管理局', ['市房产局']],
    ['甲乙丙丁办', []],
  ])('%s is near to %j', (written, names) => expect(nearestNames(units, written).map(({ name }) => name)).toEqual(names))

  test('width, spaces and brackets do not make another name; nothing else is guessed', () => {
    expect(calledSo(units, '市 房产局　').map(({ id }) => id)).toEqual(['市房产局'])
    expect(calledSo(units, '房产局')).toEqual([])
    expect(calledSo([{ id: 'a', name: '第１中学', shortName: '一中' }], '一中')).toHaveLength(1)
  })
})

describe('PLT-14 days', () => {
  test.each([
    ['9月31日', '没有这一天，请改为 9月30日 或 10月1日'],
    ['2022-02-30', '没有这一天，请改为 2月28日 或 3月1日'],
    ['2022年12月32日', '没有这一天，请改为 12月31日 或 1月1日'],
    ['２０２２．６．３１', '没有这一天，请改为 6月30日 或 7月1日'],
    ['9月27日', '缺少年份，请写成 2022-09-27 或 2022年9月27日'],
    ['13月1日', '看不懂这个日期，请写成 2022-09-27 或 2022年9月27日'],
    ['上周', '看不懂这个日期，请写成 2022-09-27 或 2022年9月27日'],
  ])('%s', (written, sentence) => expect(dayProblem(written)).toBe(sentence))
})

describe('PLT-14 columns', () => {
  const columns = [
    { key: 'category', label: '类别' },
    { key: 'class', label: '答复类别' },
    { key: 'on', label: '答复日期', aliases: ['答复时间'] },
    { key: 'title', label: '标题', aliases: ['案由'] },
  ]

  test('a header under a group is known with it; a whole name comes before a part; none is given twice', () => {
    expect(mapColumns(columns, ['案 由', '类别', '答复_类别', '答复_时间', '备注'])).toEqual({
      title: '案 由',
      category: '类别',
      class: '答复_类别',
      on: '答复_时间',
    })
    expect(mapColumns(columns, ['答复_类别'])).toEqual({ class: '答复_类别' })
  })
})

describe('PLT-14 what can be done with an import', () => {
  const none = { total: 10, pending: 0, good: 0, bad: 0, updates: 0, imported: 0, undone: 0 }
  const now = new Date('2022-03-01T04:00:00Z')
  const facts = (status: RunFacts['status'], counts: Partial<RunFacts['counts']>, importedAt: Date | null = null): RunFacts => ({
    status,
    headers: ['编号'],
    importedAt,
    counts: { ...none, ...counts },
  })

  test.each([
    [facts('checked', { good: 8, bad: 2 }), ['map', 'name', 'import', 'cancel']],
    [facts('checked', { bad: 10 }), ['map', 'name', 'cancel']],
    [facts('importing', { good: 5, imported: 5 }, now), ['cancel']],
    [facts('imported', { imported: 8, bad: 2 }, now), ['undo']],
    [facts('imported', { imported: 8 }, new Date(now.getTime() - UNDO_MS)), []],
    [facts('cancelled', { good: 5, imported: 5 }, now), ['continue', 'undo']],
    [facts('undone', { undone: 10 }, now), []],
  ])('%#', (it, allowed) => expect(allowedActions(it, now)).toEqual(allowed))

  test('what stopped goes on where it stopped', () => {
    expect(statusToContinue(facts('failed', { pending: 3, good: 7 }))).toBe('checking')
    expect(statusToContinue(facts('cancelled', { good: 7, bad: 3 }))).toBe('checked')
    expect(statusToContinue(facts('cancelled', { good: 5, imported: 5 }, now))).toBe('importing')
  })
})
