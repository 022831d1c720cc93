import { lookup } from 'node:dns/promises'
import { request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** What may be called: public addresses by https, and hosts that the operator named (`host` or `host:port`), however they are reached. */
export interface Outbound {
  readonly allowedHosts: readonly string[]
}

export interface Target {
  readonly url: URL
  readonly address: string
  readonly family: 4 | 6
}

/** The target may not be called; trying again will not help. */
export class Forbidden extends Error {}

const TIMEOUT_MS = 10_000

/**
 * Resolves the host once and refuses what lies inside: loopback, private, link-local, shared, multicast and the IPv6 forms that wrap
 * an IPv4 address. The call then goes to exactly the address that was checked, so a second answer of the name server changes nothing.
 */
export async function resolveTarget(text: string, outbound: Outbound): Promise<Target> {
  const url = new URL(text)
  const reason = forbiddenReason(url, outbound)
  if (reason !== null) throw new Forbidden(reason)
  const found = await lookup(hostOf(url), { all: true })
  if (!isAllowed(url, outbound) && found.some((it) => !isPublic(it.address))) throw new Forbidden(INTERNAL)
  const first = found[0]
  if (!first) throw new Error(`no address for ${url.hostname}`)
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 }
}

/** Why an address may not be called, as far as the address itself tells; null where only its name can tell. */
export function forbiddenReason(url: URL, outbound: Outbound): string | null {
  if (url.username || url.password) return 'the address carries a login'
  if (isAllowed(url, outbound)) return null
  if (url.protocol !== 'https:') return 'only https is called'
  return isIP(hostOf(url)) !== 0 && !isPublic(hostOf(url)) ? INTERNAL : null
}

const INTERNAL = 'the host lies in an internal network'

/** Whole names only: `example.cn` does not allow `evil-example.cn` nor a host below it. */
function isAllowed(url: URL, { allowedHosts }: Outbound): boolean {
  return allowedHosts.includes(url.host) || allowedHosts.includes(url.hostname)
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/** Posts `body` and answers the status. Redirects are not followed: they would lead to an address that nobody checked. */
export function post(
  target: Target,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    agent: false,
    lookup: (_host, _options, done) => done(null, [{ address: target.address, family: target.family }]),
  }
  const request = target.url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = request(target.url, options, (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** True for an address of the public internet. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  return family === 6 && world.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

// Special-purpose blocks of the IANA registries (RFC 6890 and successors).
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4')
}
inside.addSubnet('2001::', 23, 'ipv6')
inside.addSubnet('2001:db8::', 32, 'ipv6')
inside.addSubnet('2002::', 16, 'ipv6')
inside.addSubnet('3fff::', 20, 'ipv6')

// Everything public in IPv6 is global unicast; mapped, translated, local and multicast addresses all lie outside.
const world = new BlockList()
world.addSubnet('2000::', 3, 'ipv6')
