import { runCommand } from './app/cli/commands.ts'

try {
  process.exitCode = await runCommand(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
