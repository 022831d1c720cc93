import { plainDocument, type Block, type PlainDocument, type TableColumn } from '#kernel/documents/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { percent, totals } from '#kernel/metrics/api.ts'
import { formatDateZh, toBeijingDate } from '#lib/pure/date.ts'
import { loadClock, type SuggestionClock } from '../clock.ts'
import { satisfactions, type Summary } from '../contract.ts'
import * as figures from '../figures-store.ts'
import { summarise } from '../reading.ts'
import { punctuality, verdictOf, type Verdict } from '../rules/figures.ts'
import { officeName } from '../rules/session-name.ts'
import { words } from '../words.ts'

/** 办理情况报告 (代表法 art 51): every figure counted now, from the running totals or the rows, each with its denominator. */
export async function handlingReport({ tx, now }: Act, congress: string): Promise<PlainDocument> {
  const today = toBeijingDate(now)
  const clock = await loadClock(tx, today)
  const summary = await summarise(tx)
  return plainDocument({
    title: '代表建议、批评和意见办理情况报告',
    number: `数据截至${formatDateZh(today)}`,
    date: today,
    signer: officeName(congress, clock.profile.vocabulary.deputiesOffice),
    blocks: [
      { kind: 'heading', level: 1, text: '总体情况' },
      ...overall(summary, await figures.countMetFace(tx), await punctualityOf(tx, clock, today)),
      { kind: 'heading', level: 1, text: '代表评价' },
      ...ratings(summary, await figures.countRatings(tx, 'last'), verdictOf(await figures.countRatings(tx, 'first'), 'result')),
      { kind: 'heading', level: 1, text: '办理结果' },
      ...classes(clock, await figures.countClasses(tx)),
      { kind: 'heading', level: 1, text: '按类别' },
      byCategory(await figures.countByCategory(tx)),
      { kind: 'heading', level: 1, text: '按承办单位' },
      await byUnit(tx),
      { kind: 'heading', level: 1, text: '口径' },
      { kind: 'paragraph', text: BASIS },
    ],
  })
}

const BASIS =
  '本报告的数字由平台按明细即时统计。除注明“答复”的以外，均按建议件数计，不含代表撤回的。办复率为已答复除以已交办；按期答复率为期限内首次答复除以已答复和已到期的；面商率为办理中有走访、座谈或者现场察看记录的除以已交办；满意率为满意除以已评价，未评价的不计入；首次满意率按重新办理以前的第一次评价计。分母为零的记为“—”。'

async function punctualityOf(tx: Act['tx'], clock: SuggestionClock, today: string): Promise<{ onTime: number; due: number }> {
  const groups = (await figures.countFirstReplies(tx)).map((it) => {
    const first = { status: 'accepted', round: 1, submittedOn: null, roundStartedOn: it.handedOverOn } as const
    return { ...it, dueOn: clock.replyDueOn({ ...it, ...first }) }
  })
  return punctuality(groups, today)
}

function overall(summary: Summary, met: number, { onTime, due }: { onTime: number; due: number }): Block[] {
  const { handedOver, replied, open, replyRate } = summary
  return [
    paragraph(`已交办代表建议${handedOver}件，已答复${replied}件，办复率${replyRate}；尚未答复${open}件。`),
    paragraph(`已答复和已到期的${due}件中，按期答复${onTime}件，按期答复率${percent(onTime, due)}。`),
    paragraph(`与代表当面沟通的${met}件，面商率${percent(met, handedOver)}。`),
  ]
}

function ratings({ replied }: Summary, last: readonly figures.RatingFigures[], first: Verdict): Block[] {
  const [attitude, result] = [verdictOf(last, 'attitude'), verdictOf(last, 'result')]
  const row = (name: string, it: Verdict) => [
    name,
    ...satisfactions.map((word) => String(it[word])),
    String(it.rated),
    percent(it.satisfied, it.rated),
  ]
  const heads = ['项目', ...satisfactions.map((it) => words.zh.satisfaction[it]), '已评价', '满意率']
  return [
    paragraph(
      `已答复的${replied}件中，代表已评价${result.rated}件，反馈率${percent(result.rated, replied)}，未评价的不计入满意率。`,
    ),
    { kind: 'table', columns: columns(heads), rows: [row('办理态度', attitude), row('办理结果', result)] },
    paragraph(`对办理结果的首次满意率${percent(first.satisfied, first.rated)}（${first.satisfied}/${first.rated}）。`),
  ]
}

function classes(clock: SuggestionClock, counts: readonly { class: string; amount: number }[]): Block[] {
  const replies = counts.reduce((total, { amount }) => total + amount, 0)
  const rows = counts.map((it) => {
    const label = clock.profile.classes.find(({ code }) => code === it.class)?.label ?? ''
    return [`${it.class}类　${label}`, String(it.amount), percent(it.amount, replies)]
  })
  return [
    paragraph(`共答复${replies}次，按次计；重新办理后的再次答复另计一次。`),
    { kind: 'table', columns: columns(['结果类别', '答复次数', '占比'], 6), rows },
  ]
}

function byCategory(counts: readonly figures.CategoryFigures[]): Block {
  const rows = counts.map((it) => handled(words.zh.category[it.category], it.handedOver, it.replied))
  return { kind: 'table', columns: columns(HANDLED), rows }
}

async function byUnit(tx: Act['tx']): Promise<Block> {
  const handedOver = await totals(tx, 'suggestion.handed_over')
  const replied = await totals(tx, 'suggestion.replied')
  const units = await figures.listHandlingUnits(tx, [...handedOver.keys()])
  const rows = units.map(({ id, name }) => handled(name, handedOver.get(id) ?? 0, replied.get(id) ?? 0))
  return { kind: 'table', columns: columns(HANDLED), rows }
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
