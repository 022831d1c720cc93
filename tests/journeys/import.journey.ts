import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { NewWorkbook } from '#kernel/documents/exceljs.ts'
import { FIRST_ROW, MESSY_NAME, messyWorkbook, NICKNAMED, PLANTED } from '../support/messy-workbook.ts'
import { test } from './people.ts'

const BAD = PLANTED.length
const GOOD = 300 - BAD
const NICKNAME = '市房产管理局'

test('PLT-14 a clerk brings in a ledger of years ago: one nickname for all, good rows in, bad rows back, and all of it undone', async ({
  house,
}) => {
  const page = await house.signedIn('affairs', 'laptop')
  const names = await peopleAndUnits(page)
  await page.goto('/workbench/imports')
  await page.getByRole('radio', { name: '建议历史' }).check()
  await page.getByLabel('选择文件').setInputFiles({
    name: MESSY_NAME,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await messyWorkbook({ ...names, nickname: NICKNAME }),
  })
  await page.getByRole('button', { name: '上传并检查' }).click()

  const main = page.locator('main')
  await expect(main).toContainText('300 行；表头在第 3 行，已识别')
  await expect(main).toContainText('承办 承办单位'.replace(' ', '_'))
  await expect(page.getByRole('button', { name: `导入 ${GOOD - NICKNAMED} 行` })).toBeVisible()
  const september = page.getByRole('row').filter({ hasText: '第 17 行' })
  await expect(september).toContainText('没有这一天，请改为 9月30日 或 10月1日')

  await page
    .getByRole('button', { name: `${NICKNAMED} 处都用：市房产局，以后都这样识别` })
    .first()
    .click()
  await expect(page.getByRole('button', { name: `导入 ${GOOD} 行` })).toBeVisible()
  await expect(main).toContainText(`先导入 ${GOOD} 行，${BAD} 行退回带批注的 Excel`)

  await page.getByRole('button', { name: `导入 ${GOOD} 行` }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('heading', { name: `已导入 ${GOOD} 行` })).toBeVisible()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载带批注的 Excel' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('2021年代表建议办理台账-批注.xlsx')
  await expectAnnotated(await download.path())

  await page.goto('/suggestions/16-1-0001')
  await expect(page.locator('main')).toContainText('关于加装电梯的建议（1）')
  await page.goBack()

  await page.getByRole('button', { name: '整批撤销' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '整批撤销' }).click()
  await expect(main).toContainText('已撤销')
  expect((await page.request.get('/suggestions/16-1-0001')).status()).toBe(404)
  await page.getByRole('link', { name: '全部导入' }).click()
  await expect(page.getByRole('row').filter({ hasText: MESSY_NAME })).toContainText('已撤销')
})

/** Deputies and units of the named world, as the office's own lists tell them. */
async function peopleAndUnits(page: Page): Promise<{ deputies: string[]; units: string[] }> {
  const { items } = await (await page.request.get('/api/v1/suggestions?limit=100')).json()
  const known: string[] = items.map(({ deputy }: { deputy: { name: string } }) => deputy.name)
  return { deputies: [...new Set(known)].slice(0, 5), units: ['市房产局', '市交通局'] }
}

/** The same workbook, with a reason beside each bad row and beside no other. */
async function expectAnnotated(path: string): Promise<void> {
  const workbook = new NewWorkbook()
  await workbook.xlsx.load(readFileSync(path) as never)
  const sheet = workbook.worksheets[0]!
  const said: number[] = []
  for (let row = FIRST_ROW; row < FIRST_ROW + 300; row += 1) if (sheet.getCell(row, 17).value) said.push(row)
  expect(said).toEqual(PLANTED.map(({ row }) => row))
}
