import { plainDocument, type Block, type PlainDocument, type TableColumn } from '#kernel/documents/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { percent, totalsOf } from '#kernel/metrics/api.ts'
import { formatDateZh, toBeijingDate } from '#lib/pure/date.ts'
import { loadClock, type SuggestionClock } from '../clock.ts'
import { readCategoryFigures } from '../figures/categories.ts'
import type { CategoryFigure, FigureItem, MetricId } from '../figures/contract.ts'
import { countUnits, figuresOf, isCounted, readerOf, sumOf, type Reader } from '../figures/counting.ts'
import { scorecardOf } from '../figures/reading.ts'
import { catalogue, unitWords, type Counts } from '../figures/rules/catalogue.ts'
import * as figures from '../figures/figures-store.ts'
import { MEANING, readDimension } from '../rules/measures.ts'
import { classMeanings } from '../rules/profile.ts'
import { officeName } from './rules/session-name.ts'
import { words } from '../words.ts'

/**
 * 年度办理情况报告 (代表法 art 51: to the standing committee, printed for the next session): the figures of the catalogue for what was put
 * in one year, the same that stand on the pages of that year, each with its denominator and that of the year before beside it.
 */
export async function handlingReport(act: Act, congress: string, year: number): Promise<PlainDocument> {
  const { tx, now } = act
  const today = toBeijingDate(now)
  const clock = await loadClock(tx, today)
  const reader = readerOf(act, true, year)
  const units = await countUnits(reader, clock)
  const counts = sumOf(units.values())
  const items = itemsOf(counts, year)
  const of = (id: MetricId) => items.find((it) => it.id === id)!
  const before = itemsOf(sumOf((await countUnits({ ...reader, year: year - 1 }, clock)).values()), year - 1)
  const categories = await readCategoryFigures(reader, 'zh-CN')
  const last = await readCategoryFigures({ ...reader, year: year - 1 }, 'zh-CN')
  return plainDocument({
    title: `${year}年度代表建议、批评和意见\n办理情况报告`,
    number: `数据截至${formatDateZh(today)}`,
    date: today,
    signer: officeName(congress, clock.profile.vocabulary.deputiesOffice),
    blocks: [
      { kind: 'heading', level: 1, text: '总体情况' },
      ...overall(counts, of, categories),
      { kind: 'heading', level: 1, text: '主要指标' },
      mainFigures(items, before, year),
      { kind: 'heading', level: 1, text: '代表评价' },
      ...ratings(counts, of),
      { kind: 'heading', level: 1, text: '办理结果' },
      ...(await results(reader, clock, of)),
      { kind: 'heading', level: 1, text: '按类别' },
      byCategory(categories, last, year),
      { kind: 'heading', level: 1, text: '按承办单位' },
      ...(await byUnit(reader, units)),
      { kind: 'heading', level: 1, text: '口径' },
      paragraph(
        `${year}年度，指${year}年召开的代表大会会议期间和闭会以后、下一次会议以前提出的建议。本报告的数字取自平台的累计数，与平台页面上同一年度的同名指标是同一个数。不含代表撤回的；承诺事项按首次期限所在的年份计。分母为零的记为“—”。`,
      ),
      paragraph(`${catalogue.map((it) => `${it.words.zh}：${it.formula.zh}，${unitWords[it.unit].zh}`).join('；')}。`),
    ],
  })
}

function itemsOf(counts: Counts, year: number): FigureItem[] {
  return figuresOf(counts, { unitId: null, year, locale: 'zh-CN', isPublic: false })
}

/** Every figure of the catalogue, this year beside the year before; a year of which the platform knows nothing has no figures. */
function mainFigures(items: readonly FigureItem[], before: readonly FigureItem[], year: number): Block {
  const isKnown = before.some(({ part, whole }) => part > 0 || (whole ?? 0) > 0)
  const cell = (it: FigureItem) => (it.whole ? rate(it) : it.value)
  return {
    kind: 'table',
    columns: columns(['指标', `${year}年度`, `${year - 1}年度`], 1.6),
    rows: items.map((it) => [it.name, cell(it), isKnown ? cell(before.find(({ id }) => id === it.id)!) : '—']),
  }
}

type Of = (id: MetricId) => FigureItem

/** `96.7%（796/823）`: a rate never stands without its denominator. */
function rate({ value, part, whole }: FigureItem): string {
  return `${value}（${part}/${whole}）`
}

function overall(it: Counts, of: Of, categories: readonly CategoryFigure[]): Block[] {
  const open = it.handed_over - it.replied
  const inSession = categories.reduce((all, one) => all + one.inSession, 0)
  const { value: replyRate } = of('reply_rate')
  return [
    paragraph(
      `本年度已交办代表建议${it.handed_over}件，其中大会期间提出的${inSession}件，闭会期间提出的${it.handed_over - inSession}件；已答复${it.replied}件，办复率${replyRate}；尚未答复${open}件，逾期${it.overdue}件。`,
    ),
    paragraph(`首次已答复和逾期未答复的${of('in_time_rate').whole}件中，按期办复率${rate(of('in_time_rate'))}。`),
    paragraph(
      `与代表当面沟通的${it.met}件，面商率${rate(of('face_rate'))}。退办后改交过的${it.transferred}件，往返率${rate(of('transfer_rate'))}。`,
    ),
  ]
}

