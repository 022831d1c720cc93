/** 修改对照表: the comparison as data, ready for a page, a spreadsheet or a Word table. */

import type { ClauseNode, LawText } from '../types.ts'
import { compareLaws } from './compare.ts'
import type { ChangeRow } from './compare.ts'
import { differenceOf } from './difference.ts'
import type { Segment } from './difference.ts'
import type { ChangeKind } from './kind.ts'

export interface TableRow {
  oldEId: string | null
  newEId: string | null
  /** 第十二条, as the version itself writes it. */
  oldLabel: string
  newLabel: string
  /** The article's words, one 款 or 项 a line. */
  oldText: string
  newText: string
  kind: ChangeKind
  isMoved: boolean
  /** Words taken out and put in; empty unless the article changed. */
  segments: Segment[]
  /** What happened, in Chinese: 新增；由原第七十二条分出. */
  remark: string
}

/** The table of two versions, in the order of the new one. */
export function amendmentTable(old: LawText, fresh: LawText): TableRow[] {
  return compareLaws(old, fresh).map((row) => {
    const [oldText, newText] = [linesOf(row.old), linesOf(row.fresh)]
    const isRewritten = row.kind === 'changed' || row.kind === 'renumbered-reference-only'
    return {
      oldEId: row.old?.eId ?? null,
      newEId: row.fresh?.eId ?? null,
      oldLabel: row.old?.label ?? '',
      newLabel: row.fresh?.label ?? '',
      oldText,
      newText,
      kind: row.kind,
      isMoved: row.isMoved,
      segments: isRewritten ? differenceOf(oldText, newText) : [],
      remark: remarkOn(row),
    }
  })
}

/** The words of a unit, one 款, 项 or 目 a line. */
export function linesOf(node: ClauseNode | null): string {
  return node ? [node.heading, ...below(node)].filter((line) => line !== '').join('\n') : ''
}

function below(node: ClauseNode): string[] {
  return node.children.flatMap((child) => [child.label + child.text, ...below(child)])
}

const remarks: Record<ChangeKind, string> = {
  same: '未改动',
  changed: '修改',
  'renumbered-reference-only': '仅调整所引条款的序号',
  added: '新增',
  deleted: '删去',
}

function remarkOn(row: ChangeRow): string {
  const parts = [remarks[row.kind]]
  if (row.isMoved) parts.push(`由原${row.old?.label ?? ''}移来`)
  if (row.splitFrom) parts.push(`内容来自原${row.splitFrom.label}`)
  if (row.mergedInto) parts.push(`内容并入${row.mergedInto.label}`)
  return parts.join('；')
}
