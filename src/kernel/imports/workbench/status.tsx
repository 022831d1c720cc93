import { StatusTag, useWords } from '#workbench/kit.ts'
import type { Run } from '../contract.ts'
import { isMoving } from './calls.ts'
import { words } from './words.ts'

/** Where a run stands, in a word and a shape. */
export function RunStatusTag({ it }: { it: Pick<Run, 'status' | 'headers'> }) {
  const t = useWords(words)
  const { status, headers } = it
  const isReading = status === 'uploaded' && headers.length === 0
  const kind = status === 'imported' ? 'done' : status === 'failed' ? 'late' : isMoving(status, headers) ? 'normal' : 'idle'
  return <StatusTag kind={kind} word={isReading ? t.reading : t.status[status]} />
}
