import { expect, type Page } from '@playwright/test'
import { theirHeaders, type House, type Screen } from './people.ts'

const DEMO_PASSWORD = 'Minyi-demo-2022'
const OWN_PASSWORD = 'Rw4#nTz8bQcx'

/** Somebody of the named world who has an account and no password yet: made a first one, which they changed. `asked` finds the account. */
export async function newcomer(house: House, asked: string, screen: Screen): Promise<Page> {
  const [admin, theirs] = [await house.page('laptop'), await house.page(screen)]
  await post(admin, '/session', { login: 'xitong', password: DEMO_PASSWORD })
  const found = await admin.request.get(`/api/v1/accounts?q=${encodeURIComponent(asked)}`)
  const { items } = (await found.json()) as { items: { id: string; login: string }[] }
  const account = items[0]
  if (!account) throw new Error(`No account for ${asked}`)
  const { password } = (await post(admin, `/accounts/${account.id}/reset-password`, { reason: '首次使用' })) as {
    password: string
  }
  await post(theirs, '/session', { login: account.login, password })
  await post(theirs, '/me/password', { current: password, next: OWN_PASSWORD })
  return theirs
}

async function post(page: Page, path: string, data: object): Promise<unknown> {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: await theirHeaders(page) })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return answer.json()
}
