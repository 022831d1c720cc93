import { expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, type Person } from '../support/house.ts'
import { readTags, type Tag } from './html-reader.ts'
import { payloads } from './xss-corpus.ts'

const house = await buildHouse()
const committee = await house.person('deputies_affairs')
const LONGEST_TITLE = 40

/** A unit with a name, and its handler. */
async function unitNamed(name: string): Promise<{ id: string; handler: Person }> {
  const id = newId()
  await house.in(CITY, (tx) =>
    tx.db
      .insertInto('congress.unit')
      .values({ congress_id: CITY, id, kind: 'department', name, short_name: name, initials: '', starts_on: '2000-01-01' })
      .execute(),
  )
  return { id, handler: await house.person('handling_unit', { unitId: id, name }) }
}

async function must(answer: ReturnType<Person['call']>): Promise<{ id: string; reference: string }> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

/** A registered suggestion with `text` as its title and as the name of its deputy. */
async function titled(text: string): Promise<string> {
  const deputy = await house.person('deputy', { name: text })
  const draft = { title: text.slice(0, LONGEST_TITLE), matter: text, requests: [text], category: 'other' }
  const { id } = await must(deputy.call('POST', '/suggestions', draft))
  await must(deputy.call('POST', `/suggestions/${id}/submit`))
  return (await must(committee.call('POST', `/suggestions/${id}/register`))).reference
}

/** A suggestion that went its whole way with `text` in every field that anybody types. */
async function writtenWith(text: string): Promise<string> {
  const deputy = await house.person('deputy', { name: text })
  const unit = await unitNamed(text)
  const draft = { title: '一件建议', matter: text, requests: [text], category: 'other' }
  const { id } = await must(deputy.call('POST', '/suggestions', draft))
  await must(deputy.call('POST', `/suggestions/${id}/submit`))
  await must(committee.call('POST', `/suggestions/${id}/return`, { reason: text }))
  await must(deputy.call('POST', `/suggestions/${id}/submit`))
  const { reference } = await must(committee.call('POST', `/suggestions/${id}/register`))
  await must(committee.call('POST', `/suggestions/${id}/assign`, { handlers: [{ unitId: unit.id }] }))
  await must(unit.handler.call('POST', `/suggestions/${id}/accept`))
  const contact = { kind: 'phone', contactedOn: '2022-03-01', note: text }
  await must(unit.handler.call('POST', `/suggestions/${id}/contacts`, contact))
  const signed = { signer: text.slice(0, 20), contact: text.slice(0, 60), documentNumber: '示函〔2022〕1号' }
  await must(unit.handler.call('PUT', `/suggestions/${id}/reply-draft`, { ...signed, class: 'A', text, points: [text] }))
  await must(unit.handler.call('POST', `/suggestions/${id}/reply-draft/sign`, { signedOn: '2022-03-01' }))
  await must(unit.handler.call('POST', `/suggestions/${id}/reply`))
  const rating = { attitude: 'satisfied', result: 'dissatisfied', reason: text }
  await must(deputy.call('POST', `/suggestions/${id}/rate`, rating))
  return reference
}

/** The corpus a few texts at a time: what a long field holds. */
function bundles(size: number): string[] {
  const count = Math.ceil(payloads.length / size)
  return Array.from({ length: count }, (_, at) => payloads.slice(at * size, (at + 1) * size).join(' '))
}

async function page(url: string): Promise<{ status: number; html: string; tags: Tag[] }> {
  const answer = await house.app.inject({ url, headers: { host: 'city.localhost' } })
  expect(answer.headers['content-type']).toMatch(/^text\/html/)
  expect(answer.headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/)
  return { status: answer.statusCode, html: answer.body, tags: readTags(answer.body) }
}

/** Element and attribute names in their order: what a text can never change. */
function shapeOf(tags: readonly Tag[]): string[] {
  return tags.map(({ name, attributes }) => [name, ...[...attributes.keys()].toSorted()].join(' '))
}

/** What none of the known pages has; a list of more than one page has its pager besides. */
function unknownIn(tags: readonly Tag[], known: ReadonlySet<string>): string[] {
  return shapeOf(tags).filter((it) => !known.has(it) && !/^(nav aria-label class|a class href rel|a href)$/.test(it))
}

