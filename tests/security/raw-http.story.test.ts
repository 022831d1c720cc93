import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { health } from '#app/http/health.ts'
import { buildHouse } from '../support/house.ts'

const house = await buildHouse()
health(house.app, house.connection.database, { isLeaving: false })
await house.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.app.server.address() as AddressInfo

const host = 'Host: city.localhost\r\n'
const json = 'Content-Type: application/json\r\n'
const post = `POST /api/v1/session HTTP/1.1\r\n${host}${json}`
const deep = '['.repeat(300_000) + ']'.repeat(300_000)

// Smuggling, headers that two servers read differently, bodies that nobody should wait for.
const malformed: [string, string, RegExp][] = [
  ['length and chunks', `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`, /^400/],
  ['an unknown transfer coding', `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, /^400/],
  ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`, /^400/],
  ['a length that is not one', `${post}Content-Length: -1\r\n\r\n{}`, /^400/],
  ['a chunk without a size', `${post}Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n`, /^400/],
  ['NUL in the path', `GET /sugg\0estions HTTP/1.1\r\n${host}\r\n`, /^400/],
  ['NUL in a header', `GET /suggestions HTTP/1.1\r\n${host}X-A: a\0b\r\n\r\n`, /^400/],
  ['a space before the colon', `GET /suggestions HTTP/1.1\r\n${host}X-A : b\r\n\r\n`, /^400/],
  ['a folded header', `GET /suggestions HTTP/1.1\r\n${host}X-A: b\r\n c\r\n\r\n`, /^400/],
  ['lines that end in LF alone', 'GET /suggestions HTTP/1.1\nHost: city.localhost\n\n', /^400/],
  ['no Host', 'GET /suggestions HTTP/1.1\r\n\r\n', /^400/],
  ['no Host, in HTTP/1.0', 'GET /suggestions HTTP/1.0\r\n\r\n', /^400/],
  ['an empty Host', 'GET /suggestions HTTP/1.1\r\nHost: \r\n\r\n', /^400/],
  ['two Hosts', `GET /suggestions HTTP/1.1\r\n${host}Host: province.localhost\r\n\r\n`, /^400/],
  ['a Host with a name before it', 'GET /suggestions HTTP/1.1\r\nHost: city.localhost:80@evil.example\r\n\r\n', /^400/],
  ['a Host that is markup', 'GET /suggestions HTTP/1.1\r\nHost: city.localhost"><script>\r\n\r\n', /^400/],
  ['the address of another site', `GET http://evil.example/suggestions HTTP/1.1\r\n${host}\r\n`, /^400/],
  ['an asterisk', `OPTIONS * HTTP/1.1\r\n${host}\r\n`, /^400/],
  ['a request without a version', 'GET /suggestions\r\n\r\n', /^400/],
  ['an unknown version', `GET /suggestions HTTP/2.5\r\n${host}\r\n`, /^(400|505)/],
  ['an unknown method', `BREW /suggestions HTTP/1.1\r\n${host}\r\n`, /^400/],
  ['a path that does not decode', `GET /suggestions/%E0%A4%A HTTP/1.1\r\n${host}\r\n`, /^400/],
  ['headers of 20 KB', `GET /suggestions HTTP/1.1\r\n${host}X-A: ${'a'.repeat(20_000)}\r\n\r\n`, /^431/],
  ['4 GB announced', `${post}Content-Length: 4294967296\r\n\r\n{`, /^413/],
  ['JSON 300,000 deep', `${post}Connection: close\r\nContent-Length: ${deep.length}\r\n\r\n${deep}`, /^422/],
  ['a poisoned prototype', `${post}Content-Length: 20\r\n\r\n{"__proto__":{"x":1}}`.replace('20\r', '21\r'), /^400/],
]

test.each(malformed)('PLT-02 refused: %s', async (_name, bytes, status) => {
  const answer = await send(bytes)
  expect(statusOf(answer)).toMatch(status)
  expect(answer).not.toMatch(/evil\.example|<script>|node_modules|at .*\.[jt]s:\d/)
  expect(statusOf(await send(`GET /suggestions HTTP/1.1\r\n${host}Connection: close\r\n\r\n`))).toMatch(/^200/)
})

test('PLT-02 a balancer may ask for health without a Host, and a name may be written in any way', async () => {
  expect(statusOf(await send('GET /healthz HTTP/1.0\r\n\r\n'))).toMatch(/^200/)
  for (const name of ['CITY.LocalHost:8080', 'city.localhost.', 'city.localhost.:80']) {
    expect(statusOf(await send(`GET /suggestions HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)), name).toMatch(/^200/)
  }
})

test('PLT-02 a name that a stranger claims for another host counts for nothing', async () => {
  const claims = 'X-Forwarded-Host: province.localhost\r\nForwarded: host=province.localhost\r\nX-Forwarded-Proto: https\r\n'
  const answer = await send(`GET /suggestions HTTP/1.1\r\n${host}${claims}Connection: close\r\n\r\n`)
  expect(answer).toContain('示例市')
  expect(answer).toContain('href="http://city.localhost/suggestions"')
  expect(answer).not.toMatch(/示例省|province\.localhost/)
})

test('PLT-02 whoever sends a header a byte at a time is cut off', async () => {
  const { server } = house.app
  expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 60_000])
  server.headersTimeout = 200
  try {
    const slow = connect(port, '127.0.0.1')
    slow.on('error', () => {})
    slow.write(`GET / HTTP/1.1\r\n${host}X-Slow: `)
    expect(statusOf(await hear(slow))).toMatch(/^408/)
  } finally {
    server.headersTimeout = 10_000
  }
})

async function send(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  // What is refused while it is being sent may end in a reset; what was answered before it counts.
  socket.on('error', () => {})
  socket.write(bytes)
  return hear(socket, /\r\n\r\n/)
}

/** What the server says until it hangs up, or until `enough` was said. */
async function hear(socket: Socket, enough?: RegExp): Promise<string> {
  let said = ''
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    if (enough?.test(said) && !/Connection: close/i.test(said)) socket.destroy()
  })
  await once(socket, 'close')
  return said
}

function statusOf(answer: string): string {
  return answer.replace(/^HTTP\/1\.\d /, '')
}
