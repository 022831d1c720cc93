import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'

/** People of the named world who sign in (db/world/README.md), by their login. */
const logins = {
  deputy: 'daibiao',
  otherDeputy: 'lihua',
  affairs: 'daibiaogongwei',
  committee: 'zhuanweihui',
  unit: 'chengban',
  otherUnit: 'chengban2',
  leader: 'lingdao',
  system: 'xitong',
  security: 'anquan',
  auditor: 'shenji',
} as const
export type Who = keyof typeof logins

export const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1366, height: 768 } },
  desk: { viewport: { width: 1920, height: 1080 } },
} as const
export type Screen = keyof typeof screens

export const looks = { standard: {}, large: { minyi_view: 'big' } } as const
export type Look = keyof typeof looks

const PASSWORD = 'Minyi-demo-2022'

export interface House {
  /** A browser of one person, not signed in yet. Mistakes of the page fail the test that made them. */
  page(screen: Screen): Promise<Page>
  /** Signed in without the form, for journeys about something else. */
  signedIn(who: Who, screen: Screen): Promise<Page>
}

export interface Rooms {
  /** A new page of a person at a screen; who came before in the same look is signed in still. `null`: a visitor. */
  enter(who: Who | null, screen: Screen, look: Look): Promise<Page>
}

/**
 * `house`: tests in which several people sit at browsers of their own; all of them are closed at the end. `rooms`: for tests that only
 * look, browsers that stay open for the tests after.
 */
export const test = base.extend<{ house: House }, { rooms: Rooms }>({
  house: async ({ browser }, use) => {
    const opened: BrowserContext[] = []
    const sitDown = async (who: Who | null, screen: Screen) => {
      const context = await contextOf(browser, who, screen, 'standard')
      opened.push(context)
      return pageOf(context)
    }
    await use({ page: (screen) => sitDown(null, screen), signedIn: sitDown })
    await Promise.all(opened.map((context) => context.close()))
  },
  rooms: [
    async ({ browser }, use) => {
      const opened = new Map<string, Promise<BrowserContext>>()
      const room = (who: Who | null, screen: Screen, look: Look) => {
        const key = `${who} ${screen} ${look}`
        const made = opened.get(key) ?? contextOf(browser, who, screen, look)
        opened.set(key, made)
        return made
      }
      await use({ enter: async (who, screen, look) => pageOf(await room(who, screen, look)) })
      for (const context of opened.values()) await (await context).close()
    },
    { scope: 'worker' },
  ],
})

/** How many people came in this process. */
let people = 0

async function contextOf(browser: Browser, who: Who | null, screen: Screen, look: Look): Promise<BrowserContext> {
  people += 1
  // Each person sits at an address of their own, so that one limit of requests is not shared by everybody.
  const extraHTTPHeaders = { 'x-forwarded-for': `10.0.${process.env['TEST_WORKER_INDEX'] ?? 0}.${people}` }
  const url = process.env['JOURNEY_URL'] ?? ''
  const context = await browser.newContext({
    ...screens[screen],
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    extraHTTPHeaders,
  })
  await context.addCookies(Object.entries(looks[look]).map(([name, value]) => ({ name, value, url })))
  if (who === null) return context
  const answer = await context.request.post('/api/v1/session', { data: { login: logins[who], password: PASSWORD } })
  expect(answer.status()).toBe(200)
  return context
}

async function pageOf(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error.message, 'an error on the page').toBe(''))
  return page
}

/** Their buttons on the sign-in page of a demonstration. */
const buttons = { deputy: '代表 · 王敏', affairs: '代表工委 · 陈静', unit: '承办单位 · 孙建华' } as const

/** Signs in by the button of the sign-in page, as anybody does in a demonstration. */
export async function signIn(page: Page, who: keyof typeof buttons): Promise<void> {
  await page.goto('/workbench/')
  await page.getByRole('button', { name: buttons[who] }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

/** Headers with which a request of this person counts as theirs (double-submit token). */
export async function theirHeaders(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies()
  return { 'x-minyi-csrf': cookies.find(({ name }) => name === 'minyi_csrf')?.value ?? '' }
}
