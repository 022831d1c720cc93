import { buffer } from 'node:stream/consumers'
import { annotateErrors } from '#kernel/documents/api.ts'
import { findFile, type BlobStore } from '#kernel/files/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { cutPage } from '#lib/http/page.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import type { Locale } from '#lib/pure/words.ts'
import { cancelImport } from './actions/cancel.ts'
import { chooseName } from './actions/choose-name.ts'
import { confirmImport } from './actions/confirm.ts'
import { continueImport } from './actions/continue.ts'
import { kindsOf, NO_ROWS, visibleRun, type ImportHouse } from './actions/locked.ts'
import { mapColumnsOf } from './actions/map.ts'
import { startImport } from './actions/start.ts'
import { undoImport } from './actions/undo.ts'
import type { Run } from './contract.ts'
import type { importsApi } from './endpoints.ts'
import { headerNames } from './rules/map-columns.ts'
import { countNames, countRows, listRows, listRuns, listStarters } from './store.ts'
import { templateOf } from './template.ts'
import { toKind, toLines, toRun } from './views.ts'

interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
  readonly blobs: BlobStore
}

export function handlersOf(house: ImportHouse): Handlers<Reading, typeof importsApi> {
  const { importables } = house
  const acting =
    <G extends { params: { id: string } }>(act: (act: Act, house: ImportHouse, id: string, given: G) => Promise<void>) =>
    async (context: Reading, given: G): Promise<Run> => {
      await act(actOf(context), house, given.params.id, given)
      return runOf(context, house, given.params.id)
    }
  return {
    listImportKinds: async (context) => ({
      items: kindsOf(importables, actOf(context).actor).map((it) => toKind(it, context.locale)),
    }),
    downloadTemplate: async (context, { params }) => {
      const found = kindsOf(importables, actOf(context).actor).find(({ name }) => name === params.name)
      if (!found) throw notFound('这种导入')
      return templateOf(found)
    },
    listImports: (context, { query }) => listOf(context, house, query),
    startImport: async (context, { body }) => runOf(context, house, await startImport(actOf(context), house, body)),
    getImport: (context, { params }) => runOf(context, house, params.id),
    listImportProblems: async (context, { params, query }) => {
      const { tx, actor } = actOf(context)
      const { run } = await visibleRun(tx, actor, importables, params.id)
      const after = query.cursor === undefined ? {} : { after: query.cursor }
      const page = cutPage(await listRows(tx, run.id, 'bad', { limit: query.limit + 1, ...after }), query.limit, (it) =>
        String(it.number),
      )
      const same = await countNames(tx, run.id)
      return { items: page.items.flatMap((row) => toLines(run, row, same)), next: page.next }
    },
    mapColumns: acting((act, where, id, { body }) => mapColumnsOf(act, where, id, body.mapping)),
    chooseName: acting((act, where, id, { body }) => chooseName(act, where, id, body)),
    confirmImport: acting((act, where, id, { body }) => confirmImport(act, where, id, body.mode)),
    cancelImport: acting(cancelImport),
    continueImport: acting(continueImport),
    undoImport: acting(undoImport),
    downloadAnnotated: (context, { params }) => annotatedOf(context, house, params.id),
  }
}

async function listOf(context: Reading, { importables }: ImportHouse, query: { limit: number; cursor?: string | undefined }) {
  const { tx, actor, now } = actOf(context)
  const kinds = kindsOf(importables, actor)
  const rows = await listRuns(
    tx,
    kinds.map(({ name }) => name),
    query,
  )
  const page = cutPage(rows, query.limit, (it) => it.id)
  const ids = page.items.map(({ id }) => id)
  const counts = await countRows(tx, ids)
  const names = await listStarters(
    tx,
    page.items.map(({ startedBy }) => startedBy),
  )
  const items = page.items.map((run) =>
    toRun(run, {
      importable: kinds.find(({ name }) => name === run.kind)!,
      counts: counts.get(run.id) ?? NO_ROWS,
      startedBy: names.get(run.startedBy) ?? '',
      now,
      locale: context.locale,
    }),
  )
  return { items, next: page.next }
}

async function runOf(context: Reading, { importables }: ImportHouse, id: string): Promise<Run> {
  const { tx, actor, now } = actOf(context)
  const { run, importable, counts } = await visibleRun(tx, actor, importables, id)
  const names = await listStarters(tx, [run.startedBy])
  return toRun(run, { importable, counts, startedBy: names.get(run.startedBy) ?? '', now, locale: context.locale })
}

async function annotatedOf(context: Reading, { importables }: ImportHouse, id: string): Promise<FileAnswer> {
  const { tx, actor } = actOf(context)
  const { run, importable } = await visibleRun(tx, actor, importables, id)
  const file = await findFile(tx, run.fileId)
  if (!file) throw notFound('上传的文件')
  const rows = await listRows(tx, run.id, 'bad')
  const errors = rows.flatMap(({ number, problems }) =>
    problems.map(({ column, sentence }) => {
      const header = column === null ? undefined : run.mapping[column]
      return { row: number, message: sentence, ...(header !== undefined && { column: header }) }
    }),
  )
  const body = await annotateErrors(await buffer(await context.blobs.get(file.key)), errors, {
    expected: headerNames(importable.columns),
  })
  if (!Buffer.isBuffer(body)) throw new Problem(422, `file-${body.code}`, body.sentence)
  return { fileName: `${file.name.replace(/\.[^.]+$/, '')}-批注.xlsx`, mediaType: XLSX, body }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The audience of these operations guarantees a person; a mistake there must not become an anonymous act. */
function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
  return { tx, actor, now }
}