function ratings(it: Counts, of: Of): Block[] {
  const heads = ['项目', ...Object.values(words.zh.satisfaction), '已评价', '满意率']
  const { satisfied, basically_satisfied, dissatisfied } = it
  const row = ['办理结果', satisfied, basically_satisfied, dissatisfied, it.rated, of('satisfied_rate').value]
  return [
    paragraph(
      `已答复的${it.replied}件中，代表已评价${it.rated}件，反馈率${rate(of('feedback_rate'))}；期满未评价而办结的${it.unrated}件。未评价的不计入满意率。`,
    ),
    { kind: 'table', columns: columns(heads), rows: [row.map(String)] },
    paragraph(
      `满意和基本满意率${rate(of('content_rate'))}，对办理态度的满意率${rate(of('attitude_rate'))}，首次满意率${rate(of('first_satisfied_rate'))}。`,
    ),
  ]
}

/** What the newest replies mean, in the letters of this place, and what became of the promises. */
async function results(reader: Reader, { profile }: SuggestionClock, of: Of): Promise<Block[]> {
  const counts = new Map<string, number>()
  for (const [dimension, amount] of (await totalsOf(reader.tx, [MEANING])).get(MEANING) ?? []) {
    const total = readDimension(dimension)
    if (isCounted(reader, total)) counts.set(total.key, (counts.get(total.key) ?? 0) + amount)
  }
  const all = of('solved_rate').whole ?? 0
  const rows = classMeanings.flatMap((meaning) => {
    const classes = profile.classes.filter((it) => it.meaning === meaning)
    const name = classes.map(({ code, label }) => `${code}类　${label}`).join('、')
    const amount = counts.get(meaning) ?? 0
    return name === '' && amount === 0 ? [] : [[name || meaningWords[meaning], String(amount), percent(amount, all)]]
  })
  return [
    paragraph(`已答复并有类别的${all}件，按最近一次答复的类别计，解决率${rate(of('solved_rate'))}。`),
    { kind: 'table', columns: columns(['结果类别', '件数', '占比'], 6), rows },
    paragraph(`首次期限在本年度并应落实的承诺事项${of('kept_rate').whole}项，落实率${rate(of('kept_rate'))}。`),
  ]
}

/** For meanings that the present profile has no class for, though an older one had. */
const meaningWords: Readonly<Record<(typeof classMeanings)[number], string>> = {
  solved: '已经解决',
  datedPlan: '列入计划并有期限',
  undatedPlan: '列入计划',
  upperLevel: '需向上级反映',
  reference: '留作参考',
  notPossible: '不能办理',
}

function byCategory(fields: readonly CategoryFigure[], before: readonly CategoryFigure[], year: number): Block {
  const last = new Map(before.map((it) => [it.code, it.handedOver]))
  const rows = fields.map((it) => [
    ...handled(it.name, it.handedOver, it.replied),
    before.length === 0 ? '—' : String(last.get(it.code) ?? 0),
  ])
  return { kind: 'table', columns: columns([...HANDLED, `${year - 1}年度交办`]), rows }
}

/** Every unit's scorecard: what it was given, what is open, and how it did it (SUG-34). */
async function byUnit(reader: Reader, counts: ReadonlyMap<string, Counts>): Promise<Block[]> {
  const units = await figures.listHandlingUnits(reader.tx, [...counts.keys()])
  const cards = units.map((unit) =>
    scorecardOf(unit, counts.get(unit.id)!, { year: reader.year, locale: 'zh-CN', isPublic: false }),
  )
  const rows = cards.map((it) => handled(it.unit.name, it.handedOver, it.replied))
  const shown: readonly MetricId[] = ['in_time_rate', 'face_rate', 'satisfied_rate', 'solved_rate', 'kept_rate']
  const heads = ['名称', ...shown.map((id) => catalogue.find((it) => it.id === id)!.words.zh)]
  const cell = (it: FigureItem) => (it.whole ? `${it.value}\n${it.part}/${it.whole}` : it.value)
  const scores = cards.map((card) => [card.unit.name, ...shown.map((id) => cell(card.items.find((it) => it.id === id)!))])
  return [
    { kind: 'table', columns: columns(HANDLED), rows },
    paragraph('各单位的办理质量如下，每个比率下面是分子和分母。'),
    { kind: 'table', columns: columns(heads), rows: scores },
  ]
}

const HANDLED = ['名称', '已交办', '已答复', '未答复', '办复率']

function handled(name: string, all: number, replied: number): string[] {
  return [name, String(all), String(replied), String(all - replied), percent(replied, all)]
}

/** The first column names the row and is wider. */
function columns(heads: readonly string[], nameShare = 3): TableColumn[] {
  return heads.map((header, at) => ({ header, share: at === 0 ? nameShare : 1.4, align: at === 0 ? 'left' : 'right' }))
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
