import { defineConfig } from '@playwright/test'

const SCREENS = '**/screens.journey.ts'
/** Their cases are nobody else's, and no figure of the others counts them. */
const APART = ['**/account.journey.ts', '**/motion.journey.ts', '**/concern.journey.ts']

// Journeys of named people in a real browser, on the built program with a database of its own (`npm test` calls it after the build).
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'var/test/journeys',
  globalSetup: './tests/journeys/program.ts',
  workers: 2,
  projects: [
    // One after the other: a case passes from person to person.
    { name: 'journeys', testIgnore: [SCREENS, ...APART], workers: 1 },
    { name: 'journeys apart', testMatch: APART, workers: 1 },
    // They only look, so two at a time; after the journeys, so that nobody takes away what they look at.
    { name: 'screens', testMatch: SCREENS, fullyParallel: true, dependencies: ['journeys', 'journeys apart'] },
  ],
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: process.env['JOURNEY_URL'] ?? 'http://127.0.0.1',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['MINYI_CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
})
