import { DEMO_PASSWORD } from '#kernel/identity/api.ts'
import { words } from '#kernel/identity/words.ts'
import type { Running } from '../start.ts'

/** What a person at the terminal wants to know now: where it is, and who they can be. */
export function greeting({ address, demoAccounts }: Pick<Running, 'address' | 'demoAccounts'>): string[] {
  if (address === null) return ['后台任务已启动 The worker is running']
  const lines = [
    '',
    '民意已启动 Minyi is running',
    `  公众页面 Public pages   ${address}/`,
    `  工作台   Workbench      ${address}/workbench/`,
  ]
  if (demoAccounts.length === 0) return lines
  const accounts = demoAccounts.map(({ login, name, role }) => `    ${login.padEnd(16)} ${words.zh.role[role]} ${name}`)
  return [
    ...lines,
    '',
    `  演示账号 Demo accounts（密码 password: ${DEMO_PASSWORD}）`,
    ...accounts,
    '',
    '  按 Ctrl-C 停止 Ctrl-C stops',
  ]
}
