import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { ensureBuilt, SERVER } from './build.mjs'
import { ensureInstalled, requireNode } from './install.mjs'
import { failWith } from './say.mjs'
import { inTurn } from './turn.mjs'

/** Every script works from the root folder of the project, wherever it was called from. */
export function enterProject() {
  process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..', '..'))
  requireNode()
}

/** Installs and builds what is missing or stale; where that fails, ends with a plain sentence. */
export async function prepare(work) {
  try {
    await inTurn(work)
  } catch (error) {
    failWith(String(error?.stack ?? error), '准备', 'Preparing')
  }
}

/**
 * Becomes the program, with the arguments of this script. It runs in this very process, so that whatever stops it
 * (Ctrl-C, SIGTERM, even kill -9) has one process to stop and leaves no wrapper behind.
 */
export async function becomeProgram() {
  enterProject()
  await prepare(async () => {
    await ensureInstalled({ withTools: false })
    await ensureBuilt()
  })
  endOnEarlySignals()
  process.env.NODE_ENV ??= 'production'
  process.setSourceMapsEnabled(true)
  process.argv[1] = resolve(SERVER)
  await import(pathToFileURL(resolve(SERVER)).href)
}

/**
 * Until the program listens for a signal itself, one ends it through process.exit: the database that it may have started by
 * then is stopped on the way out. So does a second Ctrl-C while it is stopping.
 */
function endOnEarlySignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal])
    })
  }
}
