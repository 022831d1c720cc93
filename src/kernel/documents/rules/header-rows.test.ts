import { describe, expect, test } from 'vitest'
import { findHeader, type Grid } from './header-rows.ts'

const grid = (cells: Grid['cells'], merges: [number, number, number, number][] = []): Grid => ({
  cells,
  merges: merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
})

describe('findHeader', () => {
  test('takes the first row where there is no title', () => {
    expect(
      findHeader(
        grid([
          ['编号', '标题'],
          [1, '加装电梯'],
        ]),
      ),
    ).toEqual({ first: 1, last: 1, names: ['编号', '标题'] })
  })

  test('skips title, unit and blank rows', () => {
    const rows = [
      ['2022年台账'],
      [],
      ['填表单位：办公厅', null, null, null, null, '截至9月'],
      ['编号', '任务', '部门', '时限', '状态', '备注'],
      [1, '甲'],
    ]
    expect(findHeader(grid(rows, [[1, 1, 1, 6]]))).toMatchObject({ first: 4, last: 4 })
  })

  test('joins merged headers of two rows', () => {
    const rows = [
      ['序号', '承办单位', null, '完成情况', null],
      [null, '主办', '协办', '件数', '比例'],
      [1, '住建局', '财政局', 3, 0.5],
    ]
    const merges: [number, number, number, number][] = [
      [1, 1, 2, 1],
      [1, 2, 1, 3],
      [1, 4, 1, 5],
    ]
    expect(findHeader(grid(rows, merges))).toEqual({
      first: 1,
      last: 2,
      names: ['序号', '承办单位_主办', '承办单位_协办', '完成情况_件数', '完成情况_比例'],
    })
  })

  test('joins three rows', () => {
    const rows = [
      ['单位', '办理', null, null],
      [null, '已办', null, '在办'],
      [null, '满意', '不满意', null],
      ['甲局', 1, 2, 3],
    ]
    const merges: [number, number, number, number][] = [
      [1, 1, 3, 1],
      [1, 2, 1, 4],
      [2, 2, 2, 3],
      [2, 4, 3, 4],
    ]
    expect(findHeader(grid(rows, merges))?.names).toEqual(['单位', '办理_已办_满意', '办理_已办_不满意', '办理_在办'])
  })

  test('joins two rows of a CSV, which has no merged cells', () => {
    const rows = [
      ['序号', '承办单位', '', '备注'],
      ['', '主办', '协办', ''],
      ['1', '住建局', '财政局', ''],
    ]
    expect(findHeader(grid(rows))).toEqual({ first: 1, last: 2, names: ['序号', '承办单位_主办', '承办单位_协办', '备注'] })
  })

  test('does not take a first row of data with gaps for a second header', () => {
    const rows = [
      ['编号', '标题', ''],
      ['1', '加装电梯', '注'],
      ['2', '修路', ''],
    ]
    expect(findHeader(grid(rows))).toMatchObject({ first: 1, last: 1 })
  })

  test('known names win over a row above that looks like a header', () => {
    const rows = [
      ['姓名填写说明', '电话填写说明'],
      ['姓名', '电 话'],
      ['张三', '138'],
    ]
    expect(findHeader(grid(rows), ['姓名', '电话'])).toMatchObject({ first: 2, names: ['姓名', '电话'] })
  })

  test('makes equal names different, and gives up on figures', () => {
    expect(findHeader(grid([['日期', '备注', '备注']]))?.names).toEqual(['日期', '备注', '备注_2'])
    expect(
      findHeader(
        grid([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toBeNull()
    expect(findHeader(grid([]))).toBeNull()
  })
})
