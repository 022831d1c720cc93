import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startEmbedded } from '#lib/db/embedded/start-embedded.ts'
import { startWriters, untilMore } from './client.ts'
import { freePorts, keepRunning, newDataDir, untilReady, useProgram } from './program.ts'
import { compare, foundTown, nothingWrong } from './town.ts'

const mounted: string[] = []
useProgram()
// Hooks that were set up last run first: the folder can only be removed once the disk is taken out of the tree (`-l`: at once).
afterAll(() => mounted.forEach((folder) => spawnSync('umount', ['-l', folder])))

const LIMIT_MS = 60_000
/** Room for a new cluster and its log; small, so that it is soon full. */
const DISK = '256m'

/** A disk of its own needs the right to mount one; where that is missing the test says so by being skipped. */
const small = newDisk()

test.skipIf(small === null)(
  'reliability 3.2 (6) a full disk: busy at worst, nothing lost, and work goes on by itself once there is room',
  { timeout: 4 * LIMIT_MS },
  async () => {
    const dataDir = small!
    const [port = 0] = await freePorts(1)
    const program = keepRunning(port, dataDir)
    await untilReady(port, LIMIT_MS)
    const silent = { info: () => {}, warn: () => {}, error: () => {} }
    const urls = await startEmbedded({ dataDir: join(dataDir, 'postgres'), mode: 'durable', log: silent })
    const { deputies } = await foundTown(urls, 3)
    const writers = startWriters(port, deputies)
    await untilMore(writers, 10, LIMIT_MS)
    const ballast = fill(dataDir)
    const refused = () => writers.log.reduce((sum, it) => sum + it.unknown, 0)
    await expect.poll(() => writers.firstWrong() ?? refused() > 10, { timeout: LIMIT_MS }).toBe(true)
    rmSync(ballast)
    await untilMore(writers, 10, LIMIT_MS)
    await writers.stop()
    expect(await compare(urls, writers.log, join(dataDir, 'anchors'))).toEqual(nothingWrong)
    expect([...new Set(writers.log.flatMap((it) => it.wrong))]).toEqual([])
    expect(await program.stop()).toBe(0)
  },
)

function newDisk(): string | null {
  const folder = newDataDir()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'tmpfs', folder]).status !== 0) return null
  mounted.push(folder)
  return folder
}

/** Writes until not a byte is free. */
function fill(folder: string): string {
  const path = join(folder, 'ballast')
  const file = openSync(path, 'w')
  for (let size = 1_048_576; size >= 1;) {
    try {
      writeSync(file, Buffer.alloc(size))
    } catch {
      size = Math.floor(size / 2)
    }
  }
  closeSync(file)
  expect(statfsSync(folder).bavail).toBe(0)
  return path
}
