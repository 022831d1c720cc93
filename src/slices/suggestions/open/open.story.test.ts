import { expect, test } from 'vitest'
import { buildHouse } from '../../../../tests/support/house.ts'
import { bring as take, ok } from '../../../../tests/support/suggestion.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })

const secret = '只给机关看的事由'
const text = {
  title: '=关于公开数据的建议',
  matter: secret,
  requests: ['按月公开办理数据'],
  category: 'livelihood',
  isPublic: false,
}
const withdrawn = await bring('registered', '撤回的建议')
await ok(deputy, 'POST', `/suggestions/${withdrawn}/withdraw`, { reason: '已经解决' })
await deputy.call('POST', '/suggestions', { ...text, title: '草稿里的建议' })
const assigned = await bring('assigned')
const replied = await bring('replied', '已经答复的建议')

const paths = ['/suggestions.csv', '/suggestions.json', '/suggestions.atom', '/suggestions.ics', '/units', '/open']

test('PLT-16 no file and no page shows drafts, what was withdrawn, or a text that its deputy keeps back', async () => {
  for (const path of [...paths, `/units/${house.unitIds.housing}`]) {
    const { body, statusCode } = await open(path)
    expect(statusCode, path).toBe(200)
    for (const hidden of ['草稿里的建议', '撤回的建议', secret, '12345']) expect(body, `${path}: ${hidden}`).not.toContain(hidden)
  }
})

test('PLT-16 another congress has its own files, and a host of none has none', async () => {
  expect((await open('/suggestions.csv', { host: 'province.localhost' })).body.trim().split('\r\n')).toHaveLength(1)
  for (const path of paths) expect((await open(path, { host: 'elsewhere.example' })).statusCode, path).toBe(404)
})

test('PLT-15 the CSV opens in Excel: a mark, no running formula, one row for each public suggestion', async () => {
  const { body, headers } = await open('/suggestions.csv')
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(body.startsWith('\ufeff编号,标题,')).toBe(true)
  expect(body).toContain(`"'=关于公开数据的建议"`)
  expect(body.trim().split('\r\n')).toHaveLength(3)
})

test('PLT-15 the JSON says what its fields mean, and has the rows of the CSV', async () => {
  const data = JSON.parse((await open('/suggestions.json')).body)
  expect(data.items.map((it: { title: string }) => it.title)).toEqual(['已经答复的建议', '=关于公开数据的建议'])
  expect(Object.keys(data.items[0])).toEqual(data.fields.map((it: { name: string }) => it.name))
  expect(data.items[1]).toMatchObject({ deputy: '王敏', unit: '市房产局', handedOverOn: '2022-03-01', dueOn: '2022-06-01' })
  expect(data.licence.url).toContain('creativecommons.org')
  const dictionary = (await open('/open')).body
  for (const { name, meaning } of data.fields) {
    expect(dictionary).toContain(`<code>${name}</code>`)
    expect(dictionary).toContain(meaning)
  }
})

test('PLT-15 many rows come in batches, each exactly once', async () => {
  const count = 1100
  await house.in(1, async (tx) => {
    await tx.db
      .insertInto('suggestions.suggestion')
      .values(
        Array.from({ length: count }, (_, at) => ({
          congress_id: 1,
          id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
          term: 16,
          series: '16-1',
          number: at + 1,
          reference: `16-1-${String(at + 1).padStart(4, '0')}`,
          title: '往届建议',
          matter: '无',
          category: 'other',
          lead_deputy_id: deputy.deputyId!,
          is_public: true,
          status: 'registered',
          created_at: house.now(),
        })),
      )
      .execute()
  })
  const { items } = JSON.parse((await open('/suggestions.json')).body)
  expect(new Set(items.map((it: { reference: string }) => it.reference)).size).toBe(count + 2)
  expect(items).toHaveLength(count + 2)
})

