import { PassThrough } from 'node:stream'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusedUpload, receiveUpload } from '#kernel/files/api.ts'
import { parseCsv } from './csv-read.ts'
import { writeCsv } from './csv-write.ts'
import { NewWorkbook } from './exceljs.ts'
import { looksLikeFormula } from './rules/formula-cell.ts'
import { annotateErrors } from './spreadsheet-errors.ts'
import type { SheetModel } from './spreadsheet-model.ts'
import { readTable, type ReadTable } from './spreadsheet-read.ts'
import { tableWorkbook, writeTable } from './spreadsheet-write.ts'

interface Suggestion {
  id: string
  title: string
  rate: number
  day: string
}

/** Twenty-three cells that some spreadsheet somewhere would run. */
const FORMULAS = [
  '=1+1', '+1+1', '-1+1', '@SUM(1)', '=HYPERLINK("http://x","点")', '=cmd|\' /C calc\'!A0', '|calc', '＝1+1', '＋1', '－1', '＠SUM(1)',
  ' =1+1', '　=1+1', '\t=1+1', '\r=1+1', '\n=1+1', '\u200b=1+1', '\ufeff=1+1', '\u00a0=1+1', '\u2060@x', '\u0000=1+1', '\u202e=1', '\t普通',
] // prettier-ignore

function sheetOf(rows: Iterable<Suggestion>): SheetModel<Suggestion> {
  return {
    title: '代表建议办理情况',
    columns: [
      { header: '编号', type: 'text', value: (row) => row.id },
      { header: '标题', type: 'text', width: 40, value: (row) => row.title },
      { header: '办结率', type: 'percent', value: (row) => row.rate },
      { header: '交办日期', type: 'date', value: (row) => row.day },
    ],
    rows,
    notes: [
      { label: '筛选', text: '市十七届人大一次会议；状态：已答复' },
      { label: '制表', text: '周岚　2022年9月27日' },
    ],
  }
}

const row = (changes: Partial<Suggestion> = {}): Suggestion => ({
  id: '210100198001010012',
  title: '关于加装电梯的建议',
  rate: 0.967,
  day: '2022-02-08',
  ...changes,
})

describe('writeTable', () => {
  test('types every cell: long numbers and formulas are texts, figures are numbers, days are dates', async () => {
    const workbook = await open(await tableWorkbook(sheetOf(FORMULAS.map((title) => row({ title })))))
    const sheet = workbook.worksheets[0]
    for (const [n] of FORMULAS.entries()) {
      const cells = sheet?.getRow(3 + n)
      expect(cells?.getCell(1)).toMatchObject({ value: '210100198001010012', numFmt: '@' })
      expect(typeof cells?.getCell(2).value).toBe('string')
      expect(cells?.getCell(2).formula).toBeUndefined()
      expect(cells?.getCell(3)).toMatchObject({ value: 0.967, numFmt: '0.0%' })
      expect(cells?.getCell(4).value).toEqual(new Date('2022-02-08T00:00:00Z'))
    }
  })

  test('says on a sheet of its own what was counted', async () => {
    const notes = (await open(await tableWorkbook(sheetOf([row()])))).getWorksheet('口径')
    expect(notes?.getRow(1).values).toEqual([undefined, '表名', '代表建议办理情况'])
    expect(notes?.getRow(2).values).toEqual([undefined, '筛选', '市十七届人大一次会议；状态：已答复'])
  })

  test('freezes and repeats the header', async () => {
    const sheet = (await open(await tableWorkbook(sheetOf([row()])))).worksheets[0]
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet?.pageSetup.printTitlesRow).toBe('2:2')
  })

  test('an export is an upload that is accepted, and is read back as it was', async () => {
    const bytes = await tableWorkbook(sheetOf([row(), row({ id: '000123', title: '修路\n铺桥' })]))
    async function* once() {
      yield bytes
    }
    expect(isRefusedUpload(await receiveUpload(once(), '导出.xlsx'))).toBe(false)
    expect(await readTable(bytes)).toEqual({
      headers: ['编号', '标题', '办结率', '交办日期'],
      headerRow: 2,
      rows: [
        { row: 3, cells: { 编号: '210100198001010012', 标题: '关于加装电梯的建议', 办结率: 0.967, 交办日期: '2022-02-08' } },
        { row: 4, cells: { 编号: '000123', 标题: '修路\n铺桥', 办结率: 0.967, 交办日期: '2022-02-08' } },
      ],
    })
  })
})

