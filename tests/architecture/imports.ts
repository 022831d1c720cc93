import { posix } from 'node:path'

/** One import statement of a source file; `to` is the path below the project's root, or a package's name. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly isPackage: boolean
  readonly isTypeOnly: boolean
}

const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every import of one file. Text is enough: sources are formatted, and a string that looks like an import would only be reported. */
export function importsOf(from: string, source: string): Import[] {
  return [...source.matchAll(STATEMENT)].flatMap((match) => {
    const target = match[2] ?? match[3]
    return target ? [{ from, isTypeOnly: match[1] !== undefined, ...resolve(from, target) }] : []
  })
}

function resolve(from: string, target: string): { to: string; isPackage: boolean } {
  if (target.startsWith('#')) return { to: `src/${target.slice(1)}`, isPackage: false }
  if (target.startsWith('.')) return { to: posix.normalize(posix.join(posix.dirname(from), target)), isPackage: false }
  return { to: target, isPackage: true }
}

export interface Violation {
  readonly file: string
  readonly sentence: string
}

/** Who may import whom (docs/architecture.md). A sentence for each import that the tree forbids. */
export function importViolations(imports: readonly Import[]): Violation[] {
  return imports.flatMap((it) => {
    const sentence = it.isPackage ? packageRule(it) : sourceRule(it)
    return sentence ? [{ file: it.from, sentence: `${it.from} imports ${it.to}: ${sentence}` }] : []
  })
}

const HTTP = /^(fastify|@fastify\/|fastify-)/
const UI = /^(antd|@ant-design\/|@tanstack\/|react-dom\/client)/
const SQL = /^(kysely|pg)$/
const NODE = /^(node:|fs$|path$|crypto$)/

/** The slices that a slice may call through `api.ts` or `contract.ts`; performance reads everybody's events. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  voices: ['suggestions', 'legislation'],
  pressing: ['suggestions', 'ledger'],
  motions: ['suggestions'],
  concerns: ['suggestions'],
  suggestions: ['commitments', 'ledger'],
  commitments: ['ledger'],
  legislation: ['ledger'],
  ledger: [],
  performance: ['voices', 'pressing', 'motions', 'concerns', 'suggestions', 'commitments', 'legislation', 'ledger'],
}

function packageRule({ from, to, isTypeOnly }: Import): string | null {
  if (HTTP.test(to) && !isTypeOnly && !/^src\/(lib\/http|app)\//.test(from) && !isRoutes(from))
    return 'the HTTP framework stays in routes, lib/http and app'
  if (UI.test(to) && !isWorkbench(from) && !from.startsWith('src/app/workbench')) return 'the UI library stays under workbench'
  if (SQL.test(to) && !isTypeOnly && !isStore(from)) return 'SQL stays in stores and lib/db'
  if (isPure(from) && (NODE.test(to) || to.startsWith('react'))) return 'pure code touches neither Node nor the DOM'
  return null
}

function sourceRule({ from, to }: Import): string | null {
  if (to.startsWith('src/app/') && !from.startsWith('src/app/') && from !== 'src/main.ts')
    return 'nobody imports the composition root'
  if (from.startsWith('src/app/') || from === 'src/main.ts') return null
  return libRule(from, to) ?? kernelRule(from, to) ?? sliceRule(from, to) ?? pageRule(from, to) ?? pureRule(from, to)
}

function libRule(from: string, to: string): string | null {
  if (from.startsWith('src/lib/pure/') && !to.startsWith('src/lib/pure/')) return 'lib/pure stands on itself'
  if (from.startsWith('src/lib/') && !to.startsWith('src/lib/')) return 'lib knows no domain'
  return null
}

function kernelRule(from: string, to: string): string | null {
  if (!from.startsWith('src/kernel/')) return null
  if (to.startsWith('src/slices/')) return 'the kernel knows no slice'
  const [mine, theirs] = [moduleOf(from), moduleOf(to)]
  if (!to.startsWith('src/kernel/') || mine === theirs || isRootFile(to)) return null
  return isOpenDoor(to) ? null : 'another kernel module is reached through its api.ts or contract.ts'
}

function sliceRule(from: string, to: string): string | null {
  const slice = sliceOf(from)
  if (!slice) return null
  if (to.startsWith('src/kernel/'))
    return isOpenDoor(to) || isRootFile(to) ? null : 'a kernel module is reached through its api.ts or contract.ts'
  const other = sliceOf(to)
  if (!other || other === slice) return null
  if (!arrows[slice]?.includes(other)) return `no arrow leads from ${slice} to ${other}`
  return isOpenDoor(to) ? null : 'another slice is reached through its api.ts or contract.ts'
}

/** Pages read views and rules; they never reach for a store or an action. */
function pageRule(from: string, to: string): string | null {
  if (!/\/(portal|workbench)\//.test(from)) return null
  if (/\/(actions\/|(.*-)?(store|routes|jobs)\.ts$)/.test(to)) return 'pages never touch stores, actions or routes'
  if (from.includes('/portal/') && to.startsWith('src/workbench/')) return 'the portal does not use the workbench kit'
  if (isWorkbench(from) && (to.startsWith('src/lib/db/') || to.startsWith('src/portal/')))
    return 'the workbench runs in a browser'
  return null
}

function pureRule(from: string, to: string): string | null {
  if (!isPure(from) || from.startsWith('src/lib/pure/')) return null
  if (to.startsWith('src/lib/pure/') || to.startsWith('src/lib/http/')) return null
  if (/\/(contract|endpoints|words)\.ts$/.test(to) || to.includes('/rules/')) return null
  return 'contracts and rules stand on contracts, rules and lib/pure'
}

const isPure = (file: string) => file.startsWith('src/lib/pure/') || (/\/rules\//.test(file) && file.startsWith('src/'))
const isStore = (file: string) =>
  /(^src\/lib\/db\/|store\.ts$|^src\/kernel\/audit\/record\.ts$|^src\/kernel\/jobs\/|^src\/app\/http\/health\.ts$)/.test(file)
const isRoutes = (file: string) => file.endsWith('routes.ts')
const isWorkbench = (file: string) => /(^src\/workbench\/|\/workbench\/)/.test(file)
const isOpenDoor = (file: string) => /\/(api|contract|act|endpoints)\.ts$/.test(file)
const isRootFile = (file: string) => /^src\/kernel\/[\w-]+\.ts$/.test(file)
const moduleOf = (file: string) => /^src\/kernel\/([\w-]+)\//.exec(file)?.[1]
const sliceOf = (file: string) => /^src\/slices\/([\w-]+)\//.exec(file)?.[1]