test('PLT-15 the feed has each happening once, with its day and its page', async () => {
  const { body, headers } = await open('/suggestions.atom')
  expect(headers['content-type']).toContain('application/atom+xml')
  const ids = [...body.matchAll(/<id>([^<]+)<\/id>/g)].map((it) => it[1])
  expect(new Set(ids).size).toBe(ids.length)
  expect(body.match(/<entry>/g)).toHaveLength(3)
  expect(body).toContain('<updated>2022-03-01T00:00:00+08:00</updated>')
})

test('PLT-15 the calendar has a day, a zone and an address for every open reply, of all or of one unit', async () => {
  const { body } = await open('/suggestions.ics')
  expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(body).toContain('DTSTART;TZID=Asia/Shanghai:20220601T000000')
  expect(body).toMatch(/URL:http:\/\/city\.localhost\/suggestions\/17-/)
  expect((await open(`/suggestions.ics?unitId=${house.unitIds.transport}`)).body).not.toContain('BEGIN:VEVENT')
  expect((await open(`/suggestions.ics?unitId=${house.unitIds.housing}`)).body).toContain('BEGIN:VEVENT')
})

test('PLT-15 a file that did not change is not sent again', async () => {
  for (const path of ['/suggestions.csv', '/suggestions.atom']) {
    const etag = String((await open(path)).headers['etag'])
    expect((await open(path, { 'if-none-match': etag })).statusCode).toBe(304)
  }
})

test('SUG-34 a unit’s figures open exactly their rows, and the late ones are those whose day has passed', async () => {
  const unit = `unitId=${house.unitIds.housing}`
  const due = await figures()
  expect(due).toEqual({ replied: '1/2', open: '1', late: '0' })
  expect((await rows(`answered=yes&${unit}`)).length).toBe(1)
  expect((await rows(`answered=no&${unit}`)).length).toBe(1)
  expect(await rows(`late=yes&${unit}`)).toEqual([])
  house.setNow(new Date('2022-06-02T04:00:00Z'))
  expect((await figures()).late).toBe('1')
  const { reference } = (await (await house.person('deputies_affairs')).call('GET', `/suggestions/${assigned}`)).body
  expect(await rows(`late=yes&${unit}`)).toEqual([reference])
})

test('SUG-34 a unit that never was is not found; one without suggestions says so', async () => {
  expect((await open('/units/nonsense')).statusCode).toBe(404)
  expect((await open(`/units/${replied}`)).statusCode).toBe(404)
  expect((await open(`/units/${house.unitIds.transport}`)).body).toContain('还没有承办建议')
})

test('PLT-15 the new pages are light, without scripts, and speak English too', async () => {
  for (const path of ['/units', `/units/${house.unitIds.housing}`, '/open', '/suggestions?late=yes']) {
    const { body } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=en`)
    expect(body.length, path).toBeLessThan(50_000)
    expect(body, path).not.toMatch(/<script(?! type="application\/ld\+json")/)
    expect(body, path).toContain('<html lang="en"')
  }
})

async function open(path: string, headers: Record<string, string> = {}) {
  return house.app.inject({ method: 'GET', url: path, headers: { host: 'city.localhost', ...headers } })
}

async function rows(query: string): Promise<string[]> {
  const list = await house.visitor.call('GET', `/public/suggestions?${query}`)
  return list.body.items.map((it: { reference: string }) => it.reference)
}

/** What the unit's page shows in its figures. */
async function figures(): Promise<{ replied: string; open: string; late: string }> {
  const { body } = await open(`/units/${house.unitIds.housing}`)
  const plain = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  const figure = (label: string) => new RegExp(`${label} (\\d+(?: ?/ ?\\d+)?) (?!件)`).exec(plain)?.[1]?.replaceAll(' ', '') ?? ''
  return { replied: figure('已办复'), open: figure('待办复'), late: figure('逾期') }
}

function bring(to: 'registered' | 'assigned' | 'replied', title = text.title): Promise<string> {
  const answer = { documentNumber: '房函〔2022〕1号', points: ['按月公开。'] }
  return take({ deputy, committee, handler }, to, { text: { ...text, title }, answer })
}
