import { existsSync, rmSync } from 'node:fs'

import { runPackage } from './run.mjs'
import { failWith, say } from './say.mjs'
import { digestOf, readStamp, writeStamp } from './stamp.mjs'

const STAMP = 'dist/.stamp'
export const SERVER = 'dist/server/main.js'

/** Whether `dist` was built from the sources as they are now. */
export function isBuilt() {
  return existsSync(SERVER) && readStamp(STAMP) === digestOfSources()
}

/** Builds the workbench and the server where the sources have changed; ends the program where that fails. */
export async function ensureBuilt() {
  if (isBuilt()) return
  const { code, output } = await build()
  if (code !== 0) failWith(output, '构建', 'The build')
}

/** The same, with the outcome handed back: { code, output }. */
export async function build() {
  say('正在构建……', 'Building…')
  const digest = digestOfSources()
  rmSync(STAMP, { force: true })
  const results = await Promise.all([vite(['build']), vite(['build', '--ssr', 'src/main.ts'])])
  const failed = results.find(({ code }) => code !== 0)
  if (failed) return failed
  writeStamp(STAMP, digest)
  return { code: 0, output: '' }
}

function vite(args) {
  return runPackage('vite/bin/vite.js', [...args, '--logLevel', 'warn'], {
    quiet: true,
    env: { NODE_ENV: 'production', NO_COLOR: '1' },
  })
}

function digestOfSources() {
  return digestOf(['src', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'])
}
