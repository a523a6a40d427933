// Pages that people have open, in a real browser, and what they do after a new release has come.
import type { BrowserContext, Page } from '@playwright/test'

export type Open = { name: string; page: Page }

/** A page is blank when it shows next to nothing, and broken when it shows that it fell over. */
async function looksBroken(page: Page): Promise<string | null> {
  const text = await page.evaluate(() => document.body?.innerText ?? '').catch(() => null)
  if (text === null) return null // on its way to another page
  if (text.trim().length < 40) return 'blank'
  return /Jokin meni vikaan|Something went wrong/.test(text) ? 'fallen over' : null
}

/** Looks at every page again and again. One that is blank twice in a row, a second apart, is counted. */
export function watchPages(open: readonly Open[]) {
  const found = { looks: 0, broken: [] as string[] }
  const last = new Map<string, string | null>()
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    for (const { name, page } of open) {
      const state = page.isClosed() ? null : await looksBroken(page)
      found.looks += 1
      if (state && last.get(name) === state) found.broken.push(`${name} is ${state}`)
      last.set(name, state)
    }
    busy = false
  }, 1000)
  return Object.assign(found, { stop: () => clearInterval(timer) })
}

export type Opened = {
  report: Page
  risk: Page
  row: Page
  edited: Page
  dashboard: Page
  list: Page
  reportId: string
  all: Open[]
}

export const reportField = 'results/text'
export const typedRisk = 'Toimittaja myöhästyy, ja tämä kuvaus kirjoitettiin ennen uutta versiota'
export const typedChange = 'Muutos, joka kirjoitettiin ennen uutta versiota'
export const typedRow = 'Aihe, joka kirjoitettiin ennen uutta versiota'

/** Opens the pages and types into the forms without sending them. `rowId` is the topic whose form is opened. */
export async function openPages(
  contexts: { director: BrowserContext; coordinator: BrowserContext },
  rowId: string,
): Promise<Opened> {
  const at = async (context: BrowserContext, path: string) => {
    const page = await context.newPage()
    await page.goto(path)
    return page
  }
  const report = await at(contexts.coordinator, '/my-work')
  await report.getByRole('link', { name: 'Vammaisten henkilöiden palveluiden kehittäminen' }).click()
  await report.waitForURL(/\/edit$/)
  const reportId = (await report.locator('[name="reportId"]').first().getAttribute('value')) ?? ''
  const risk = await at(contexts.director, '/projects/kkk2/risks/new')
  await risk.getByLabel('Kuvaus').fill(typedRisk)
  await risk.getByLabel(/^Omistajat rooleina/).fill('projektijohtaja')
  const row = await at(contexts.coordinator, '/projects/kkk2/communications/new')
  await row.getByLabel('Aihe', { exact: true }).fill(typedRow)
  await row.getByLabel('Jakso', { exact: true }).selectOption({ label: 'Q4/2025' })
  const edited = await at(contexts.coordinator, `/projects/kkk2/communications/${rowId}/edit`)
  await edited.getByLabel('Aihe', { exact: true }).fill(typedChange)
  const dashboard = await at(contexts.director, '/projects/kkk2/steering/2025-Q3')
  await dashboard.getByRole('button', { name: 'Avaa mittarin kuva' }).waitFor()
  const list = await at(contexts.director, '/projects/kkk2/indicators')
  const all = Object.entries({ report, risk, row, edited, dashboard, list }).map(([name, page]) => ({ name, page }))
  return { report, risk, row, edited, dashboard, list, reportId, all }
}

/** Types sign by sign until told to stop; answers everything typed. */
export function typeOn(page: Page) {
  let stopping = false
  const typing = (async () => {
    const field = page.locator(`[name="text:${reportField}"]`)
    await field.focus()
    await page.keyboard.press('Control+End')
    let text = await field.inputValue()
    for (let sign = 0; !stopping; sign++) {
      const one = 'kirjoitan tähän '[sign % 16] ?? ' '
      await page.keyboard.type(one)
      text += one
      await page.waitForTimeout(60)
    }
    return text
  })()
  return async () => {
    stopping = true
    return typing
  }
}
