import { readConfig } from '../config.ts'
import { start } from '../start.ts'
import { say } from './say.ts'

/** Runs until a signal comes; then drains, stops everything it started and ends. */
export async function startCommand(): Promise<number> {
  const running = await start(readConfig(process.env), say)
  for (const line of running.greeting) say.info(line)
  return new Promise((resolve) => {
    const leave = () => void running.stop().then(() => resolve(0))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, leave)
  })
}
