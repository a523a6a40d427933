// When a page shows its largest content, how much it moves, and how long it takes to answer a hand, on a slow telephone:
// processor four times slower, network 1.6 Mbit/s with 150 ms to and fro (what Lighthouse calls slow 4G).
import type { BrowserContext, Page } from '@playwright/test'

/** Milliseconds; shift without unit. `element`: what the largest content was. */
export type Vitals = { lcp: number; inp: number; cls: number; element: string; holdsData: boolean }

type Seen = { lcp: number; element: string; holdsData: boolean; cls: number; inp: number }

/** Runs in the page before anything of it. */
function watch(): void {
  const seen: Seen = { lcp: 0, element: '', holdsData: false, cls: 0, inp: 0 }
  Object.assign(window, { seenVitals: seen })
  const on = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  on('largest-contentful-paint', (entry) => {
    const { element } = entry as PerformanceEntry & { element: Element | null }
    seen.lcp = entry.startTime
    seen.element = `${element?.tagName.toLowerCase() ?? '?'}: ${(element?.textContent ?? '').trim().slice(0, 60)}`
    seen.holdsData = element?.closest('main') !== null && (element?.textContent ?? '').trim() !== ''
  })
  on('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) seen.cls += value
  })
  on(
    'event',
    (entry) => {
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId)
        seen.inp = Math.max(seen.inp, entry.duration)
    },
    { durationThreshold: 16 },
  )
}

/** One visit with an empty cache; `act` is what the hand does there. */
export async function vitalsOf(
  context: BrowserContext,
  url: string,
  act: (page: Page) => Promise<void>,
): Promise<Vitals> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'networkidle' })
  await act(page)
  await page.waitForTimeout(600) // entries of events come after the next frame
  const seen = await page.evaluate(() => (window as unknown as { seenVitals: Seen }).seenVitals)
  await page.close()
  return seen
}
