import type { Category } from '#kernel/categories/contract.ts'
import { faultOfDocumentNumber, tidyDocumentNumber } from '#kernel/documents/contract.ts'
import { ReplyInput, type Satisfaction, type Status } from '../../contract.ts'
import { referenceOf } from '../../rules/series.ts'
import { categoryIn } from './category-cell.ts'
import { placeOf } from './place-in-series.ts'

/** A row of a table as the import understood its cells; see `columns.ts`. */
export type Cells = Readonly<Record<string, string | number | readonly string[] | null>>

/** A suggestion of earlier years, whole. Days are `YYYY-MM-DD`. */
export interface History {
  readonly term: number
  readonly session: number | null
  readonly series: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly category: string
  readonly leadDeputyId: string
  readonly jointDeputyIds: readonly string[]
  readonly matter: string
  readonly requests: readonly string[]
  /** The first one hosts, the others help. */
  readonly unitIds: readonly string[]
  readonly status: Status
  readonly isPublic: boolean
  /** Where the table does not say, the day of the hand-over: it was submitted by then. */
  readonly submittedOn: string
  readonly handedOverOn: string | null
  readonly reply: { readonly on: string; readonly class: string; readonly documentNumber: string; readonly text: string } | null
  readonly rating: { readonly on: string; readonly attitude: Satisfaction; readonly result: Satisfaction } | null
}

export interface Fault {
  readonly column: string | null
  readonly sentence: string
}

/** What is not known from the row itself. */
export interface Around {
  readonly today: string
  /** The classes of a reply in this place: `A` 已经解决… */
  readonly classes: readonly { readonly code: string; readonly label: string }[]
  /** The dictionary of the congress. */
  readonly categories: readonly Category[]
}

const text = (cells: Cells, key: string) => (typeof cells[key] === 'string' ? cells[key] : null)
const list = (cells: Cells, key: string) => (Array.isArray(cells[key]) ? (cells[key] as readonly string[]) : [])

/** The full number of a row, or null where it cannot be known; what tells two rows apart. */
export function referenceIn(cells: Cells): string | null {
  const number = text(cells, 'number')
  const place = number && placeOf(number, text(cells, 'term'), text(cells, 'sitting'))
  return place && !('sentence' in place) ? referenceOf(place.series, place.number) : null
}

/** A row as a suggestion, or all that contradicts itself in it. The cells are those of the required columns at least. */
export function toHistory(cells: Cells, around: Around): History | readonly Fault[] {
  const place = placeOf(text(cells, 'number') ?? '', text(cells, 'term'), text(cells, 'sitting'))
  const reply = replyOf(cells, around)
  const rating = ratingOf(cells)
  const category = categoryIn(around.categories, text(cells, 'category') ?? '')
  const status = (text(cells, 'status') as Status | null) ?? statusOf(cells)
  const faults = [
    ...('sentence' in place ? [place] : []),
    ...(Array.isArray(reply) ? reply : []),
    ...(Array.isArray(rating) ? rating : []),
    ...('sentence' in category ? [{ column: 'category', ...category }] : []),
    ...dayFaults(cells, around),
    ...statusFaults(cells, status),
  ]
  if (faults.length > 0 || 'sentence' in place || 'sentence' in category) return faults
  return {
    ...place,
    reference: referenceOf(place.series, place.number),
    title: text(cells, 'title')!,
    category: category.code,
    leadDeputyId: text(cells, 'deputy')!,
    jointDeputyIds: list(cells, 'joint').filter((id) => id !== text(cells, 'deputy')),
    matter: text(cells, 'matter')!,
    requests: requestsOf(text(cells, 'requests')),
    unitIds: list(cells, 'units'),
    status,
    isPublic: text(cells, 'public') === 'yes',
    submittedOn: (text(cells, 'submittedOn') ?? text(cells, 'handedOverOn'))!,
    handedOverOn: text(cells, 'handedOverOn'),
    reply: reply as History['reply'],
    rating: rating as History['rating'],
  }
}

/** Where a table has no 状态: as far as its days and ratings go. */
function statusOf(cells: Cells): Status {
  if (cells['attitude'] && cells['result']) return 'closed'
  if (cells['repliedOn']) return 'replied'
  return cells['handedOverOn'] ? 'accepted' : 'registered'
}

const NO_TEXT = '（答复原文未随表导入）'

