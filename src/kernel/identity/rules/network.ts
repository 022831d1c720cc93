/**
 * The network of an address: what one guesser can easily change is left out. `203.0.113.9` → `203.0.113.0/24`,
 * `2001:db8:1:2ff::9` → `2001:db8:1:200::/56`; an IPv4 address written as IPv6 is an IPv4 address.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(mapped?.[1] ?? address)
  if (v4) return `${v4[1]}.0/24`
  const groups = groupsOf(address.split('%')[0] ?? '')
  if (!groups) return 'unknown'
  const [a = 0, b = 0, c = 0, d = 0] = groups
  return `${[a, b, c, d & 0xff00].map((it) => it.toString(16)).join(':')}::/56`
}

function groupsOf(address: string): number[] | null {
  const halves = address.split('::')
  if (halves.length > 2) return null
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  const texts = halves.length === 2 ? [...head, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...tail] : head
  const groups = texts.map((it) => (/^[0-9a-f]{1,4}$/i.test(it) ? Number.parseInt(it, 16) : Number.NaN))
  return groups.length === 8 && !groups.some(Number.isNaN) ? groups : null
}
