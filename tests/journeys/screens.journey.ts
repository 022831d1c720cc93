import type { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { axe } from '../support/axe.ts'
import { test } from './people.ts'
import { places } from './places.ts'

for (const { name, who, on, open } of places) {
  test(`${name}: nothing to mend for axe by day, by night and in large type, nothing beside the screen`, async ({ rooms }) => {
    const page = await rooms.enter(who, on, 'standard')
    await open(page)
    await looksRight(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
    // Only colours differ by night.
    expect(await mistakes(axe(page).withRules(['color-contrast', 'link-in-text-block']))).toEqual([])
    await page.close()
    const large = await rooms.enter(who, on, 'large')
    await open(large)
    await looksRight(large)
    await large.close()
  })
}

async function looksRight(page: Page): Promise<void> {
  expect(await mistakes(axe(page))).toEqual([])
  expect(await beside(page)).toBe(0)
}

async function mistakes(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
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
