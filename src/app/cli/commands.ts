import { adminCommand } from './admin.ts'
import { backupCommand } from './backup.ts'
import { checkConfig } from './config.ts'
import { lawCommand, messagesCommand, unitsCommand } from './text.ts'
import { migrateCommand } from './migrate.ts'
import { reindexCommand } from './reindex.ts'
import { restoreCommand } from './restore.ts'
import { startCommand } from './start.ts'
import { verifyCommand } from './verify.ts'
import { worldCommand } from './world.ts'

/** Runs with the words after the command's name; answers the exit status: 0 done, 1 failed, 2 wrong call. */
export type Command = (args: readonly string[]) => Promise<number>

interface Described {
  readonly run: Command
  readonly usage: string
  readonly purpose: string
}

/** Every command of `minyi`, in the order of the help. */
export const commands: Readonly<Record<string, Described>> = {
  start: { run: startCommand, usage: 'start', purpose: '启动：数据库、升级、网站、后台任务' },
  migrate: { run: migrateCommand, usage: 'migrate', purpose: '只升级数据库，然后结束' },
  world: { run: worldCommand, usage: 'world', purpose: '向空数据库装入演示数据' },
  admin: {
    run: adminCommand,
    usage: 'admin create|reset|reset-2fa --login 名 [--name 名] [--role 角色]',
    purpose: '建账号、重置密码、解除动态口令',
  },
  verify: { run: verifyCommand, usage: 'verify [--json]', purpose: '核对审计封存链，发现篡改则以 1 结束' },
  backup: {
    run: backupCommand,
    usage: 'backup [--to 目录] [--drill] [--json]',
    purpose: '备份数据库与附件；--drill 随即演练恢复',
  },
  restore: { run: restoreCommand, usage: 'restore 备份文件 [--without-key] [--json]', purpose: '把备份恢复到空数据库' },
  reindex: { run: reindexCommand, usage: 'reindex', purpose: '重建全文检索' },
  config: { run: checkConfig, usage: 'config', purpose: '列出配置项与当前值（不显示密钥）' },
  law: { run: lawCommand, usage: 'law parse|diff|lint|export …', purpose: '读法规文本' },
  messages: { run: messagesCommand, usage: 'messages classify|similar|hot …', purpose: '归类群众来信' },
  units: { run: unitsCommand, usage: 'units propose …', purpose: '推荐承办单位' },
}

/** Finds and runs a command; without a name it starts. */
export async function runCommand([name = 'start', ...args]: readonly string[]): Promise<number> {
  const command = commands[name]
  if (command) return command.run(args)
  console.error(name === 'help' || name === '--help' ? help() : `没有命令 ${name}。\n\n${help()}`)
  return name === 'help' || name === '--help' ? 0 : 2
}

function help(): string {
  const lines = Object.values(commands).map(({ usage, purpose }) => `  minyi ${usage}\n      ${purpose}`)
  return ['用法 Usage:', ...lines].join('\n')
}
