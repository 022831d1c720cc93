import * as z from 'zod'
import { listOnePerRole, type Role } from '#kernel/identity/api.ts'
import { findSetting, listCongresses } from '#kernel/congress/api.ts'
import type { Connection } from '#lib/db/connect.ts'
import { readCongress } from '#lib/db/tx.ts'
import type { Config } from './config.ts'
import type { DatabasePlace, Say } from './database.ts'

/** Whether this installation shows the demo world, and what time it is in it. */
export interface Demo {
  readonly isDemo: boolean
  readonly clock: () => Date
}

const Shift = z.object({ worldNow: z.coerce.date(), loadedAt: z.coerce.date() })

/**
 * Loads the demo world into an empty database, or finishes a load that was killed, where that is wanted: `MINYI_DEMO=1`, or the
 * embedded database when it is new.
 * The world stands at 27 September 2022 and its clock goes on from there, so that deadlines are as near as they were (docs/adr/0012).
 */
export async function prepareDemo(config: Config, place: DatabasePlace, connection: Connection, say: Say): Promise<Demo> {
  if (config.MINYI_DEMO === false) return { isDemo: false, clock: () => new Date() }
  if (config.MINYI_DEMO || place.isEmbedded) {
    const { isEmpty, loadWorld } = await import('../../db/world/world.ts')
    const { database } = connection
    if (await isEmpty(database)) await loadWorld({ migratorUrl: place.migratorUrl, appDatabase: database, say })
  }
  const shift = await findShift(connection)
  if (!shift) return { isDemo: false, clock: () => new Date() }
  const behind = shift.loadedAt.getTime() - shift.worldNow.getTime()
  return { isDemo: true, clock: () => new Date(Date.now() - behind) }
}

/** A person to be in the demonstration, one for each role of the first congress. */
export async function demoAccounts({ database }: Connection): Promise<{ login: string; name: string; role: Role }[]> {
  const [congress] = await listCongresses(database)
  return congress ? readCongress(database, congress.id, listOnePerRole) : []
}

async function findShift({ database }: Connection): Promise<z.output<typeof Shift> | undefined> {
  for (const { id } of await listCongresses(database)) {
    const value = await readCongress(database, id, (tx) => findSetting(tx, 'demo.clock'))
    if (value !== undefined) return Shift.parse(value)
  }
  return undefined
}
