import { NewWorkbook } from '#kernel/documents/exceljs.ts'

export interface MessyNames {
  /** Deputies who are on the roster. */
  readonly deputies: readonly string[]
  /** Units as they are properly called. */
  readonly units: readonly string[]
  /** How an office calls one of them in `NICKNAMED` rows. */
  readonly nickname: string
  readonly term?: number
}

/** The file's name tells the year of days without one. */
export const MESSY_NAME = '2021年代表建议办理台账.xlsx'
export const MESSY_ROWS = 300
export const NICKNAMED = 6
/** Two title rows and a header of two rows stand above the first row. */
export const FIRST_ROW = 5

/** What is wrong, by row of the sheet, with words that its sentence must hold. Nothing else in the table is. */
export const PLANTED: readonly { readonly row: number; readonly says: string }[] = [
  { row: 17, says: '没有这一天，请改为 9月30日 或 10月1日' },
  { row: 37, says: '找不到这个单位' },
  { row: 58, says: '名册里没有这位代表' },
  { row: 79, says: '请填写标题' },
  { row: 96, says: '与第 95 行重复，请删去一行' },
  { row: 118, says: '只能写：经济发展、城乡建设' },
  { row: 141, says: '早于交办日期' },
  { row: 163, says: '请补上' },
  { row: 185, says: '文号应写成' },
  { row: 207, says: '答复类别只能写' },
  { row: 229, says: '最多 100 字' },
  { row: 251, says: '编号应写成' },
  { row: 273, says: '却没有交办日期' },
]

const CATEGORIES = ['经济发展', '道路交通', '环境保护', '民生改善－教育', '民主法治', '其他']
const MATTERS = [
  '加装电梯',
  '公交站台',
  '垃圾分类',
  '农村道路',
  '学校食堂',
  '社区养老',
  '雨水管网',
  '停车收费',
  '古树保护',
  '夜间照明',
]
const RATINGS = ['满意', '基本满意', '满意', '满意', '不满意']

type Row = (string | number | Date | null)[]

/**
 * A ledger as an office keeps it over the years: titles above, headers in two rows with merged groups, days written in six ways,
 * full-width digits, units by their nickname, and thirteen planted mistakes. The same every time.
 */
