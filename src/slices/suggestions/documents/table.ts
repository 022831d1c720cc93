import { readDictionary } from '#kernel/categories/api.ts'
import { categoryName, labelOf, type Category } from '#kernel/categories/contract.ts'
import { tableWorkbook, type SheetColumn, type SheetModel } from '#kernel/documents/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { dated, loadClock } from '../clock.ts'
import type { Item, ListQuery, Summary } from '../contract.ts'
import { record } from '../events.ts'
import { figureWords, toldFilters } from '../figures/words.ts'
import { list } from '../list-store.ts'
import { summarise } from '../reading.ts'
import { scopeOf } from '../rules/scope.ts'
import { toItem } from '../views.ts'
import { words } from '../words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PAGE = 500
/** More rows than a person reads at once; the filter must be narrower. */
const MOST = 20_000

type Filter = Omit<ListQuery, 'cursor' | 'limit'>

/** Exactly the rows of the present filter as a workbook, with a 口径 sheet that says what was filtered and how figures are counted. */
export async function exportTable(act: Act, filter: Filter): Promise<FileAnswer> {
  const today = toBeijingDate(act.now)
  const items = await collect(act, filter)
  await recordExport(act, filter, items.length)
  const summary = await summarise(act.tx, act.actor.roles.has('deputies_affairs'))
  const { items: categories } = await readDictionary(act.tx)
  const model: SheetModel<Item> = {
    title: words.zh.name,
    columns,
    rows: items,
    notes: notesOf(act, filter, items.length, { summary, categories }),
  }
  return { fileName: `${words.zh.name}-${today}.xlsx`, mediaType: XLSX, body: await tableWorkbook(model) }
}

/** What leaves the house as a file is on record: who took which rows. */
async function recordExport({ tx, actor, now }: Act, filter: Filter, count: number): Promise<void> {
  const filters = Object.fromEntries(Object.entries(filter).filter((it): it is [string, string] => it[1] !== undefined))
  const payload = { filters, count }
  await record(tx, now, { name: 'suggestion.exported', subjectId: actor.id, actorId: actor.id, payload })
}

async function collect({ tx, actor, now }: Act, filter: Filter): Promise<Item[]> {
  const clock = await loadClock(tx, toBeijingDate(now))
  const items: Item[] = []
  let cursor: string | undefined
  for (;;) {
    const rows = await list(tx, scopeOf(actor), dated({ ...filter, limit: PAGE - 1, cursor }, clock))
    items.push(...rows.map((it) => toItem(it, clock.dueOf, actor)))
    if (items.length > MOST)
      throw new Problem(422, 'too-many-rows', `超过 ${MOST} 行，没有导出。请先按状态、类别或单位筛选再导出。`)
    cursor = rows.at(-1)?.id
    if (rows.length < PAGE) return items
  }
}

const columns: SheetColumn<Item>[] = [
  { header: '编号', type: 'text', width: 14, value: (it) => it.reference },
  { header: '标题', type: 'text', width: 44, value: (it) => it.title },
  { header: '类别', type: 'text', width: 22, value: (it) => categoryName(it.category, 'zh-CN') },
  { header: '类别代码', type: 'text', width: 24, value: (it) => it.category.code },
  { header: '领衔代表', type: 'text', value: (it) => it.deputy.name },
  { header: '承办单位', type: 'text', width: 20, value: (it) => it.unit?.name },
  { header: '状态', type: 'text', value: (it) => words.zh.status[it.status] },
  { header: '交办日期', type: 'date', value: (it) => it.handedOverOn },
  { header: '期限', type: 'date', value: (it) => it.due?.dueOn },
  { header: '期限情况', type: 'text', width: 30, value: (it) => it.due?.left },
]

type Known = { summary: Summary; categories: readonly Category[] }

function notesOf({ actor, now }: Act, filter: Filter, count: number, { summary, categories }: Known) {
  const filters = [
    filter.status && `状态：${words.zh.status[filter.status]}`,
    filter.category && `类别：${categoryName(labelOf(categories, filter.category), 'zh-CN')}`,
    filter.unitId && `承办单位：${filter.unitId}`,
    filter.key && '重点督办',
    ...toldFilters(figureWords.zh.filters, filter),
    filter.q && `内容含：${filter.q}`,
  ].filter((it) => it !== undefined)
  return [
    { label: '导出', text: `${actor.name}，${now.toISOString()}，共 ${count} 件` },
    { label: '筛选', text: filters.join('；') || '全部' },
    { label: '已交办', text: `${summary.handedOver} 件` },
    { label: '已办复', text: `${summary.replied} 件` },
    { label: '办复率', text: `${summary.replyRate}（已答复 ÷ 已交办，全部建议，按件计）` },
  ]
}
