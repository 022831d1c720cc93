import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { run } from './run.mjs'
import { say } from './say.mjs'

const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
/** Programs that the tests of documents open our files with, and the Debian package of each. */
const READERS = {
  soffice: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
  pdftotext: ['poppler-utils'],
  xmllint: ['libxml2-utils'],
}

/**
 * Finds Chromium and the document readers; on Debian and as root, installs the missing ones.
 * `chromium` is null and `missing` names the rest where that was not possible: the run must then fail, not skip.
 */
export async function ensureSystemTools() {
  const wanted = missingPackages()
  if (wanted.length > 0 && canInstall()) await aptInstall(wanted)
  return { chromium: findChromium(), missing: Object.keys(READERS).filter((it) => !findProgram(it)) }
}

/** Says loudly what is missing and how to get it. */
export function complain({ chromium, missing }) {
  const what = [...(chromium ? [] : ['chromium']), ...missing]
  const packages = missingPackages().join(' ')
  say(
    `\n!!! 缺少测试需要的程序：${what.join('、')}。相关测试无法运行，本次测试记为失败。\n!!! 安装方法（Debian/Ubuntu）：sudo apt-get install ${packages}；` +
      `或用 MINYI_CHROMIUM 指定浏览器。`,
    `\n!!! Programs that the tests need are missing: ${what.join(', ')}. The run counts as failed.\n`,
  )
}

/** The browser named by MINYI_CHROMIUM, or the first one on the path. */
function findChromium() {
  const named = process.env.MINYI_CHROMIUM
  if (named) return existsSync(named) ? named : null
  return BROWSERS.map(findProgram).find((it) => it !== null) ?? null
}

function missingPackages() {
  const browser = findChromium() ? [] : ['chromium-headless-shell', 'fonts-noto-cjk']
  return [...browser, ...Object.entries(READERS).flatMap(([name, packages]) => (findProgram(name) ? [] : packages))]
}

function canInstall() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== null
}

async function aptInstall(packages) {
  say(`正在安装系统软件包 ${packages.join(' ')}……`, 'Installing system packages…')
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-q'], options)
  const { code, output } = await run('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options)
  if (code !== 0) process.stderr.write(`${output.trim().split('\n').slice(-8).join('\n')}\n`)
}

function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((it) => existsSync(it)) ?? null
}
