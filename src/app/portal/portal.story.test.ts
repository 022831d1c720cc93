import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildHouse } from '../../../tests/support/house.ts'

const house = await buildHouse()

async function open(path: string, headers: Record<string, string> = {}) {
  return house.app.inject({ method: 'GET', url: path, headers: { host: 'city.localhost', ...headers } })
}

test('PLT-15 public pages are whole documents without scripts, in Chinese first', async () => {
  for (const path of [
    '/',
    '/suggestions',
    '/open',
    '/about/privacy',
    '/about/accessibility',
    '/about/corrections',
    '/api/docs',
  ]) {
    const answer = await open(path)
    expect(answer.statusCode, path).toBe(200)
    expect(answer.body, path).toMatch(/^<!doctype html><html lang="zh-CN"/)
    expect(answer.body, path).not.toMatch(/<script(?! type="application\/ld\+json")/)
    expect(answer.body, path).not.toMatch(/ style="/)
  }
})

test('PLT-15 what is not there answers a page with a way on, also for a broken filter', async () => {
  const missing = await open('/suggestions/17-1-9999')
  expect(missing.statusCode).toBe(404)
  expect(missing.body).toContain('没有找到这件建议')
  const nowhere = await open(encodeURI('/老旧小区.html'))
  expect(nowhere.statusCode).toBe(404)
  expect(nowhere.body).toMatch(/^<!doctype html><html lang="zh-CN"/)
  expect(nowhere.body).toContain('/suggestions?q=%E8%80%81%E6%97%A7%E5%B0%8F%E5%8C%BA')
  expect((await open('/api/v1/nowhere')).json().code).toBe('not-found')
  expect((await open('/suggestions?status=nonsense&cursor=nonsense')).statusCode).toBe(200)
})

test('PLT-15 a page is compressed and revalidated', async () => {
  const first = await open('/suggestions', { 'accept-encoding': 'gzip' })
  expect(gunzipSync(first.rawPayload).toString()).toContain('建议办理公开')
  expect(first.rawPayload.length).toBeLessThan(50_000)
  const again = await open('/suggestions', { 'if-none-match': String(first.headers['etag']) })
  expect(again.statusCode).toBe(304)
})

test('PLT-17 large text, dark and English are chosen by links and kept in cookies', async () => {
  const big = await open('/?v=big&theme=dark&lang=en')
  expect(big.body).toContain('data-view="big" data-theme="dark"')
  expect(big.body).toContain('<html lang="en"')
  expect(big.cookies.map((it) => it.name).toSorted()).toEqual(['minyi_locale', 'minyi_theme', 'minyi_view'])
})

test('PLT-16 a host name of no congress shows nothing of any', async () => {
  const foreign = await house.app.inject({ method: 'GET', url: '/', headers: { host: 'elsewhere.example' } })
  expect(foreign.statusCode).toBe(404)
})
