import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { Hidden } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import type { Counts, RunAction } from '../contract.ts'
import type { Importable } from '../importable.ts'
import { allowedActions } from '../rules/may.ts'
import { countRows, findRun, lockRun, type StoredRun } from '../store.ts'
import type { WorkJob } from '../work.ts'

/** What every act on a run needs besides the act. */
export interface ImportHouse {
  readonly importables: readonly Importable[]
  readonly work: WorkJob
}

export interface LockedRun {
  readonly run: StoredRun
  readonly importable: Importable
  readonly counts: Counts
}

export const NO_ROWS: Counts = { total: 0, pending: 0, good: 0, bad: 0, updates: 0, imported: 0, undone: 0 }

/** The kinds that this person may import. */
export function kindsOf(importables: readonly Importable[], actor: Actor): Importable[] {
  return importables.filter(({ roles }) => roles.some((role) => actor.roles.has(role)))
}

/** A run as this person may see it; a run of a kind of others is a 404. */
export async function visibleRun(tx: Tx, actor: Actor, importables: readonly Importable[], id: string): Promise<LockedRun> {
  return seen(tx, actor, importables, await findRun(tx, id))
}

/** Locks a run for an act that is open to it now; otherwise a refusal that names what is. */
export async function lockFor(
  { tx, actor, now }: Act,
  { importables }: Pick<ImportHouse, 'importables'>,
  id: string,
  action: RunAction,
): Promise<LockedRun> {
  const locked = await seen(tx, actor, importables, await lockRun(tx, id))
  const { status, headers, importedAt } = locked.run
  const allowed = allowedActions({ status, headers, importedAt, counts: locked.counts }, now)
  if (allowed.includes(action)) return locked
  const sentence = `这次导入现在不能${names[action]}：${reasons[status]}`
  throw new Refused(action, { kind: 'conflict', code: `import-${status}`, sentence }, { status, allowed })
}

async function seen(tx: Tx, actor: Actor, importables: readonly Importable[], run: StoredRun | undefined): Promise<LockedRun> {
  const importable = kindsOf(importables, actor).find(({ name }) => name === run?.kind)
  if (!run || !importable) throw new Hidden('这次导入')
  return { run, importable, counts: (await countRows(tx, [run.id])).get(run.id) ?? NO_ROWS }
}

const names: Readonly<Record<RunAction, string>> = {
  map: '改列对应',
  name: '指明名称',
  import: '导入',
  cancel: '取消',
  continue: '继续',
  undo: '撤销',
}

const reasons: Readonly<Record<StoredRun['status'], string>> = {
  uploaded: '还没有检查完。请稍候。',
  checking: '正在检查。请稍候。',
  checked: '没有可以这样做的行。请看需修改的行。',
  importing: '正在导入。要停下请先取消。',
  imported: '已经导入。24 小时内、无人处理过时可以整批撤销。',
  cancelled: '已取消。可以从断点继续，或重新上传。',
  failed: '已中断。可以从断点继续，或重新上传。',
  undoing: '正在撤销。请稍候。',
  undone: '已撤销。需要时请重新上传。',
}
