import { readConfig } from './app/config.ts'
import { start } from './app/start.ts'

const say = {
  info: (message: string) => console.log(message),
  warn: (message: string) => console.warn(message),
  error: (message: string) => console.error(message),
}

await main()

async function main(): Promise<void> {
  try {
    const running = await start(readConfig(process.env), say)
    console.log(`民意已启动 Minyi is running: ${running.address}`)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave(running))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

async function leave(running: { stop(): Promise<void> }): Promise<void> {
  await running.stop()
  process.exit(0)
}
