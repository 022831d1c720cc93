import { parseArgs } from 'node:util'
import { findBySlug, listCongresses, type Congress } from '#kernel/congress/api.ts'
import { inCongress, type Database, type Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { findByLogin, insertAccounts, lockAccount, type AccountRow } from './account-store.ts'
import { giveTemporaryPassword, takeSecondFactor } from './actions/reset-credentials.ts'
import { Login, Role } from './contract.ts'
import { record } from './events.ts'
import { hashPassword, temporaryPassword } from './passwords.ts'
import { isAdministrator } from './rules/administration.ts'

export interface CommandDeps {
  readonly database: Database
  readonly now: Date
}

/** What a command found: 0 done, 1 failed, 2 wrong call. `result` is for `--json`; a password in it is shown this once. */
export interface CommandResult {
  readonly status: 0 | 1 | 2
  readonly text: string
  readonly result?: { login: string; password?: string }
}

const USAGE = `用法：
  minyi admin create    --login <登录名> --name <姓名> --role <角色> [--role <角色>] [--congress <slug>]
  minyi admin reset     --login <登录名> [--congress <slug>]   重置密码，所有设备随即退出
  minyi admin reset-2fa --login <登录名> [--congress <slug>]   解除动态口令
角色 Roles: ${Role.options.join(' ')}`

/** The way in that needs no account: whoever may run commands on the server makes the first administrators and helps them back. */
export async function adminCommand(args: readonly string[], deps: CommandDeps): Promise<CommandResult> {
  const asked = read(args)
  if (!asked) return { status: 2, text: USAGE }
  const congress = await congressOf(deps.database, asked.congress)
  if (!congress) return { status: 1, text: '没有这个人大，或者有多个人大：请用 --congress 指明（slug）。' }
  return inCongress(deps.database, congress.id, (tx) => verbs[asked.verb](tx, asked, deps.now))
}

interface Asked {
  readonly verb: 'create' | 'reset' | 'reset-2fa'
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly congress: string | undefined
}

const verbs = { create, reset, 'reset-2fa': resetSecondFactor } satisfies Record<Asked['verb'], unknown>

const one = { type: 'string' } as const

/** Null for a wrong call. */
function read(args: readonly string[]): Asked | null {
  try {
    const options = { login: one, name: one, role: { ...one, multiple: true }, congress: one } as const
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [verb] = positionals
    const login = Login.safeParse(values.login)
    const roles = Role.array().safeParse(values.role ?? [])
    if (!login.success || !roles.success || positionals.length !== 1) return null
    if (verb !== 'create' && verb !== 'reset' && verb !== 'reset-2fa') return null
    if (verb === 'create' && (!values.name || roles.data.length === 0)) return null
    return { verb, login: login.data, name: values.name ?? '', roles: roles.data, congress: values.congress }
  } catch {
    return null
  }
}

async function congressOf(database: Database, slug: string | undefined): Promise<Congress | undefined> {
  if (slug !== undefined) return findBySlug(database, slug)
  const all = await listCongresses(database)
  return all.length === 1 ? all[0] : undefined
}

async function create(tx: Tx, { login, name, roles }: Asked, now: Date): Promise<CommandResult> {
  if (await findByLogin(tx, login)) return { status: 1, text: `登录名 ${login} 已经有人使用。` }
  if (roles.filter((role) => isAdministrator([role])).length > 1) {
    return { status: 1, text: '系统、安全、审计三个管理员不能由同一账号兼任。请分别建三个账号。' }
  }
  const [id, password] = [newId(), temporaryPassword()]
  const account = { id, login, name, roles, passwordHash: await hashPassword(password), isPasswordTemporary: true }
  await insertAccounts(tx, [account], now, null)
  await record(tx, now, { name: 'account.created', subjectId: id, actorId: null, payload: { name, login } })
  for (const role of roles) {
    await record(tx, now, { name: 'role.granted', subjectId: id, actorId: null, payload: { name, login, role } })
  }
  return shown(`已为 ${name} 建立账号 ${login}。`, login, password)
}

async function reset(tx: Tx, { login }: Asked, now: Date): Promise<CommandResult> {
  const it = await lockNamed(tx, login)
  if (!it) return missing(login)
  const password = temporaryPassword()
  await giveTemporaryPassword(tx, it, await hashPassword(password), now)
  const payload = { name: it.name, login, reason: '服务器命令行' }
  await record(tx, now, { name: 'password.reset', subjectId: it.id, actorId: null, payload })
  return shown(`已重置 ${it.name}（${login}）的密码，所有设备已退出。`, login, password)
}

async function resetSecondFactor(tx: Tx, { login }: Asked, now: Date): Promise<CommandResult> {
  const it = await lockNamed(tx, login)
  if (!it) return missing(login)
  if (it.totpCipher === null) return { status: 1, text: `账号 ${login} 没有绑定动态口令。` }
  await takeSecondFactor(tx, it)
  const payload = { name: it.name, login, reason: '服务器命令行' }
  await record(tx, now, { name: 'second_factor.reset', subjectId: it.id, actorId: null, payload })
  return { status: 0, text: `已解除 ${it.name}（${login}）的动态口令，所有设备已退出。`, result: { login } }
}

async function lockNamed(tx: Tx, login: string): Promise<AccountRow | undefined> {
  const found = await findByLogin(tx, login)
  return found && lockAccount(tx, found.id)
}

function missing(login: string): CommandResult {
  return { status: 1, text: `没有登录名为 ${login} 的账号。` }
}

function shown(sentence: string, login: string, password: string): CommandResult {
  const text = `${sentence}\n密码（只显示这一次，首次登录必须修改）：${password}`
  return { status: 0, text, result: { login, password } }
}