describe.each([
  ['a workbook', writeTable],
  ['CSV', writeCsv],
])('%s whose reader goes away', (_, write) => {
  test('stops instead of waiting for ever', async () => {
    function* endless() {
      for (;;) yield row()
    }
    const out = new PassThrough()
    const writing = write(sheetOf(endless()), out)
    out.once('readable', () => out.destroy())
    await expect(writing).rejects.toThrow(/went away|aborted/)
  })
})

describe('CSV', () => {
  test('begins with the mark, and no cell of it can run', async () => {
    const csv = await csvOf(FORMULAS.map((title) => row({ title })))
    expect(csv.startsWith('\ufeff编号,标题')).toBe(true)
    const titles = parseRaw(csv).slice(1)
    expect(titles).toHaveLength(FORMULAS.length)
    for (const title of titles) expect(title).toMatch(/^'/)
  })

  test('keeps negative figures as figures', async () => {
    expect(await csvOf([row({ rate: -0.5 })])).toContain(',-0.5,')
  })

  test('whatever a text is, the cell does not run and the text comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'=+-@＝＠ab,";\'\r\n\t 　中') }), async (title) => {
        const csv = await csvOf([row({ title })])
        expect(looksLikeFormula(parseRaw(csv)[1] ?? '')).toBe(false)
        expect(parseCsv(csv, ',')[1]?.[1]).toBe(title)
      }),
    )
  })

  test('is read in GB18030 and in UTF-8', async () => {
    const gb = Buffer.from('b1e0bac52cb1eacce20d0a312cd0deC2B70d0a'.replaceAll(/\s/g, ''), 'hex')
    const utf8 = Buffer.from('\ufeff编号,标题\r\n1,修路\r\n')
    for (const bytes of [gb, utf8])
      expect(await readTable(bytes)).toMatchObject({ rows: [{ row: 2, cells: { 编号: '1', 标题: '修路' } }] })
  })
})

describe('readTable', () => {
  test('finds two-row headers under a title and fills merged cells down', async () => {
    const { headers, headerRow, rows } = (await readTable(await ledger())) as ReadTable
    expect(headers).toEqual(['序号', '任务', '责任单位_牵头', '责任单位_配合'])
    expect(headerRow).toBe(2)
    expect(rows.map(({ row, cells }) => [row, cells['任务'], cells['责任单位_配合']])).toEqual([
      [4, '清理河道', '财政局'],
      [5, '清理河道', '城管局'],
      [7, '修路', null],
    ])
  })

  test('refuses what is no table, with a sentence', async () => {
    expect(await readTable(Buffer.from('一\n'))).toMatchObject({ headers: ['一'] })
    expect(await readTable(Buffer.from([0, 1, 2, 3, 4, 5]))).toMatchObject({ sentence: expect.stringContaining('另存为') })
    expect(await readTable(await bytesOf(new NewWorkbook()))).toHaveProperty('sentence')
  })

  test('refuses merged ranges that would take gigabytes once the library opens them', async () => {
    const workbook = new NewWorkbook()
    const sheet = workbook.addWorksheet('甲')
    sheet.addRow(['编号', '标题'])
    sheet.mergeCells(2, 1, 2001, 101)
    expect(await readTable(await bytesOf(workbook))).toMatchObject({ code: 'unpacks-too-large' })
  })
})

