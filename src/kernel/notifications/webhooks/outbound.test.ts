import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { Forbidden, forbiddenReason, isPublic, post, resolveTarget } from './outbound.ts'

const nobody = { allowedHosts: [] }

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  'not an address',
])('%s is not public', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])(
  '%s is public',
  (address) => {
    expect(isPublic(address)).toBe(true)
  },
)

test.each([
  ['http://example.cn/hook', 'only https'],
  ['https://user:secret@example.cn/', 'login'],
  ['https://127.0.0.1/', 'internal'],
  ['https://2130706433/', 'internal'],
  ['https://0x7f.1/', 'internal'],
  ['https://[::ffff:127.0.0.1]/', 'internal'],
  ['https://[::1]:8443/', 'internal'],
  ['https://169.254.169.254/latest/meta-data', 'internal'],
])('%s is forbidden: %s', (url, reason) => {
  expect(forbiddenReason(new URL(url), nobody)).toContain(reason)
})

test('a name that stands for an internal address is forbidden', async () => {
  await expect(resolveTarget('https://localhost/', nobody)).rejects.toThrow(Forbidden)
})

test('an allowed host is that host alone, not a name that ends or begins like it', () => {
  const outbound = { allowedHosts: ['internal.example', 'internal.example:8080'] }
  expect(forbiddenReason(new URL('http://internal.example/'), outbound)).toBe(null)
  expect(forbiddenReason(new URL('http://internal.example:8080/'), { allowedHosts: ['internal.example:8080'] })).toBe(null)
  expect(forbiddenReason(new URL('http://internal.example:9090/'), { allowedHosts: ['internal.example:8080'] })).not.toBe(null)
  expect(forbiddenReason(new URL('http://evil-internal.example/'), outbound)).not.toBe(null)
  expect(forbiddenReason(new URL('http://a.internal.example/'), outbound)).not.toBe(null)
  expect(forbiddenReason(new URL('http://internal.example.evil/'), outbound)).not.toBe(null)
})

test('the call goes to the address that was checked; the name is not asked again', async () => {
  const hosts: (string | undefined)[] = []
  const server = createServer((request, response) => {
    hosts.push(request.headers.host)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  // A name that nobody could resolve: the request arrives only if it is not looked up.
  const url = new URL(`http://rebound.invalid:${port}/`)
  const status = await post({ url, address: '127.0.0.1', family: 4 }, {}, '{}', new AbortController().signal)
  expect(status).toBe(200)
  expect(hosts).toEqual([url.host])
  server.close()
})
