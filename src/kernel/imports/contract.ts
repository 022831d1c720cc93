import * as z from 'zod'

/** uploaded: read, or waiting until a person says which column is which. cancelled and failed can go on where they stopped. */
export const runStatuses = [
  'uploaded',
  'checking',
  'checked',
  'importing',
  'imported',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const
export const RunStatus = z.enum(runStatuses)
export type RunStatus = z.infer<typeof RunStatus>

export const rowStates = ['pending', 'good', 'bad', 'imported', 'undone'] as const
export type RowState = (typeof rowStates)[number]

export const runActions = ['map', 'name', 'import', 'cancel', 'continue', 'undo'] as const
export const RunAction = z.enum(runActions)
export type RunAction = z.infer<typeof RunAction>

/** `date` is written as a day; `units` and `deputies` are lists parted by 、. */
export const columnTypes = ['text', 'number', 'date', 'unit', 'units', 'deputy', 'deputies', 'choice'] as const
export type ColumnType = (typeof columnTypes)[number]

export const nameKinds = ['unit', 'deputy'] as const
export const NameKind = z.enum(nameKinds)
export type NameKind = z.infer<typeof NameKind>

const Column = z.object({ key: z.string(), label: z.string(), isRequired: z.boolean() })

/** What can be imported, and the columns that its tables have. */
export const ImportKind = z.object({
  name: z.string(),
  title: z.string(),
  lead: z.string(),
  columns: z.array(Column),
})
export type ImportKind = z.infer<typeof ImportKind>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** What is wrong with a cell, or with a row where `column` is null. `name` is there where a name was not recognised. */
export const RowProblem = z.object({
  column: z.string().nullable(),
  written: z.string(),
  sentence: z.string(),
  name: z.object({ kind: NameKind, written: z.string(), candidates: z.array(Named) }).nullable(),
})
export type RowProblem = z.infer<typeof RowProblem>

export const ProblemLine = RowProblem.extend({
  row: z.number().int(),
  /** The header in the file. */
  header: z.string().nullable(),
  /** In how many rows of this table the same name is not recognised. */
  same: z.number().int(),
})
export type ProblemLine = z.infer<typeof ProblemLine>

const counts = z.object({
  total: z.number().int(),
  pending: z.number().int(),
  good: z.number().int(),
  bad: z.number().int(),
  /** Of the good: those that change something that is there already. */
  updates: z.number().int(),
  imported: z.number().int(),
  undone: z.number().int(),
})
export type Counts = z.infer<typeof counts>

export const Run = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  fileName: z.string(),
  status: RunStatus,
  problem: z.string().nullable(),
  headers: z.array(z.string()),
  headerRow: z.number().int().nullable(),
  /** Key of a column → header of the file. */
  mapping: z.record(z.string(), z.string()),
  counts,
  startedBy: z.string(),
  createdAt: z.iso.datetime(),
  importedAt: z.iso.datetime().nullable(),
  /** Until then the import can be taken back. */
  undoUntil: z.iso.datetime().nullable(),
  allowed: z.array(RunAction),
})
export type Run = z.infer<typeof Run>

export const StartInput = z.strictObject({ kind: z.string().max(60), fileId: z.uuid() })
export const MappingInput = z.strictObject({
  mapping: z.record(z.string().max(60), z.string().max(200)).refine((it) => Object.keys(it).length <= 60),
})
export const NameInput = z.strictObject({
  kind: NameKind,
  written: z.string().min(1).max(200),
  id: z.uuid(),
  /** The row it is meant for; without it, every row and every later table: 以后都这样识别. */
  row: z.number().int().min(1).optional(),
})
export const ImportInput = z.strictObject({ mode: z.enum(['good', 'all']) })
export type NameInput = z.infer<typeof NameInput>
