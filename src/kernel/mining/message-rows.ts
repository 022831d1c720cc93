import type { Message } from './hot-issues.ts'
import { BadInput, type FileRow } from './rows-of-file.ts'
import type { SubjectSample } from './subjects.ts'
import type { TextItem } from './text-item.ts'
import type { PastAssignment } from './units.ts'

/** A labelled message: `label` with `text` (and `title`), or with `words` already cut and parted by spaces. */
export function subjectSample(row: FileRow): SubjectSample {
  const label = needed(row, 'label', '类别')
  const words = optional(row, 'words')
  return words === undefined ? { label, ...titleAndText(row) } : { label, words: words.split(/\s+/) }
}

/** A message: `id`, `text`, perhaps `title`. */
export function textItem(row: FileRow): TextItem {
  return { id: needed(row, 'id', '编号'), ...titleAndText(row) }
}

/** A message with `time`, perhaps `user` (else every message counts as another person), `up` and `down`. */
export function message(row: FileRow): Message {
  const item = textItem(row)
  const time = needed(row, 'time', '时间，如 2026-11-23 09:00:00')
  if (!/^\d{4}-\d{2}-\d{2}/.test(time))
    throw new BadInput(row.file, row.line, `time 应为 2026-11-23 09:00:00 这样的时间，实为“${time}”`)
  return { ...item, time, user: optional(row, 'user') ?? item.id, up: count(row, 'up'), down: count(row, 'down') }
}

/** A past assignment: a message with `unit`, `unitId` or `unitWeak`; null where no unit is known. */
export function pastAssignment(row: FileRow): PastAssignment | null {
  if (!['unit', 'unitId', 'unitWeak'].some((name) => name in row.fields)) {
    throw new BadInput(row.file, row.line, '应有承办单位（unit、unitId 或 unitWeak）')
  }
  const unitId = optional(row, 'unit') ?? optional(row, 'unitId') ?? optional(row, 'unitWeak')
  return unitId === undefined ? null : { ...textItem(row), unitId }
}

function titleAndText(row: FileRow): { title: string | undefined; text: string } {
  const title = optional(row, 'title')
  const text = optional(row, 'text') ?? ''
  if (title === undefined && text === '') throw new BadInput(row.file, row.line, '应有正文（text）或标题（title）')
  return { title, text }
}

function needed(row: FileRow, name: string, meaning: string): string {
  const value = optional(row, name)
  if (value === undefined) throw new BadInput(row.file, row.line, `应有 ${name}（${meaning}）`)
  return value
}

/** The text of a field; numbers are taken as text; undefined where missing, null or empty. */
function optional(row: FileRow, name: string): string | undefined {
  const value = row.fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw new BadInput(row.file, row.line, `${name} 应为文字`)
  return value.trim() === '' ? undefined : value
}

function count(row: FileRow, name: string): number {
  const value = Number(row.fields[name] ?? 0)
  if (!Number.isInteger(value) || value < 0) throw new BadInput(row.file, row.line, `${name} 应为 0 或正整数`)
  return value
}
