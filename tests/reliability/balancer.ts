import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isReady } from './program.ts'

export interface Balancer {
  readonly port: number
  /** Whether a copy is being given requests. */
  serves(port: number): boolean
  close(): Promise<void>
}

const ASK_EVERY_MS = 100

/**
 * A balancer as simple as they come: it asks `/readyz` of each copy every 100 ms, hands requests to those that are ready in turn, and
 * goes to the next copy only where a connection was refused, when nothing can have happened yet. Everything else is the client's 502.
 */
export async function startBalancer(copies: readonly number[]): Promise<Balancer> {
  const ready = new Set<number>()
  const ask = async () => {
    for (const port of copies) {
      if (await isReady(port)) ready.add(port)
      else ready.delete(port)
    }
  }
  await ask()
  const asking = setInterval(() => void ask(), ASK_EVERY_MS)
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    turn += 1
    const inTurn = [...copies.slice(turn % copies.length), ...copies.slice(0, turn % copies.length)]
    pass(
      incoming,
      outgoing,
      inTurn.filter((port) => ready.has(port)),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    serves: (port) => ready.has(port),
    close: () => {
      clearInterval(asking)
      return new Promise((done) => server.close(() => done()))
    },
  }
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void outgoing.writeHead(502).end('no copy is ready')
  const { method, url, headers } = incoming
  const forward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  forward.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') pass(incoming, outgoing, others)
    else if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(502).end(`${error.code}`)
  })
  incoming.pipe(forward)
}
