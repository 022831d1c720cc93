export type { ColumnType, RunStatus } from './contract.ts'
export type { Finding, GivenRow, Importable, ImportAct, ImportColumn, Values, Verdict, Written } from './importable.ts'
export { importJob, type WorkJob, type WorkParts } from './work.ts'
