/** The comparison as `minyi law diff --json` prints it. */

import { compareLaws } from './compare/compare.ts'
import type { ChangeRow } from './compare/compare.ts'
import { differenceOf } from './compare/difference.ts'
import type { Segment } from './compare/difference.ts'
import type { ChangeKind } from './compare/kind.ts'
import { linesOf } from './compare/table.ts'
import type { LawText } from './types.ts'

/** In the shape of the published gold standards: `old`, `new`, `kind`, `moved`; the rest is added to it. */
export interface DiffRow {
  old: number | null
  new: number | null
  kind: ChangeKind
  moved?: true
  /** 之一 as a number; only where there is one. */
  oldSuffix?: number
  newSuffix?: number
  oldEId?: string
  newEId?: string
  /** Number of the old article that the words of an added one came from. */
  splitFrom?: number
  /** Number of the new article that took up the words of a deleted one. */
  mergedInto?: number
  segments?: Segment[]
}

/** Rows in the order of the new version. */
export function diffRows(old: LawText, fresh: LawText): DiffRow[] {
  return compareLaws(old, fresh).map(rowOf)
}

function rowOf(row: ChangeRow): DiffRow {
  const { old, fresh } = row
  return {
    old: old?.number ?? null,
    new: fresh?.number ?? null,
    kind: row.kind,
    ...(row.isMoved ? { moved: true as const } : {}),
    ...(old && old.suffix > 0 ? { oldSuffix: old.suffix } : {}),
    ...(fresh && fresh.suffix > 0 ? { newSuffix: fresh.suffix } : {}),
    ...(old ? { oldEId: old.eId } : {}),
    ...(fresh ? { newEId: fresh.eId } : {}),
    ...(row.splitFrom ? { splitFrom: row.splitFrom.number ?? 0 } : {}),
    ...(row.mergedInto ? { mergedInto: row.mergedInto.number ?? 0 } : {}),
    ...(row.kind === 'changed' || row.kind === 'renumbered-reference-only'
      ? { segments: differenceOf(linesOf(old), linesOf(fresh)) }
      : {}),
  }
}
