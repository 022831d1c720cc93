import { hashPassword } from '#kernel/identity/api.ts'
import { inCongress, type Database, type Tx } from '#lib/db/tx.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { fillCity } from './city/city.ts'
import { CITY, claim, findStrangers, findUnfilled, PROVINCE, registerCongresses } from './congresses.ts'
import { fillProvince } from './province/province.ts'

export { DEMO_PASSWORD } from './accounts.ts'
export { CITY, DEMO_CLOCK, PROVINCE } from './congresses.ts'
export { WORLD_NOW } from './moment.ts'

export interface WorldPlace {
  /** The login that owns the schema: only it may enter congresses and their host names. */
  readonly migratorUrl: string
  /** The program's own login; everything else goes through it. */
  readonly appDatabase: Database
  readonly say: { info(message: string): void }
}

/**
 * Loads the named world. Each congress is one transaction, so a load that is killed leaves a whole congress or nothing of it, and
 * the next load goes on. Does nothing, and says so, where the world is loaded or the database belongs to other congresses.
 */
export async function loadWorld({ migratorUrl, appDatabase, say }: WorldPlace): Promise<void> {
  const strangers = await findStrangers(appDatabase)
  if (strangers.length > 0) {
    say.info(`数据库里已有${strangers.join('、')}，没有装入演示数据。 The database has congresses of its own; the demo world was not loaded.`)
    return
  }
  await registerCongresses(migratorUrl)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const province = await load(appDatabase, PROVINCE, (tx) => fillProvince(tx, passwordHash))
  const city = await load(appDatabase, CITY, (tx) => fillCity(tx, passwordHash))
  if (province || city) say.info('已装入演示数据：示例市人大、示例省人大。 The demo world is loaded.')
  else say.info('演示数据已经在数据库里，没有改动。 The demo world was loaded before; nothing was changed.')
}

/** True where the world can be loaded: nobody else's congress is there, and the world is not, or an interrupted load left it in part. */
export async function isEmpty(database: Database): Promise<boolean> {
  if ((await findStrangers(database)).length > 0) return false
  return (await findUnfilled(database)).length > 0
}

function load(database: Database, congressId: number, fill: (tx: Tx) => Promise<void>): Promise<boolean> {
  return inCongress(database, congressId, async (tx) => {
    const isOurs = await claim(tx, new Date())
    if (isOurs) await fill(tx)
    return isOurs
  })
}
