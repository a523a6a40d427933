import fs from 'node:fs'
import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/check/browser.mts'

// found once by the main process; the workers inherit both
process.env.USUAL_CHROMIUM_PATH ??= await findBrowser()
process.env.CHROMIUM_PATH = await findBrowser('lean')

// Files that take longest, so that none of them is left alone at the end: one of them is the last by its name.
const slow = ['up', 'matrix-without-proxy', 'matrix', 'secrets', 'package'].map((name) => `tests/e2e/${name}.e2e.ts`)
for (const file of slow) if (!fs.existsSync(file)) throw new Error(`${file} has another name now: tell it here, too`)

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: 'tests/e2e/**/*.e2e.ts',
  projects: [
    { name: 'slow', testMatch: slow },
    { name: 'others', testIgnore: slow },
  ],
  globalSetup: './tests/support/browser-server.ts',
  outputDir: '.cache/check/browser',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/check/results/browser.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: browserArguments },
  },
})