const LINKS = new Set(['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href', 'data'])
const OWN_PLACE = /^(\/(?!\/)|#|http:\/\/city\.localhost\/)/

/** What runs or leads out of this site, however it got there; empty for a page as it should be. */
function harmIn(tags: readonly Tag[]): string[] {
  return tags.flatMap(({ name, attributes }) => {
    const harm = [...attributes].filter(
      ([it, value]) => /^(on|style$|srcdoc$)/.test(it) || (LINKS.has(it) && !OWN_PLACE.test(value)),
    )
    const runs = name === 'script' && attributes.get('type') !== 'application/ld+json'
    return [...harm.map(([it, value]) => `${name} ${it}=${value}`), ...(runs ? ['script'] : [])]
  })
}

test('the reader of these tests sees what a browser sees', () => {
  const seen = (html: string) => shapeOf(readTags(html))
  expect(seen('<p title="a>b">x</p><img/src="x"onerror=alert(1)>')).toEqual(['p title', 'img onerror src'])
  expect(seen('<title></p><b></title><b>')).toEqual(['title', 'b'])
  expect(seen('<!-- <b> --><i\nid=1 hidden>&lt;u&gt;')).toEqual(['i hidden id'])
  expect(readTags('<a href="java&#115;cript&colon;1">')[0]?.attributes.get('href')).toBe('javascript:1')
  // Almost every text of the corpus would be seen as markup if it were printed as it is.
  expect(payloads.filter((it) => seen(`<p>${it}</p>`).length > 1).length).toBeGreaterThan(50)
})

test('PLT-02 a title and a name stay text: heading, head, JSON-LD, lists, timeline', async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(60)
  const plain = await page(`/suggestions/${await titled('平常的一段文字')}`)
  const known = new Set([plain, await page('/suggestions'), await page('/')].flatMap((it) => shapeOf(it.tags)))
  for (const text of payloads) {
    const { tags } = await page(`/suggestions/${await titled(text)}`)
    expect(shapeOf(tags), text).toEqual(shapeOf(plain.tags))
    expect(harmIn(tags), text).toEqual([])
    const data = JSON.parse(tags.find((it) => it.name === 'script')!.text)
    expect(data.name, text).toBe(text.slice(0, LONGEST_TITLE).trim())
  }
  for (const url of ['/', '/suggestions', '/suggestions?lang=en&v=big&theme=dark']) {
    const { tags } = await page(url)
    expect(harmIn(tags), url).toEqual([])
    expect(unknownIn(tags, known), url).toEqual([])
  }
})

test('PLT-02 matter, requests, replies, reasons and the names of units stay text', async () => {
  const plain = await page(`/suggestions/${await writtenWith('平常的一段文字，没有记号')}`)
  for (const text of bundles(10)) {
    const { tags, html } = await page(`/suggestions/${await writtenWith(text)}`)
    expect(shapeOf(tags), text).toEqual(shapeOf(plain.tags))
    expect(harmIn(tags), text).toEqual([])
    expect(html.match(/alert\(1\)/g)?.length ?? 0).toBeGreaterThan(5)
  }
})

test('PLT-02 what stands in an address stays text: search, filters, choices, unknown names, paths', async () => {
  const plain = shapeOf((await page('/suggestions?q=zzzz')).tags)
  const known = new Set([...plain, ...shapeOf((await page('/suggestions')).tags)])
  const missing = shapeOf((await page('/suggestions/missing')).tags)
  for (const text of payloads) {
    const value = encodeURIComponent(text)
    const found = await page(`/suggestions?q=${value}&status=${value}&cursor=${value}&lang=${value}&v=${value}&theme=${value}`)
    expect(found.status).toBe(200)
    expect(harmIn(found.tags), text).toEqual([])
    expect(unknownIn(found.tags, known), text).toEqual([])
    const named = await page(`/suggestions?q=zzzz&${value}=${value}&x=${value}`)
    expect(shapeOf(named.tags), text).toEqual(plain)
    expect(harmIn(named.tags), text).toEqual([])
    const path = await page(`/suggestions/${encodeURIComponent(text.replaceAll(/[/\\]/g, '')).slice(0, 190)}`)
    expect([path.status, shapeOf(path.tags)], text).toEqual([404, missing])
    expect(harmIn(path.tags), text).toEqual([])
  }
})

test('PLT-02 JSON is never taken for a page', async () => {
  const answer = await house.app.inject({
    url: `/api/v1/public/suggestions/${encodeURIComponent('<script>alert(1)</script>')}`,
    headers: { host: 'city.localhost', accept: 'text/html' },
  })
  expect(answer.headers['content-type']).toMatch(/json/)
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})
