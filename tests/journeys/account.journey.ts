import { expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { test } from './people.ts'

const DEMO_PASSWORD = 'Minyi-demo-2022'
const OWN_PASSWORD = 'Rw4#nTz8bQcx'
const name = '周新来'
const login = 'zhouxinlai'

// A new colleague's account, from its opening to its end: three administrators, a first password, one-time codes, a page that is closed.
test('an account is opened, given its role, secured by its owner, and closed while its owner looks at a page', async ({
  house,
}) => {
  const [system, security, owner] = [await house.page('laptop'), await house.page('desk'), await house.page('phone')]
  const first = await test.step('the system administrator opens it and makes a first password', () => open(system))
  await test.step('the security administrator grants the role', () => grant(security))
  await test.step('its owner must choose a password before anything else', () => enterFirst(owner, first))
  const secret = await test.step('its owner binds an authenticator and keeps the rescue codes', () => bind(owner))
  await test.step('signing in asks for the code, and leads back to the page that was asked for', () => enterAgain(owner, secret))
  await test.step('the system administrator disables it: the open page is signed out by itself', () => disable(system, owner))
})

async function signInWith(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel('登录名或手机号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function open(page: Page): Promise<string> {
  await page.goto('/workbench/')
  await signInWith(page, 'xitong', 'not the password')
  await expect(page.getByRole('alert')).toContainText('登录名或密码不对')
  await signInWith(page, 'xitong', DEMO_PASSWORD)
  await page.getByRole('link', { name: '开户' }).click()
  await page.getByRole('button', { name: '开户' }).click()
  await expect(page.getByRole('link', { name: '请填写姓名。' })).toBeVisible()
  await page.getByRole('textbox', { name: '登录名' }).fill(login)
  await page.getByRole('textbox', { name: '姓名' }).fill(name)
  await page.getByRole('combobox', { name: '单位' }).fill('sjtj')
  await page.getByTitle('市交通局').click()
  await page.getByRole('button', { name: '开户' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.getByRole('button', { name: '重置密码' }).click()
  await page.getByLabel('理由').fill('新到任，当面交接')
  await page.getByRole('button', { name: '重置密码' }).click()
  return (await page.getByRole('status').locator('code').textContent()) ?? ''
}

async function grant(page: Page): Promise<void> {
  await page.goto('/workbench/admin/accounts?q=' + login)
  await signInWith(page, 'anquan', DEMO_PASSWORD)
  await page.getByRole('link', { name }).click()
  await expect(page.getByText('三个管理员互相制约')).toBeVisible()
  await page.getByLabel('再授予一个角色').selectOption('承办单位')
  await page.getByRole('button', { name: '授予' }).click()
  await expect(page.getByRole('button', { name: '收回 承办单位' })).toBeVisible()
}

async function enterFirst(page: Page, first: string): Promise<void> {
  await page.goto('/workbench/account')
  await signInWith(page, login, first)
  await expect(page.getByText('您的密码是临时的或已经到期')).toBeVisible()
  await page.getByLabel('新密码', { exact: true }).fill(login)
  await page.getByLabel('再输一次新密码').fill(login)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByRole('link', { name: /密码太短/ })).toBeVisible()
  await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD)
  await page.getByLabel('再输一次新密码').fill(OWN_PASSWORD)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByRole('heading', { name: '我的账号' })).toBeVisible()
}

async function bind(page: Page): Promise<string> {
  await page.getByRole('button', { name: '绑定动态口令' }).click()
  await page.getByLabel('当前密码').fill(OWN_PASSWORD)
  await page.getByRole('button', { name: '绑定动态口令' }).click()
  await expect(page.getByRole('img', { name: '绑定动态口令的二维码' })).toBeVisible()
  const secret = (await page.locator('.secret').textContent())?.replaceAll(' ', '') ?? ''
  await page.getByLabel('验证器上显示的 6 位数字').fill(codeOf(secret))
  await page.getByRole('button', { name: '完成绑定' }).click()
  await expect(page.getByRole('list', { name: '备用码' }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: '已经保存好' }).click()
  await expect(page.getByText('已绑定。登录时除密码外')).toBeVisible()
  return secret
}

async function enterAgain(page: Page, secret: string): Promise<void> {
  await page.locator('summary').filter({ hasText: name }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/\/workbench\/$/)
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await page.goto('/workbench/notices')
  await signInWith(page, login, OWN_PASSWORD)
  await page.getByLabel('动态口令或备用码').fill(codeOf(secret, 1))
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByRole('heading', { name: '通知' })).toBeVisible()
}

async function disable(page: Page, owner: Page): Promise<void> {
  await page.getByRole('button', { name: '停用账号' }).click()
  await page.getByLabel('理由').fill('调离本单位')
  await page.getByRole('button', { name: '停用账号' }).click()
  await expect(page.locator('.work-status')).toContainText('已停用')
  await expect(owner.getByText('登录已过期，内容没有丢')).toBeVisible()
  await signInWith(owner, login, OWN_PASSWORD)
  await expect(owner.getByRole('alert')).toContainText('登录名或密码不对')
}

/** What the authenticator shows, `steps` half-minutes from now: a code counts once, and the next one counts already. */
function codeOf(secret: string, steps = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 })
}
