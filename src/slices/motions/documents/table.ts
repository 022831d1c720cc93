import { tableWorkbook, type SheetColumn, type SheetModel } from '#kernel/documents/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import type { Item, ListQuery, Summary } from '../contract.ts'
import { record } from '../events.ts'
import { list } from '../list-store.ts'
import { summarise } from '../reading.ts'
import { scopeOf } from '../rules/scope.ts'
import { toItem } from '../views.ts'
import { words } from '../words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PAGE = 200
/** More rows than a person reads at once; the filter must be narrower. */
const MOST = 5000

type Filter = Omit<ListQuery, 'cursor' | 'limit'>

/** Exactly the rows of the present filter as a workbook, with a 口径 sheet that says what was filtered and how figures are counted. */
export async function exportTable(act: Act, filter: Filter): Promise<FileAnswer> {
  const today = toBeijingDate(act.now)
  const items = await collect(act, filter)
  await recordExport(act, filter, items.length)
  const notes = notesOf(act, filter, items.length, await summarise(act.tx))
  const model: SheetModel<Item> = { title: words.zh.name, columns, rows: items, notes }
  return { fileName: `${words.zh.name}-${today}.xlsx`, mediaType: XLSX, body: await tableWorkbook(model) }
}

/** What leaves the house as a file is on record: who took which rows. */
async function recordExport({ tx, actor, now }: Act, filter: Filter, count: number): Promise<void> {
  const filters = Object.fromEntries(Object.entries(filter).filter((it): it is [string, string] => it[1] !== undefined))
  await record(tx, now, { name: 'motion.exported', subjectId: actor.id, actorId: actor.id, payload: { filters, count } })
}

async function collect({ tx, actor, now }: Act, filter: Filter): Promise<Item[]> {
  const clock = await loadClock(tx, toBeijingDate(now))
  const items: Item[] = []
  let cursor: string | undefined
  for (;;) {
    const rows = await list(tx, scopeOf(actor), { ...filter, limit: PAGE - 1, cursor })
    items.push(...rows.map((it) => toItem(it, actor, clock)))
    if (items.length > MOST)
      throw new Problem(422, 'too-many-rows', `超过 ${MOST} 行，没有导出。请先按状态、类型或会议筛选再导出。`)
    cursor = rows.at(-1)?.id
    if (rows.length < PAGE) return items
  }
}

const columns: SheetColumn<Item>[] = [
  { header: '编号', type: 'text', width: 14, value: (it) => it.reference },
  { header: '案由', type: 'text', width: 44, value: (it) => it.title },
  { header: '类型', type: 'text', width: 16, value: (it) => words.zh.kind[it.kind] },
  { header: '领衔代表', type: 'text', value: (it) => it.deputy.name },
  { header: '联名人数（含领衔）', type: 'number', value: (it) => it.signatories },
  { header: '状态', type: 'text', width: 22, value: (it) => words.zh.status[it.status] },
  { header: '决定', type: 'text', width: 18, value: (it) => it.outcome && words.zh.outcome[it.outcome] },
  { header: '专门委员会', type: 'text', width: 24, value: (it) => it.committee?.name },
  { header: '提交日期', type: 'date', value: (it) => it.submittedOn },
  { header: '接收日期', type: 'date', value: (it) => it.receivedOn },
  { header: '委员会意见期限', type: 'date', value: (it) => it.due?.dueOn },
]

function notesOf({ actor, now }: Act, filter: Filter, count: number, it: Summary) {
  const filters = [
    filter.status && `状态：${words.zh.status[filter.status]}`,
    filter.kind && `类型：${words.zh.kind[filter.kind]}`,
    filter.series && `会议或年度：${filter.series}`,
    filter.committeeId && `专门委员会：${filter.committeeId}`,
    filter.suggestionId && `关联建议：${filter.suggestionId}`,
    filter.turn && '等本人处理',
    filter.q && `内容含：${filter.q}`,
  ].filter((one) => one !== undefined)
  const asMotion = `列入议程 ${it.onAgenda}，交委员会 ${it.toCommittee}，经委员会审议不列入议程 ${it.notOnAgenda}，并案 ${it.merged}`
  const rest = `代表不同意转为建议 ${it.notConverted}，还没有决定 ${it.undecided}，联名不足终止 ${it.lapsed}，撤回 ${it.withdrawn}`
  return [
    { label: '导出', text: `${actor.name}，${now.toISOString()}，共 ${count} 件` },
    { label: '筛选', text: filters.join('；') || '全部' },
    { label: '联名提出', text: `${it.received} 件（已接收编号的，全部议案，按件计）` },
    { label: '作为议案处理', text: `${it.asMotion} 件（${asMotion}）` },
    { label: '转为建议', text: `${it.converted} 件（经领衔代表同意）` },
    { label: '其余', text: rest },
    { label: '联名人数', text: '含领衔代表；只计确认现在文本的代表' },
  ]
}
