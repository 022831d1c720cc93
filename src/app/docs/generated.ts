import { actionsFrom, next } from '#lib/pure/lifecycle.ts'
import { audiences, type Audience } from '#kernel/identity/contract.ts'
import { statuses } from '#slices/suggestions/contract.ts'
import { lifecycle } from '#slices/suggestions/rules/lifecycle.ts'
import { words } from '#slices/suggestions/words.ts'
import { Config } from '../config.ts'
import { manifests } from '../slices.ts'
import { timetable } from '../worker.ts'

const HEADER = '<!-- 由 npm run generate 写成，请不要手改。 Made by npm run generate; do not edit. -->\n\n'

/** Every generated document: file name below docs/generated → its text. A test compares them with what is committed. */
export function generatedDocs(): Record<string, string> {
  const docs = {
    'endpoints.md': endpoints(),
    'roles.md': roleMatrix(),
    'events.md': events(),
    'lifecycles.md': lifecycles(),
    'settings.md': settings(),
    'jobs.md': jobs(),
  }
  return Object.fromEntries(Object.entries(docs).map(([name, text]) => [name, HEADER + text]))
}

function endpoints(): string {
  const sections = manifests.map(({ name, contract }) => {
    const rows = Object.entries(contract).map(([id, it]) => [
      `\`${it.method} /api/v1${it.path}\``,
      id,
      it.summary,
      it.audience.join(', '),
    ])
    return `## ${name}\n\n${table(['Operation', 'Name', 'Summary', 'Audience'], rows)}`
  })
  return `# Endpoints\n\n${sections.join('\n')}`
}

/** Who may call what: a row for each operation, a column for each audience. */
function roleMatrix(): string {
  const operations = manifests.flatMap(({ contract }) => Object.entries(contract))
  const rows = operations.map(([id, it]) => [
    id,
    ...audiences.map((one) => ((it.audience as readonly Audience[]).includes(one) ? '●' : '')),
  ])
  return `# Roles\n\n${table(['Operation', ...audiences], rows)}`
}

function events(): string {
  const rows = manifests.flatMap(({ name, events: catalogue }) =>
    Object.entries(catalogue).map(([id, it]) => [`\`${id}\``, name, it.visibility]),
  )
  return `# Events\n\nEvery change is one row in \`audit.event\`.\n\n${table(['Event', 'Module', 'Visibility'], rows)}`
}

function lifecycles(): string {
  const arrows = statuses.flatMap((from) =>
    actionsFrom(lifecycle, from).map((action) => `  ${from} --> ${next(lifecycle, from, action)}: ${words.zh.action[action]}`),
  )
  const names = statuses.map((status) => `  ${status}: ${words.zh.status[status]}`)
  return `# Lifecycles\n\n## 代表建议 Suggestion\n\n\`\`\`mermaid\nstateDiagram-v2\n  [*] --> draft\n${[...names, ...arrows].join('\n')}\n\`\`\`\n`
}

function jobs(): string {
  const rows = timetable().map(({ name, when, what }) => [`\`${name}\``, when.zh, what.zh, what.en])
  return `# Timetable\n\nBeijing time.\n\n${table(['Job', 'When', '做什么', 'What'], rows)}`
}

function settings(): string {
  const rows = Object.entries(Config.shape).map(([name, schema]) => [`\`${name}\``, defaultOf(schema), schema.description ?? ''])
  return `# Settings\n\nEnvironment variables; an unknown \`MINYI_*\` name stops the start.\n\n${table(['Name', 'Default', 'Meaning'], rows)}`
}

function defaultOf(schema: { safeParse(value: undefined): { success: boolean; data?: unknown } }): string {
  const parsed = schema.safeParse(undefined)
  return parsed.success && parsed.data !== undefined ? `\`${[parsed.data].flat().join(',')}\`` : ''
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}