function replyOf(cells: Cells, { classes }: Around): History['reply'] | Fault[] {
  const on = text(cells, 'repliedOn')
  const written = text(cells, 'class')
  const number = text(cells, 'documentNumber')
  if (on === null) {
    const stray = written ? 'class' : number ? 'documentNumber' : null
    return stray ? [{ column: 'repliedOn', sentence: '有答复类别或文号，却没有答复日期，请补上' }] : null
  }
  const code = classes.find((it) => classNames(it).includes(bareClass(written ?? '')))?.code
  const tidy = number === null ? '' : (tidyDocumentNumber(number) ?? number)
  const fault = documentFault(tidy)
  const faults: Fault[] = []
  if (!code) faults.push({ column: 'class', sentence: `答复类别只能写：${classes.map((it) => it.code).join('、')}` })
  if (fault) faults.push({ column: 'documentNumber', sentence: fault })
  return code && faults.length === 0 ? { on, class: code, documentNumber: tidy, text: text(cells, 'reply') ?? NO_TEXT } : faults
}

/** What a paper of this house could not print is no number of a reply either. */
function documentFault(tidy: string): string | null {
  if (tidy === '') return '已经答复，请填写答复文号'
  if (ReplyInput.shape.documentNumber.safeParse(tidy).success) return null
  return faultOfDocumentNumber(tidy) ?? '文号的机关代字最多 8 个汉字，序号最多 5 位，请改正'
}

function bareClass(written: string): string {
  return written
    .normalize('NFKC')
    .replaceAll(/[\s（）()类]/g, '')
    .toUpperCase()
}

function classNames({ code, label }: { code: string; label: string }): string[] {
  return [code, label].map(bareClass)
}

function ratingOf(cells: Cells): History['rating'] | Fault[] {
  const [attitude, result] = [text(cells, 'attitude'), text(cells, 'result')]
  if (attitude === null && result === null) return null
  if (attitude === null) return [{ column: 'attitude', sentence: '有办理结果的评价，却没有办理态度的，请补上' }]
  if (result === null) return [{ column: 'result', sentence: '有办理态度的评价，却没有办理结果的，请补上' }]
  const on = text(cells, 'ratedOn') ?? text(cells, 'repliedOn')
  if (on === null) return [{ column: 'repliedOn', sentence: '有代表评价，却没有答复日期，请补上' }]
  return { on, attitude: attitude as Satisfaction, result: result as Satisfaction }
}

function dayFaults(cells: Cells, { today }: Around): Fault[] {
  const [from, to] = [text(cells, 'handedOverOn'), text(cells, 'repliedOn')]
  const later = ['submittedOn', 'handedOverOn', 'repliedOn', 'ratedOn'].filter((key) => (text(cells, key) ?? '') > today)
  const faults: Fault[] = later.map((column) => ({ column, sentence: `${text(cells, column)} 在今天之后，请改正` }))
  if (from && to && to < from) faults.push({ column: 'repliedOn', sentence: `答复日期（${to}）早于交办日期（${from}），请改正` })
  const submitted = text(cells, 'submittedOn')
  if (!from && !to && !submitted) faults.push({ column: 'submittedOn', sentence: '没有交办日期的，请填写提出日期' })
  if (from && submitted && from < submitted)
    faults.push({ column: 'submittedOn', sentence: `提出日期（${submitted}）晚于交办日期（${from}），请改正` })
  if (!from && to) faults.push({ column: 'handedOverOn', sentence: '有答复日期，却没有交办日期，请补上' })
  if (from && list(cells, 'units').length === 0) faults.push({ column: 'units', sentence: '已经交办，却没有承办单位，请补上' })
  return faults
}

/** What each status cannot be without. */
const needs: Partial<Record<Status, readonly (readonly [key: string, sentence: string])[]>> = {
  assigned: [['handedOverOn', '状态是“已交办”，请填写交办日期']],
  accepted: [['handedOverOn', '状态是“办理中”，请填写交办日期']],
  replied: [['repliedOn', '状态是“已答复”，请填写答复日期']],
  rated: [
    ['repliedOn', '状态是“已评价”，请填写答复日期'],
    ['attitude', '状态是“已评价”，请填写办理态度'],
  ],
  closed: [['repliedOn', '状态是“办结”，请填写答复日期']],
}

function statusFaults(cells: Cells, status: Status): Fault[] {
  const missing = (needs[status] ?? []).filter(([key]) => cells[key] === null || cells[key] === undefined)
  const faults: Fault[] = missing.map(([column, sentence]) => ({ column, sentence }))
  const isOpen = status === 'registered' || status === 'assigned' || status === 'accepted'
  if (isOpen && cells['repliedOn']) faults.push({ column: 'status', sentence: '已有答复日期，状态不能是办理中，请改正' })
  return faults
}

const ITEM =
  /(?:^|\n)\s*(?:\d{1,2}\s*[.．、]|（[一二三四五六七八九十]{1,3}）|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)\s*/

/** 具体建议: one for each numbered line; without numbers, one for each line. */
export function requestsOf(written: string | null): string[] {
  if (written === null) return []
  const parts = ITEM.test(written) ? written.split(new RegExp(ITEM, 'g')) : written.split('\n')
  return parts.map((it) => it.trim()).filter((it) => it !== '')
}
