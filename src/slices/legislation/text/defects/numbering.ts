/** Numbers that jump, stand twice or go back: of articles through the whole law, of headings under one roof, of 项 in one 款. */

import { formatNumeral } from '../numerals.ts'
import type { ClauseNode, LawText, Level } from '../types.ts'
import { nameOf, walk } from '../walk.ts'
import type { Visit } from '../walk.ts'
import { at } from './found.ts'
import type { Found } from './found.ts'

const units: Partial<Record<Level, string>> = { part: '编', subpart: '分编', chapter: '章', section: '节' }

export function numberingDefects(law: LawText): Found[] {
  const visits = [...walk(law.body)]
  return [...articleNumbers(visits), ...pointNumbers(law.body), ...headingNumbers(law.body), ...itemNumbers(visits)]
}

function articleNumbers(visits: readonly Visit[]): Found[] {
  const found: Found[] = []
  let last = 0
  let lastSuffix = 0
  for (const { node } of visits) {
    if (node.level !== 'article' || node.number === null) continue
    const place = { ...at(node), where: node.label }
    if (node.number > last + 1)
      found.push({ ...place, kind: 'article-gap', reason: `缺${range(last + 1, node.number - 1, '条')}` })
    else if (node.number < last || (node.number === last && node.suffix <= lastSuffix)) {
      found.push({ ...place, kind: 'article-order', reason: `排在第${formatNumeral(last)}条之后，条的序号重复或者倒退` })
    } else if (node.suffix > 0 && node.number === last && node.suffix > lastSuffix + 1) {
      found.push({ ...place, kind: 'article-gap', reason: `缺第${formatNumeral(last)}条之${formatNumeral(lastSuffix + 1)}` })
    }
    if (node.children.length === 0) found.push({ ...place, kind: 'article-without-text', reason: '只有条号，没有条文' })
    last = node.number
    lastSuffix = node.suffix
  }
  return found
}

function pointNumbers(body: readonly ClauseNode[]): Found[] {
  return counted(
    body.filter((node) => node.level === 'point'),
    (missing) => `缺“${missing.map(formatNumeral).join('、')}、”`,
    () => 'article-gap',
  )
}

/** 章 may start anew in each 编 or run on through all of them; 节 start anew in each 章. */
function headingNumbers(body: readonly ClauseNode[]): Found[] {
  const found: Found[] = []
  for (const level of ['part', 'subpart', 'chapter', 'section'] as const) {
    let last = 0
    for (const siblings of families(body, level)) {
      const first = siblings[0]?.number ?? 1
      if (first === 1) last = 0
      for (const node of siblings) {
        found.push(...headingStep(node, last))
        last = node.number ?? last
      }
      if (level === 'section' || level === 'subpart') last = 0
    }
  }
  return found
}

function headingStep(node: ClauseNode, last: number): Found[] {
  const number = node.number ?? last + 1
  const place = { ...at(node), where: node.label, kind: 'heading-gap' as const }
  const unit = units[node.level] ?? ''
  if (number > last + 1) return [{ ...place, reason: `缺${range(last + 1, number - 1, unit)}` }]
  return number <= last && node.suffix === 0
    ? [{ ...place, reason: `排在第${formatNumeral(last)}${unit}之后，${unit}的序号重复或者倒退` }]
    : []
}

/** Headings of one level, grouped by the container they stand in, in the order of the text. */
function families(nodes: readonly ClauseNode[], level: Level): ClauseNode[][] {
  const own = nodes.filter((node) => node.level === level)
  const below = nodes.flatMap((node) => (node.level === level || node.level === 'article' ? [] : families(node.children, level)))
  return own.length > 0 ? [own, ...below] : below
}

/** Items begin at （一） and count up by one through the unit; a list behind another 款 may go on or begin at （一） again. */
function itemNumbers(visits: readonly Visit[]): Found[] {
  return visits
    .filter(({ node }) => node.level === 'article' || node.level === 'point')
    .flatMap(({ node, above }) =>
      counted(
        node.children.flatMap((child) => child.children.filter((one) => one.level === 'item')),
        (missing) => `缺第${missing.map((number) => `（${formatNumeral(number)}）`).join('、')}项`,
        () => 'item-gap',
        nameOf({ node, above }),
      ),
    )
}

function counted(
  nodes: readonly ClauseNode[],
  reason: (missing: number[]) => string,
  kind: () => Found['kind'],
  where = '',
): Found[] {
  const found: Found[] = []
  let last = 0
  for (const node of nodes) {
    const number = node.number ?? last + 1
    const place = { ...at(node), where: where === '' ? node.label : where, kind: kind() }
    if (number > last + 1)
      found.push({ ...place, reason: reason(Array.from({ length: number - last - 1 }, (_, index) => last + 1 + index)) })
    else if (number <= last && number !== 1) found.push({ ...place, reason: `“${node.label}”的序号重复或者倒退` })
    last = number
  }
  return found
}

function range(from: number, to: number, unit: string): string {
  const first = `第${formatNumeral(from)}${unit}`
  return from === to ? first : `${first}至第${formatNumeral(to)}${unit}`
}
