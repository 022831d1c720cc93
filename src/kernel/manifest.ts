import type { Catalogue, IsKept } from '#kernel/audit/contract.ts'
import type { Importable } from '#kernel/imports/api.ts'
import type { Job, ScheduleEntry } from '#kernel/jobs/api.ts'
import type { Measure } from '#kernel/metrics/api.ts'
import type { NoticeRules } from '#kernel/notifications/api.ts'
import type { Finder } from '#kernel/search/api.ts'
import type { Contract } from '#lib/http/contract.ts'
import type { Tx } from '#lib/db/tx.ts'

/** What a slice or a kernel module tells the composition root about itself; generated documents and guards read it as well. */
export interface Manifest {
  readonly name: string
  /** The PostgreSQL schema that its store, and no other, may write. */
  readonly schema: string
  readonly contract: Contract
  readonly events: Catalogue
  readonly jobs?: readonly Job[]
  readonly schedule?: readonly ScheduleEntry[]
  /** Whether nobody outside the house may know what an event says; asked when it is about to leave. Without it, all of them may. */
  readonly isKept?: IsKept
  /** Who is told of which event, as pure rules by event name. */
  readonly notices?: NoticeRules
  /** Counts its running totals afresh from its rows; the nightly check compares. */
  readonly recount?: Recount
  /** Its part of the answer when a person types into the search of the workbench. */
  readonly find?: Finder
  /** What tables can be imported as. */
  readonly imports?: readonly Importable[]
}

/** A fresh count of `metrics`, the names it is complete for, in one consistent view of the data. */
export interface Recount {
  readonly metrics: readonly string[]
  count(tx: Tx): Promise<readonly Measure[]>
}
