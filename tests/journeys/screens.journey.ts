import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test, type House, type Look, type Screen, type Who } from './people.ts'

interface Place {
  readonly name: string
  readonly who: Who | null
  readonly on: Screen
  readonly open: (page: Page) => Promise<void>
}

const at = (path: string, shows: string) => async (page: Page) => {
  await page.goto(`/workbench${path}`)
  await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible()
}

/** The oldest suggestion that waits for this person in a status. */
const waitingIn = (status: string, shows: string) => async (page: Page) => {
  const answer = await page.request.get(`/api/v1/suggestions/turns?status=${status}`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  await at(`/suggestions/${items[0]?.id}`, shows)(page)
}

const places: readonly Place[] = [
  { name: 'sign-in', who: null, on: 'phone', open: at('/', '登录') },
  { name: 'first page of a deputy', who: 'deputy', on: 'phone', open: at('/', '待我处理') },
  { name: 'list of a deputy', who: 'deputy', on: 'phone', open: at('/suggestions', '我提的建议') },
  { name: 'form, page 1', who: 'deputy', on: 'phone', open: at('/suggestions/new', '提建议 1/2') },
  { name: 'form with what is missing', who: 'deputy', on: 'phone', open: incompleteForm },
  { name: 'form at a desk', who: 'deputy', on: 'laptop', open: at('/suggestions/new', '提建议 1/2') },
  {
    name: 'invitation to co-sign',
    who: 'otherDeputy',
    on: 'phone',
    open: listed('mine=cosigned&asked=cosigning', '请您联名', '/cosign'),
  },
  { name: 'draft that is being co-signed', who: 'otherDeputy', on: 'phone', open: invitingMore },
  { name: 'list of joint suggestions', who: 'otherDeputy', on: 'phone', open: at('/suggestions?mine=cosigned', '我联名的建议') },
  { name: 'rating', who: 'deputy', on: 'phone', open: waitingIn('replied', '评价') },
  { name: 'desk of the committee', who: 'affairs', on: 'laptop', open: at('/desk', '待办') },
  { name: 'desk with rows chosen', who: 'affairs', on: 'laptop', open: chosenRows },
  { name: 'list at a desk', who: 'affairs', on: 'desk', open: at('/suggestions', '建议') },
  { name: 'return with its reason', who: 'affairs', on: 'laptop', open: openReturn },
  { name: 'declining with its ground', who: 'affairs', on: 'laptop', open: pressed('submitted', '不作为建议', '给代表的建议') },
  { name: 'hand-over to several units', who: 'affairs', on: 'desk', open: severalUnits },
  { name: 'objection to decide', who: 'affairs', on: 'laptop', open: pressed('objected', '改交', '主办单位') },
  { name: 'extension to decide', who: 'affairs', on: 'laptop', open: listed('asked=extension', '申请延期') },
  { name: 'rating that is sealed', who: 'affairs', on: 'laptop', open: waitingIn('rated', '代表评价') },
  { name: 'end after a second refusal', who: 'affairs', on: 'desk', open: pressed('escalated', '办结', '结论') },
  { name: 'objecting', who: 'unit', on: 'laptop', open: pressed('assigned', '申请退办', '退办理由') },
  { name: 'asking for more time', who: 'unit', on: 'laptop', open: pressed('accepted', '申请延期', '延期理由') },
  { name: 'reply with its promises and its preview', who: 'unit', on: 'desk', open: previewed },
  { name: 'desk of a unit', who: 'unit', on: 'laptop', open: at('/desk', '待办') },
  { name: 'reply', who: 'unit', on: 'laptop', open: waitingIn('accepted', '答复代表') },
  { name: 'promises to a deputy', who: 'deputy', on: 'phone', open: at('/commitments', '等您评价') },
  { name: 'rating of a promise', who: 'deputy', on: 'phone', open: openPromise('监督小组', '落实经过') },
  { name: 'promises of a unit', who: 'unit', on: 'laptop', open: at('/commitments', '跟踪承诺') },
  { name: 'promise to be carried', who: 'unit', on: 'desk', open: openCarry },
  { name: 'promises of all units', who: 'affairs', on: 'desk', open: at('/commitments', '分单位落实率') },
  { name: 'concerns of a deputy', who: 'deputy', on: 'phone', open: at('/concerns', '等您确认') },
  { name: 'form of a concern', who: 'deputy', on: 'phone', open: at('/concerns/new', '不属于这里的事') },
  { name: 'concerns of all units', who: 'affairs', on: 'desk', open: at('/concerns', '按单位') },
  { name: 'overview', who: 'leader', on: 'desk', open: at('/handling', '建议办理') },
]

for (const { name, who, on, open } of places) {
  const visit = async (house: House, look: Look) => {
    const page = who ? await house.signedIn(who, on, look) : await house.page(on, look)
    await open(page)
    return page
  }

  test(`${name}: nothing to mend for axe by day and by night, nothing beside the screen`, async ({ house }) => {
    const page = await visit(house, 'standard')
    expect(await mistakes(new AxeBuilder({ page }))).toEqual([])
    expect(await beside(page)).toBe(0)
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
    // Only colours differ by night.
    expect(await mistakes(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))).toEqual([])
  })

  test(`${name}, large: nothing to mend for axe, nothing beside the screen`, async ({ house }) => {
    const page = await visit(house, 'large')
    expect(await mistakes(new AxeBuilder({ page }))).toEqual([])
    expect(await beside(page)).toBe(0)
  })
}

