import * as z from 'zod'
import { anchor, sealPending } from '#kernel/audit/api.ts'
import { listCongresses } from '#kernel/congress/api.ts'
import { forgetKeys } from '#kernel/idempotency/api.ts'
import { removeExpiredSessions } from '#kernel/identity/api.ts'
import { eachCongress, job, releaseAbandoned, type Deps, type ScheduleEntry } from '#kernel/jobs/api.ts'
import type { Manifest } from '#kernel/manifest.ts'
import { checkTotals, foldMeasures } from '#kernel/metrics/api.ts'
import { forgetRead } from '#kernel/notifications/api.ts'
import type { BackupResult } from './backup/backup.ts'
import type { Words } from '#lib/pure/words.ts'

const HOUR_MS = 3_600_000
/** A client retries for hours, not for days. */
const KEPT_KEYS_MS = 48 * HOUR_MS
const KEPT_READ_NOTICES_MS = 180 * 24 * HOUR_MS

/** What upkeep needs outside the database. */
export interface Outside {
  /** The folder of the seals' anchors. */
  readonly anchors: string
  /** Writes one archive; answers where, and which stored objects were missing. */
  backup(): Promise<Pick<BackupResult, 'path' | 'bytes' | 'missingBlobs'>>
}

/** What keeps the house in order, as lines of the timetable. */
export function upkeep(
  manifests: readonly Manifest[],
  outside: Outside,
): { job: ReturnType<typeof chore>; line: ScheduleEntry }[] {
  return [
    line('metrics.fold-totals', { everyMinutes: 5 }, folding, (deps) =>
      eachCongress(deps, async (tx) => void (await foldMeasures(tx))),
    ),
    line('metrics.check-totals', { at: '02:00' }, checking, (deps) => checkAll(deps, manifests)),
    line('audit.seal-pending', { everyMinutes: 1 }, sealing, (deps) => seal(deps)),
    line('audit.anchor-seals', { everyMinutes: 10 }, anchoring, (deps) => anchorAll(deps, outside.anchors)),
    line('backup.write-archive', { at: '02:30' }, backingUp, (deps) => backUp(deps, outside)),
    line('idempotency.forget-keys', { at: '03:10' }, forgetting, (deps) =>
      eachCongress(deps, async (tx) => void (await forgetKeys(tx, ago(deps, KEPT_KEYS_MS)))),
    ),
    line('identity.delete-expired-sessions', { at: '03:20' }, ending, (deps) =>
      eachCongress(deps, async (tx) => void (await removeExpiredSessions(tx, deps.clock()))),
    ),
    line('notifications.forget-read', { at: '03:30' }, clearing, (deps) =>
      eachCongress(deps, async (tx) => void (await forgetRead(tx, ago(deps, KEPT_READ_NOTICES_MS)))),
    ),
    line('jobs.release-abandoned', { everyMinutes: 1 }, releasing, async ({ database, log }) => {
      const count = await releaseAbandoned(database)
      if (count > 0) log.warn({ count }, 'jobs of a worker that died were given back')
    }),
  ]
}

const backingUp = { zh: '备份整个数据库、上传的文件和存证', en: 'Backs up the database, stored files and anchors' }
const folding = { zh: '把统计增量并入合计', en: 'Folds changes of figures into their totals' }
const checking = {
  zh: '按明细重新计数，与合计核对；不一致的记入日志并更正',
  en: 'Counts the figures afresh; differences go on record and are corrected',
}
const sealing = { zh: '把新的操作记录封入 SM3 校验链', en: 'Seals new events in the SM3 chain' }
const anchoring = { zh: '把校验链的末端写到数据库之外', en: 'Writes the head of the chain outside the database' }
const forgetting = { zh: '清除 48 小时前的防重复提交键', en: 'Forgets idempotency keys older than 48 hours' }
const ending = { zh: '清除已到期的登录', en: 'Deletes sessions that have ended' }
const clearing = { zh: '清除 180 天前读过的提醒', en: 'Deletes notices read more than 180 days ago' }
const releasing = { zh: '收回已停止的进程占着的作业', en: 'Gives back the jobs of processes that died' }

function line(name: string, when: ScheduleEntry['when'], what: Words<string>, run: (deps: Deps) => Promise<void>) {
  const it = chore(name, run)
  return { job: it, line: { job: it, when, what } }
}

function chore(name: string, run: (deps: Deps) => Promise<void>) {
  return job({ name, payload: z.unknown(), run })
}

async function checkAll({ database, clock, log }: Deps, manifests: readonly Manifest[]): Promise<void> {
  for (const { id } of await listCongresses(database)) {
    for (const { name, recount } of manifests) {
      if (!recount) continue
      const found = await checkTotals(database, id, recount.metrics, recount.count, clock())
      if (found.length > 0) log.error({ congressId: id, module: name, count: found.length }, 'figures differed from their rows')
    }
  }
}

async function seal({ database, clock }: Deps): Promise<void> {
  for (const { id } of await listCongresses(database)) await sealPending(database, id, clock())
}

async function anchorAll({ database, clock }: Deps, anchors: string): Promise<void> {
  for (const { id } of await listCongresses(database)) await anchor(database, id, anchors, clock())
}

async function backUp({ log }: Deps, outside: Outside): Promise<void> {
  const { path, bytes, missingBlobs } = await outside.backup()
  if (missingBlobs.length > 0) log.error({ missing: missingBlobs.length }, 'files that the database names are not in the storage')
  log.info({ path, bytes }, 'the nightly backup is written')
}

function ago({ clock }: Deps, ms: number): Date {
  return new Date(clock().getTime() - ms)
}
