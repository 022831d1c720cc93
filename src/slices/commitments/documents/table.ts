import { tableWorkbook, type SheetColumn, type SheetModel } from '#kernel/documents/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import type { Item } from '../contract.ts'
import { record } from '../events.ts'
import { listUnitNames } from '../figures-store.ts'
import { cursorOf, list, type Filter } from '../list-store.ts'
import { sightOf } from '../rules/may.ts'
import { summarise } from '../reading.ts'
import { toItem } from '../views.ts'
import { words } from '../words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PAGE = 500
/** More rows than a person reads at once; the filter must be narrower. */
const MOST = 20_000

/** Exactly the rows of the present filter as a workbook, with a 口径 sheet that says what was filtered and how figures are counted. */
export async function exportTable(act: Act, filter: Filter): Promise<FileAnswer> {
  const items = await collect(act, filter)
  const filters = Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const { tx, actor, now } = act
  const payload = { filters, count: items.length }
  await record(tx, now, { name: 'commitment.exported', subjectId: actor.id, actorId: actor.id, payload })
  const notes = await notesOf(act, filter, items.length)
  const model: SheetModel<Item> = { title: words.zh.name, columns, rows: items, notes }
  return { fileName: `${words.zh.name}-${toBeijingDate(now)}.xlsx`, mediaType: XLSX, body: await tableWorkbook(model) }
}

async function collect({ tx, actor, now }: Act, filter: Filter): Promise<Item[]> {
  const clock = await loadClock(tx, toBeijingDate(now))
  const items: Item[] = []
  let cursor: string | undefined
  for (;;) {
    const rows = await list(tx, sightOf(actor), { ...filter, limit: PAGE - 1, cursor }, clock.today)
    items.push(...rows.map((it) => toItem(it, actor, clock)))
    if (items.length > MOST)
      throw new Problem(422, 'too-many-rows', `超过 ${MOST} 行，没有导出。请先按状态、年度或单位筛选再导出。`)
    const last = rows.at(-1)
    cursor = last && cursorOf(last)
    if (rows.length < PAGE) return items
  }
}

const columns: SheetColumn<Item>[] = [
  { header: '建议编号', type: 'text', width: 14, value: (it) => it.reference },
  { header: '建议标题', type: 'text', width: 40, value: (it) => it.title },
  { header: '承诺事项', type: 'text', width: 50, value: (it) => it.content },
  { header: '承办单位', type: 'text', width: 20, value: (it) => it.unit.name },
  { header: '领衔代表', type: 'text', value: (it) => it.deputy.name },
  { header: '届次', type: 'text', value: (it) => words.zh.termOf(it.term) },
  { header: '状态', type: 'text', value: (it) => words.zh.status[it.status] },
  { header: '承诺日期', type: 'date', value: (it) => it.openedOn },
  { header: '首次期限', type: 'date', value: (it) => it.firstDueOn },
  { header: '现行期限', type: 'date', value: (it) => it.dueOn },
  { header: '结转次数', type: 'number', value: (it) => it.carries },
  { header: '办成或说明日期', type: 'date', value: (it) => it.settledOn },
  { header: '期限情况', type: 'text', width: 30, value: (it) => (it.status === 'superseded' ? '' : it.standing.left) },
  { header: '最近年度评价', type: 'text', width: 16, value: (it) => it.yearly && ratingOf(it.yearly) },
]

function ratingOf({ year, rating }: NonNullable<Item['yearly']>): string {
  return `${year}年：${rating ? words.zh.satisfaction[rating.satisfaction] : '未评价'}`
}

async function notesOf({ tx, actor, now }: Act, filter: Filter, count: number) {
  const { due, inTime, rate, open, overdue } = await summarise(tx, actor, toBeijingDate(now))
  const [unit] = filter.unitId ? await listUnitNames(tx, [filter.unitId]) : []
  const { zh } = words
  const filters = [
    filter.status && `状态：${zh.status[filter.status]}`,
    filter.overdue && '落实中，已逾期',
    unit && `承办单位：${unit.name}`,
    filter.year && `${filter.year}年度台账`,
    filter.firstYear && `首次期限在${filter.firstYear}年`,
    filter.term && zh.termOf(filter.term),
    filter.carried && '结转过',
    filter.unrated && '已报年度落实情况，代表未评价',
    filter.counted && zh.counted[filter.counted],
  ].filter((it) => typeof it === 'string')
  return [
    { label: '导出', text: `${actor.name}，${now.toISOString()}，共 ${count} 项` },
    { label: '筛选', text: filters.join('；') || '全部' },
    { label: '落实中', text: `${open} 项，其中逾期 ${overdue} 项` },
    { label: '应落实', text: `${due} 项（首次期限已过，或者已经报告办成、说明不能办成；不含重新办理和撤回的）` },
    { label: '按期落实', text: `${inTime} 项（在首次期限前办成；结转后才办成的不算按期）` },
    { label: '落实率', text: `${rate}（按期落实 ÷ 应落实，按承诺事项计，保留一位小数；没有应落实的记“—”）` },
  ]
}