async function mistakes(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Pixels that one must scroll sideways for. */
function beside(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Waits until the change of colours has been drawn and faded in. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.all(ending.map(({ finished }) => finished))
  })
}

/** The first suggestion of a filtered list, or a page under it. */
function listed(query: string, shows: string, under = '') {
  return async (page: Page) => {
    const answer = await page.request.get(`/api/v1/suggestions?${query}`)
    const { items } = (await answer.json()) as { items: { id: string }[] }
    await at(`/suggestions/${items[0]?.id}${under}`, shows)(page)
  }
}

/** The oldest in a status, with the form that a button opens. */
function pressed(status: string, button: string, asks: string) {
  return async (page: Page) => {
    await waitingIn(status, '关于')(page)
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByLabel(asks)).toBeVisible()
  }
}

async function invitingMore(page: Page): Promise<void> {
  await listed('status=cosigning', '联名')(page)
  await page.getByRole('button', { name: '邀请联名' }).click()
  await expect(page.getByRole('combobox', { name: '联名代表' })).toBeVisible()
}

async function severalUnits(page: Page): Promise<void> {
  await waitingIn('registered', '交办')(page)
  await page.getByText('几个单位怎么分工').click()
  await page.getByText('分别办理', { exact: true }).click()
  await page.getByRole('button', { name: '确认交办' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

async function previewed(page: Page): Promise<void> {
  await waitingIn('accepted', '答复代表')(page)
  await page.getByRole('radio', { name: /^B / }).check()
  await page.getByLabel('总的答复').fill('')
  await page.getByRole('button', { name: '套红预览' }).click()
  await expect(page.getByText('预览，不是正式文件')).toBeVisible()
  await page.getByRole('button', { name: '保存答复稿' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

/** The promise whose content holds some words. */
function openPromise(words: string, shows: string) {
  return async (page: Page) => {
    await page.goto('/workbench/commitments')
    await page.getByRole('link', { name: words }).click()
    await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible()
  }
}

async function openCarry(page: Page): Promise<void> {
  await openPromise('改造前开展风貌评估', '落实经过')(page)
  await page.getByRole('button', { name: '结转到新期限' }).click()
  await page.getByRole('button', { name: '结转到新期限' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

async function incompleteForm(page: Page): Promise<void> {
  await at('/suggestions/new', '提建议 1/2')(page)
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

async function chosenRows(page: Page): Promise<void> {
  await at('/desk?status=submitted', '待办')(page)
  await page.getByRole('checkbox', { name: '全选已显示的' }).check()
  await expect(page.getByRole('button', { name: '立案编号' })).toBeVisible()
}

async function openReturn(page: Page): Promise<void> {
  await waitingIn('submitted', '关于')(page)
  await page.getByRole('button', { name: '退回修改' }).click()
  await expect(page.getByLabel('退回原因')).toBeFocused()
}
