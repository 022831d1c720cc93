import { existsSync } from 'node:fs'

import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'

const CANDIDATES = [
  process.env['MINYI_TEST_BROWSER'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Path of an installed Chromium, or null: browser tests are skipped with a note where there is none. */
export function findBrowser(): string | null {
  return CANDIDATES.find((path) => path !== undefined && existsSync(path)) ?? null
}

/** Starts the installed Chromium; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium found; name one in MINYI_TEST_BROWSER')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
}
