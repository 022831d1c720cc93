import { existsSync } from 'node:fs'

import { run } from './run.mjs'
import { fail, failWith, say } from './say.mjs'
import { digestOf, readStamp, writeStamp } from './stamp.mjs'

const STAMP = 'node_modules/.minyi-install'
const OLDEST = [20, 19]

/** Refuses a Node that is too old, before anything else can go wrong with it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  fail(
    `需要 Node.js ${OLDEST.join('.')} 或更新版本，当前是 ${process.versions.node}。请到 https://nodejs.org 下载。`,
    `Node.js ${OLDEST.join('.')} or newer is needed, this is ${process.versions.node}. Get it from https://nodejs.org.`,
  )
}

/**
 * Installs the packages of the lock where they are missing or stale. `withTools` false leaves out what only tests and
 * development need, which halves the first start; packages that are there already are never taken away.
 */
export async function ensureInstalled({ withTools }) {
  const wanted = digestOf(['package-lock.json'], `${process.version} ${process.platform} ${process.arch}`)
  const stamp = readStamp(STAMP)
  if (stamp === `${wanted} all` || (!withTools && stamp === `${wanted} start`)) return
  const isLean = !withTools && (!existsSync('node_modules') || (stamp?.endsWith(' start') ?? false))
  await install(isLean)
  writeStamp(STAMP, `${wanted} ${isLean ? 'start' : 'all'}`)
}

async function install(isLean) {
  say('正在安装依赖（首次约一两分钟）……', 'Installing packages (a minute or two the first time)…')
  const started = Date.now()
  const beat = setInterval(() => say(`  ……已用 ${elapsed(started)}`, `${elapsed(started)} so far`), 15_000)
  // Not `npm ci`: it refuses a lock that has no entry for another platform's build of an optional package.
  const args = [
    'install',
    '--no-save',
    '--prefer-offline',
    '--no-progress',
    '--loglevel=error',
    ...(isLean ? ['--omit=dev'] : []),
  ]
  const { code, output } = await runNpm(args)
  clearInterval(beat)
  if (code !== 0) failWith(output, '安装依赖', 'Installing packages')
  say(`依赖已装好（${elapsed(started)}）。`, `Packages installed.`)
}

/** The npm that started us, or the one on the path. */
function runNpm(args) {
  const cli = process.env.npm_execpath
  // NODE_ENV=production would make npm leave out the tools although they are asked for.
  const options = { quiet: true, env: { NODE_ENV: '' } }
  return cli?.endsWith('npm-cli.js') ? run(process.execPath, [cli, ...args], options) : run('npm', args, options)
}

function elapsed(started) {
  return `${Math.round((Date.now() - started) / 1000)} s`
}
