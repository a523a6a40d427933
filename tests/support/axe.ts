// One look of axe at a page as it stands. What brings axe to Playwright sends its whole source into the page twice for each look,
// in its long form; here it is sent once, shortened by its own makers, by the way on which Chromium remembers what it compiled.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

type Result = { id: string; help: string; nodes: { html: string }[] }
type Axe = { run(where: Document, options: object): Promise<{ violations: Result[]; passes: Result[] }> }

export type AxeLook = { violations: Result[]; passed: string[] }

const brought = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const source = fs.readFileSync(brought.resolve('axe-core/axe.min.js'), 'utf8')

/** Runs axe with all its rules: what they found, and the names of those that found nothing to complain of. */
export async function lookWithAxe(page: Page): Promise<AxeLook> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    const session = await page.context().newCDPSession(page)
    await session.send('Runtime.evaluate', { expression: source })
    await session.detach()
  }
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] })
    const told = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) }))
    return { violations: told, passed: passes.map(({ id }) => id) }
  })
}
