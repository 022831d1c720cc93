import { defineConfig } from '@playwright/test'

// Journeys of named people in a real browser, on the built program with a database of its own (`npm test` calls it after the build).
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'var/test/journeys',
  globalSetup: './tests/journeys/program.ts',
  // One after the other: a case passes from person to person, and the machine has few cores.
  workers: 1,
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
