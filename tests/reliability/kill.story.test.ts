import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPostmaster } from '#lib/db/embedded/process.ts'
import { startEmbedded } from '#lib/db/embedded/start-embedded.ts'
import { startWriters, untilMore } from './client.ts'
import { freePorts, keepRunning, newDataDir, untilReady, useProgram } from './program.ts'
import { compare, foundTown, nothingWrong } from './town.ts'

useProgram()

/** More in a nightly run: `RELIABILITY_ROUNDS=100`. */
const ROUNDS = Number(process.env['RELIABILITY_ROUNDS'] ?? 20)
const WRITERS = 4
/** Writes that must be acknowledged between two kills, so that each one meets writes under way. */
const BETWEEN = 12
const BACK_MS = 30_000
const victims = ['program', 'database', 'both', 'database'] as const

test(
  `reliability 3.2 (1-4) ${ROUNDS} rounds of kill -9 of program and database under load: nothing lost, nothing doubled`,
  { timeout: ROUNDS * 15_000 },
  async () => {
    const [port = 0] = await freePorts(1)
    const dataDir = newDataDir()
    const cluster = join(dataDir, 'postgres', 'cluster')
    const program = keepRunning(port, dataDir)
    await untilReady(port, 60_000)
    const urls = await urlsOf(dataDir)
    const { deputies } = await foundTown(urls, WRITERS)
    const writers = startWriters(port, deputies)
    const gaps: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await untilMore(writers, BETWEEN, BACK_MS)
      const victim = victims[round % victims.length]!
      if (victim !== 'database') program.current().kill('SIGKILL')
      if (victim !== 'program') killPostmaster(cluster)
      const killed = performance.now()
      await untilMore(writers, WRITERS + 1, BACK_MS)
      gaps.push(performance.now() - killed)
    }
    await writers.stop()
    const found = await compare(urls, writers.log, join(dataDir, 'anchors'))
    const unknown = writers.log.filter((it) => it.unknown > 0).length
    process.stdout.write(
      `${ROUNDS} kills, ${writers.log.length} writes acknowledged, ${unknown} of them after an unknown outcome; ` +
        `back after ${Math.round(Math.max(...gaps))} ms at the latest`,
    )
    expect(found).toEqual(nothingWrong)
    expect(writers.log.flatMap((it) => it.wrong)).toEqual([])
    expect(unknown).toBeGreaterThan(0)

    const asked = performance.now()
    expect(await program.stop()).toBe(0)
    expect(performance.now() - asked).toBeLessThan(5_000)
    expect(findPostmaster(cluster)).toBeNull()
  },
)

/** As a guest of the running program. */
async function urlsOf(dataDir: string) {
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const guest = await startEmbedded({ dataDir: join(dataDir, 'postgres'), mode: 'durable', log: silent })
  expect(guest.isOwner).toBe(false)
  return guest
}

/** Reads the pid file without `findPostmaster`, which would tidy it away under a server that is just starting. */
function killPostmaster(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0
  const isOurs = pid > 0 && existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster) : pid > 0
  if (!isOurs) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended by itself in the meantime.
  }
}
