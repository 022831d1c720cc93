import { tableWorkbook, type SheetColumn } from '#kernel/documents/api.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import type { ColumnType } from './contract.ts'
import type { ImportColumn, Importable } from './importable.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An empty table with one example, and a sheet that says what each column takes. */
export async function templateOf({ title, columns }: Importable): Promise<FileAnswer> {
  const name = `${title.zh}导入模板`
  const body = await tableWorkbook({
    title: name,
    columns: columns.map(sheetColumn),
    rows: [Object.fromEntries(columns.map(({ key, sample }) => [key, sample]))],
    notes: [
      { label: '用法', text: '第一行是示例，填写时请删去。列的次序可以变，列名请保留；不用的列可以删去。' },
      ...columns.map((it) => ({ label: it.label, text: `${it.isRequired ? '必填。' : '选填。'}${helpOf(it)}` })),
    ],
  })
  return { fileName: `${name}.xlsx`, mediaType: XLSX, body }
}

function sheetColumn({ key, label, type, most = 0 }: ImportColumn): SheetColumn<Record<string, string>> {
  return { header: label, type: 'text', width: type === 'text' && most > 200 ? 40 : 16, value: (row) => row[key] }
}

const help: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  number: '数字',
  date: '日期，例如 2022-09-27 或 2022年9月27日',
  unit: '单位全称或简称',
  units: '单位全称或简称，几个单位用“、”分开',
  deputy: '代表姓名',
  deputies: '代表姓名，几位代表用“、”分开',
  choice: '',
}

function helpOf({ type, choices, most }: ImportColumn): string {
  if (type === 'choice')
    return `只能写：${Object.values(choices ?? {})
      .map(([name]) => name)
      .join('、')}`
  return type === 'text' ? `最多 ${most ?? 200} 字` : help[type]
}
