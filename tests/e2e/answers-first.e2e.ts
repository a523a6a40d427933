import { expect, type Page, signIn, test } from '@/tests/support/browser'

const board = '/projects/kkk2/steering/2025-Q3'

type Seen = { waited: string[]; shift: number }

/** Runs in the page before anything of it: which parts came with the second picture, and how much of what was seen moved. */
function watch(): void {
  const seen: Seen = { waited: [], shift: 0 }
  Object.assign(window, { seenParts: seen })
  addEventListener('transitionrun', ({ target, propertyName }) => {
    if (propertyName === 'content-visibility' && target instanceof Element) seen.waited.push(target.id)
  })
  const add = (entry: PerformanceEntry) => {
    seen.shift += (entry as PerformanceEntry & { value: number }).value
  }
  new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type: 'layout-shift', buffered: true })
}

const look = (page: Page) =>
  page.evaluate(() => ({
    ...(window as unknown as { seenParts: Seen }).seenParts,
    top: Math.round(scrollY),
    hidden: [...document.querySelectorAll('.board > .section')].filter(
      (part) => getComputedStyle(part).contentVisibility !== 'visible',
    ).length,
  }))

for (const [width, height] of [
  [1920, 1400],
  [390, 844],
] as const) {
  test(`the answers are shown before the parts below them, and nothing moves (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.addInitScript(watch)
    await signIn(page, 'ohjausryhma@kainuu.example', board)
    await page.goto('about:blank')
    await page.goto(board, { waitUntil: 'networkidle' })
    const opened = await look(page)
    expect(opened.waited).toContain('decisions')
    expect(opened.waited).toContain('money')
    expect(opened).toMatchObject({ hidden: 0, shift: 0, top: 0 })

    // Going to a part and coming back lays nothing out anew.
    await page.locator('.board-nav a[href="#money"]').click()
    await page.goBack()
    expect((await look(page)).waited).toEqual(opened.waited)

    // Who comes back to where they were, or to a part, has the whole page at once.
    await page.evaluate(() => scrollTo(0, 6500))
    await page.reload({ waitUntil: 'networkidle' })
    expect(await look(page)).toMatchObject({ waited: [], hidden: 0, shift: 0, top: 6500 })
    await page.goto('about:blank')
    await page.goto(`${board}#risks`, { waitUntil: 'networkidle' })
    expect(await look(page)).toMatchObject({ waited: [], hidden: 0, shift: 0 })
    await expect(page.locator('#risks-title')).toBeInViewport()
  })
}
