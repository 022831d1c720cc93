import { adminCommand as run } from '#kernel/identity/api.ts'
import { withDatabase } from './with-database.ts'

/** Makes accounts and helps people back in; a password is printed this once. */
export async function adminCommand(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json')
  const rest = args.filter((it) => it !== '--json')
  const { status, text, result } = await withDatabase(({ database }) => run(rest, { database, now: new Date() }))
  if (status !== 0) console.error(text)
  else console.log(isJson ? JSON.stringify(result) : text)
  return status
}
