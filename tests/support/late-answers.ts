import type { Browser, BrowserContext } from '@playwright/test'

/** How long every script waits in the run, ms; other answers wait half of it. 0 where nobody asked. */
const late = Number(process.env.LATE_ANSWERS ?? 0)

/**
 * On a slow line a page is there long before its scripts, and the next page long after the click. With LATE_ANSWERS every
 * context of the browser is such a line: what a test does too early, and what a page loses of it, shows each time.
 */
export function slowLine(browser: Browser): void {
  if (!(late > 0)) return
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    await delayed(context)
    return context
  }
}

async function delayed(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const script = route.request().resourceType() === 'script'
    await new Promise((done) => setTimeout(done, script ? late : late / 2))
    await route.fallback().catch(() => undefined)
  })
}
