import { defineConfig } from 'vitest/config'

const STORIES = '{src,tests,db,bench,scripts}/**/*.story.test.{ts,tsx}'
const BROWSER = '{src,tests}/**/*.browser.test.{ts,tsx}'
const NEVER = ['**/node_modules/**', 'dist/**', 'var/**', 'tests/journeys/**']

// `pure` needs neither database nor browser; `browser` draws the kits in Chromium; `story` gets one server and a database per file.
export default defineConfig({
  test: {
    reporters: ['default'],
    // Files share what they import: each builds its own database, server or page, and to load the program anew for every file
    // takes longer than the tests themselves.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{src,tests,db,bench,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...NEVER, STORIES, BROWSER],
          // A few of them start a process of their own, which takes seconds on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [BROWSER],
          exclude: NEVER,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'story',
          include: [STORIES],
          exclude: NEVER,
          globalSetup: ['tests/support/test-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
