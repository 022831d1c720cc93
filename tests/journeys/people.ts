import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'

/** People of the named world who sign in (db/world/README.md), by their login. */
const logins = {
  deputy: 'daibiao',
  otherDeputy: 'lihua',
  affairs: 'daibiaogongwei',
  committee: 'zhuanweihui',
  unit: 'chengban',
  otherUnit: 'chengban2',
  leader: 'lingdao',
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

/** How many people came in this process. */
let people = 0

const PASSWORD = 'Minyi-demo-2022'

export interface House {
  /** A browser of one person, not signed in yet. Mistakes of the page fail the test that made them. */
  page(screen: Screen, look?: Look): Promise<Page>
  /** Signed in without the form, for journeys about something else. */
  signedIn(who: Who, screen: Screen, look?: Look): Promise<Page>
}

/** Tests in which several people sit at browsers of their own; all of them are closed at the end. */
export const test = base.extend<{ house: House }>({
  house: async ({ browser }, use, { workerIndex }) => {
    const opened: BrowserContext[] = []
    const page: House['page'] = async (screen, look = 'standard') => {
      people += 1
      // Each person sits at an address of their own, so that one limit of requests is not shared by everybody.
      const extraHTTPHeaders = { 'x-forwarded-for': `10.0.${workerIndex}.${people}` }
      const context = await browser.newContext({ ...screens[screen], extraHTTPHeaders })
      opened.push(context)
      return furnished(context, look)
    }
    const signedIn: House['signedIn'] = async (who, screen, look) => {
      const theirs = await page(screen, look)
      const answer = await theirs.request.post('/api/v1/session', { data: { login: logins[who], password: PASSWORD } })
      expect(answer.status()).toBe(200)
      return theirs
    }
    await use({ page, signedIn })
    await Promise.all(opened.map((context) => context.close()))
  },
})

async function furnished(context: BrowserContext, look: Look): Promise<Page> {
  const url = process.env['JOURNEY_URL'] ?? ''
  await context.addCookies(Object.entries(looks[look]).map(([name, value]) => ({ name, value, url })))
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
