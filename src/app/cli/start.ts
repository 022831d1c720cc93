import { readConfig } from '../config.ts'
import { start } from '../start.ts'
import { greeting } from './greeting.ts'
import { say } from './say.ts'

/** Runs until a signal comes; then drains, stops everything it started and ends. */
export async function startCommand(): Promise<number> {
  const running = await start(readConfig(process.env), say)
  greeting(running).forEach((line) => say.info(line))
  return new Promise((resolve) => {
    const leave = (status: number) => void running.stop().then(() => resolve(status))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => leave(0))
    running.onLost((reason) => {
      say.error(reason.message)
      leave(1)
    })
  })
}
