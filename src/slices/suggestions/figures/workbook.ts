import { tableWorkbook, type SheetColumn } from '#kernel/documents/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { record } from '../events.ts'
import type { Scorecard } from './contract.ts'
import { todayOf, type Reader } from './counting.ts'
import { readFigures, readScorecards } from './reading.ts'
import { catalogue, unitWords } from './rules/catalogue.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The scorecards as a workbook: numerator, denominator and rate of each figure; the 口径 sheet says how each is counted and what it rests on. */
export async function exportFigures({ tx, actor, now }: Act, reader: Reader): Promise<FileAnswer> {
  const { items: rows } = await readScorecards(reader, 'zh-CN')
  const all = await readFigures(reader, 'zh-CN')
  const payload = {
    filters: { table: 'figures', ...(reader.year !== null && { year: String(reader.year) }) },
    count: rows.length,
  }
  await record(tx, now, { name: 'suggestion.exported', subjectId: actor.id, actorId: actor.id, payload })
  const notes = [
    { label: '导出', text: `${actor.name}，${now.toISOString()}，${rows.length} 个单位` },
    ...catalogue.map((it) => ({
      label: it.words.zh,
      text: `${valueOf(all.items, it.id)}。${it.formula.zh}；${unitWords[it.unit].zh}；${it.source.zh}。`,
    })),
    { label: '分母为零', text: '记为“—”，不记 0% 或者 100%' },
  ]
  const body = await tableWorkbook({
    title: reader.year === null ? '代表建议办理统计' : `${reader.year}年度代表建议办理统计`,
    columns: columns(),
    rows,
    notes,
  })
  return {
    fileName: `${reader.year === null ? '' : `${reader.year}年度`}代表建议办理统计-${todayOf(reader)}.xlsx`,
    mediaType: XLSX,
    body,
  }
}

function columns(): SheetColumn<Scorecard>[] {
  return [
    { header: '承办单位', type: 'text', width: 24, value: (it) => it.unit.name },
    { header: '已交办', type: 'number', value: (it) => it.handedOver },
    { header: '已答复', type: 'number', value: (it) => it.replied },
    { header: '待办复', type: 'number', value: (it) => it.open },
    ...catalogue.flatMap((metric): SheetColumn<Scorecard>[] => {
      const of = (it: Scorecard) => it.items.find(({ id }) => id === metric.id)!
      const name = metric.words.zh
      if (!metric.whole) return [{ header: name, type: 'number', value: (it) => of(it).part }]
      return [
        { header: name, type: 'text', value: (it) => of(it).value },
        { header: `${name}分子`, type: 'number', width: 16, value: (it) => of(it).part },
        { header: `${name}分母`, type: 'number', width: 16, value: (it) => of(it).whole },
      ]
    }),
  ]
}

function valueOf(items: Scorecard['items'], id: string): string {
  const { value, part, whole } = items.find((it) => it.id === id)!
  return whole === null ? `${part}` : `${value}（${part}/${whole}）`
}