export async function messyWorkbook(names: MessyNames): Promise<Buffer<ArrayBuffer>> {
  const workbook = new NewWorkbook()
  const sheet = workbook.addWorksheet('建议台账')
  sheet.addRow(['示例市第十六届人民代表大会代表建议、批评和意见办理情况台账'])
  sheet.addRow(['填表单位：代表工作委员会　　　　单位：件'])
  sheet.addRow([
    '序号',
    '编 号',
    '届次',
    '会议',
    '案由',
    '类别',
    '领衔代表',
    '事由',
    '承办',
    null,
    '答　复',
    null,
    null,
    '代表评价',
    null,
    '办理状态',
  ])
  sheet.addRow([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    '承办单位',
    '交办时间',
    '日期',
    '类别',
    '文号',
    '态度',
    '结果',
    null,
  ])
  for (const range of ['A1:P1', 'A2:P2', 'I3:J3', 'K3:M3', 'N3:O3']) sheet.mergeCells(range)
  for (const column of 'ABCDEFGHP') sheet.mergeCells(`${column}3:${column}4`)
  for (let at = 0; at < MESSY_ROWS; at += 1) sheet.addRow(spoil(at + FIRST_ROW, goodRow(at, names)))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Row `at` of the table, right but untidy. */
function goodRow(at: number, { deputies, units, nickname, term = 16 }: MessyNames): Row {
  const number = at + 1
  const unit = at % 50 === 4 ? nickname : units[at % units.length]!
  const state = at % 10
  const isReplied = state < 8
  const isRated = state < 7
  return [
    number,
    [String(number), `第${number}号`, fullWidth(`第${number}号`), String(number).padStart(4, '0')][at % 4]!,
    at % 2 === 0 ? `第${['十六', '十七'][term - 16]}届` : term,
    at % 3 === 0 ? '第一次会议' : '一次',
    `关于${MATTERS[at % MATTERS.length]}的建议（${number}）`,
    CATEGORIES[at % CATEGORIES.length]!,
    at % 7 === 0 ? `${deputies[at % deputies.length]!} ` : deputies[at % deputies.length]!,
    `${MATTERS[at % MATTERS.length]}方面，群众反映较多，第 ${number} 件。`,
    at % 25 === 1 ? `${unit}、${units[(at + 1) % units.length]!}` : unit,
    untidyDay(at, 2, 1 + (at % 27)),
    isReplied ? untidyDay(at + 1, 5, 1 + (at % 27)) : null,
    isReplied ? ['A', 'B类', 'Ａ', 'C'][at % 4]! : null,
    isReplied ? [`房函〔2021〕${number}号`, `房函[2021]第${number}号`, `房函（2021）${number}号`][at % 3]! : null,
    isRated ? RATINGS[at % RATINGS.length]! : null,
    isRated ? '满意' : null,
    isRated ? '已办结' : isReplied ? '已答复' : '办理中',
  ]
}

/** One day in the ways that people write it. */
function untidyDay(at: number, month: number, day: number): string | Date {
  const two = (n: number) => String(n).padStart(2, '0')
  const ways = [
    `2021.${month}.${day}`,
    `2021年${month}月${day}日`,
    new Date(Date.UTC(2021, month - 1, day)),
    fullWidth(`2021-${two(month)}-${two(day)}`),
    `${month}月${day}日`,
    `2021/${month}/${day}`,
  ]
  return ways[at % ways.length]!
}

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

const column = {
  number: 1,
  title: 4,
  category: 5,
  deputy: 6,
  unit: 8,
  handedOver: 9,
  replied: 10,
  class: 11,
  document: 12,
  attitude: 13,
  result: 14,
  status: 15,
}

/** The planted mistakes, one for each row of `PLANTED`. */
const mistakes: Readonly<Record<number, (row: Row) => void>> = {
  17: (row) => answered(row, '2021年9月31日'),
  37: (row) => void (row[column.unit] = '甲乙丙丁办'),
  58: (row) => void (row[column.deputy] = '欧阳不在册'),
  79: (row) => void (row[column.title] = null),
  96: (row) => void (row[column.number] = '第91号'),
  118: (row) => void (row[column.category] = '交通类'),
  141: (row) => answered(row, '2020-01-05'),
  163: (row) => {
    answered(row, '2021-06-01')
    row[column.attitude] = '满意'
    row[column.result] = null
    row[column.status] = '已答复'
  },
  185: (row) => {
    answered(row, '2021-06-01')
    row[column.document] = '房函十二'
  },
  207: (row) => {
    answered(row, '2021-06-01')
    row[column.class] = 'Z'
  },
  229: (row) => void (row[column.title] = `关于${'很长'.repeat(60)}的建议`),
  251: (row) => void (row[column.number] = '议一一二'),
  273: (row) => {
    answered(row, '2021-06-01')
    row[column.handedOver] = null
  },
}

function answered(row: Row, on: string): void {
  row[column.replied] = on
  row[column.class] = 'A'
  row[column.document] = '房函〔2021〕999号'
  row[column.attitude] = null
  row[column.result] = null
  row[column.status] = '已答复'
}

function spoil(at: number, row: Row): Row {
  mistakes[at]?.(row)
  return row
}

/** The same workbook with its planted mistakes made good, as an office sends it back; `row` is counted in the sheet. */
export async function mendedWorkbook(names: MessyNames): Promise<Buffer<ArrayBuffer>> {
  const workbook = new NewWorkbook()
  await workbook.xlsx.load((await messyWorkbook(names)) as never)
  const sheet = workbook.worksheets[0]!
  for (const { row } of PLANTED) {
    for (const [at, value] of goodRow(row - FIRST_ROW, names).entries()) sheet.getCell(row, at + 1).value = value
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