describe('annotateErrors', () => {
  const errors = [
    { row: 4, column: '责任单位_牵头', message: '没有这个单位' },
    { row: 4, column: '任务', message: '超过 200 字' },
    { row: 7, message: '与第 4 行重复' },
  ]

  test('gives back the same workbook with red cells and reasons in a last column', async () => {
    const annotated = await annotatedWorkbook(await ledger(), errors)
    const sheet = (await open(annotated)).worksheets[0]
    expect(sheet?.getCell('E2').value).toBe('问题说明')
    expect(sheet?.getCell('E4').value).toBe('责任单位_牵头：没有这个单位；任务：超过 200 字')
    expect(sheet?.getCell('E7').value).toBe('与第 4 行重复')
    expect(redCells(sheet)).toEqual(['E2', 'B4', 'C4'])
    expect(sheet?.getCell('A1').value).toBe('2022年工作台账')
  })

  test('is read again without its own column, and loses the old marks when it is annotated again', async () => {
    const first = await annotatedWorkbook(await ledger(), errors)
    expect(await readTable(first)).toEqual(await readTable(await ledger()))
    const second = (await open(await annotatedWorkbook(first, [{ row: 5, column: '责任单位_配合', message: '没有这个单位' }])))
      .worksheets[0]
    expect(redCells(second)).toEqual(['E2', 'D5'])
    expect(second?.getCell('E4').value).toBeNull()
  })

  test('turns a CSV into a workbook', async () => {
    const sheet = (
      await open(
        await annotatedWorkbook(Buffer.from('编号,标题\r\n0012,=1+1\r\n'), [{ row: 2, column: '标题', message: '不像标题' }]),
      )
    ).worksheets[0]
    expect([sheet?.getCell('A2').value, sheet?.getCell('B2').value, sheet?.getCell('C2').value]).toEqual([
      '0012',
      '=1+1',
      '标题：不像标题',
    ])
  })
})

/** A ledger as departments hand it in: a merged title, headers in two rows, tasks merged over their units, a gap. */
async function ledger(): Promise<Buffer> {
  const workbook = new NewWorkbook()
  const sheet = workbook.addWorksheet('台账')
  sheet.addRows([
    ['2022年工作台账'],
    ['序号', '任务', '责任单位', null],
    [null, null, '牵头', '配合'],
    [1, '清理河道', '水务局', '财政局'],
    [null, null, null, '城管局'],
    [],
    [2, '修路', '交通局', null],
  ])
  for (const range of ['A1:D1', 'A2:A3', 'B2:B3', 'C2:D2', 'A4:A5', 'B4:B5', 'C4:C5']) sheet.mergeCells(range)
  return bytesOf(workbook)
}

async function bytesOf(workbook: InstanceType<typeof NewWorkbook>): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function open(bytes: Buffer): Promise<InstanceType<typeof NewWorkbook>> {
  const workbook = new NewWorkbook()
  await workbook.xlsx.load(bytes as never)
  return workbook
}

async function annotatedWorkbook(bytes: Buffer, errors: Parameters<typeof annotateErrors>[1]): Promise<Buffer> {
  const answer = await annotateErrors(bytes, errors)
  if (!Buffer.isBuffer(answer)) throw new Error(answer.sentence)
  return answer
}

function redCells(sheet: InstanceType<typeof NewWorkbook>['worksheets'][number] | undefined): string[] {
  const red: string[] = []
  sheet?.eachRow((cells) =>
    cells.eachCell((cell) => {
      if (cell.fill?.type === 'pattern' && cell.fill.fgColor?.argb === 'FFFFC7CE') red.push(cell.address)
    }),
  )
  return red
}

async function csvOf(rows: Iterable<Suggestion>): Promise<string> {
  const out = new PassThrough()
  const [csv] = await Promise.all([rawText(out), writeCsv(sheetOf(rows), out)])
  return csv
}

/** `stream/consumers` would take the mark off. */
async function rawText(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The second cell of each line as a spreadsheet sees it, guard included. */
function parseRaw(csv: string): string[] {
  const cell = /(?:^|\r\n)(?:\ufeff)?[^,\r\n]*,(?:"((?:[^"]|"")*)"|([^,"]*))/g
  return [...csv.matchAll(cell)].map((match) => (match[1] ?? match[2] ?? '').replaceAll('""', '"'))
}
