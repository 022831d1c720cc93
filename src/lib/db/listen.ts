import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

export interface ListenOptions {
  onMessage(text: string): void
  /** Called after a lost connection is back: what was said in between was not heard. */
  onGap?(): void
  onError?(error: Error): void
  /** How the server names this connection in `pg_stat_activity`. */
  readonly applicationName?: string
}

export interface Listening {
  close(): Promise<void>
}

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000
/** A server that vanished without a word is noticed by asking it. */
const ASK_EVERY_MS = 20_000

/**
 * Hears a channel of NOTIFY on one connection of its own, for as long as the process runs, and connects again when that is lost.
 * Throws where the first connection fails: a wrong address is an error of the configuration, not of the weather.
 */
export async function listen(url: string, channel: string, options: ListenOptions): Promise<Listening> {
  const state = { isClosed: false, client: await open(url, channel, options) }
  const running = keep(state, url, channel, options)
  return {
    close: async () => {
      state.isClosed = true
      await state.client.end().catch(() => {})
      await running
    },
  }
}

interface Ear extends Client {
  lost: Promise<void>
}

async function keep(state: { isClosed: boolean; client: Ear }, url: string, channel: string, options: ListenOptions) {
  while (!state.isClosed) {
    await state.client.lost
    for (let wait = FIRST_WAIT_MS; !state.isClosed; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        state.client = await open(url, channel, options)
        if (state.isClosed) await state.client.end()
        else options.onGap?.()
        break
      } catch (error) {
        options.onError?.(error as Error)
        await pause(wait)
      }
    }
  }
}

async function open(url: string, channel: string, options: ListenOptions): Promise<Ear> {
  const client = new Client({
    connectionString: url,
    application_name: options.applicationName ?? 'minyi-live',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  })
  const lost = new Promise<void>((resolve) => {
    client.on('error', (error) => {
      options.onError?.(error)
      resolve()
    })
    client.on('end', () => resolve())
  })
  client.on('notification', (message) => options.onMessage(message.payload ?? ''))
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
  const asking = setInterval(() => void client.query('select 1').catch(() => client.end()), ASK_EVERY_MS)
  void lost.then(() => clearInterval(asking))
  return Object.assign(client, { lost })
}
