import type { Browser } from '@playwright/test'
import { expect, expectNoViolations, type Page, scrollsSideways, signIn, test } from '@/tests/support/browser'

const director = 'johtaja@kainuu.example'
test.describe.configure({ mode: 'serial' })

const field = (page: Page) => page.getByRole('combobox', { name: 'Mitä etsit?' })
const options = (page: Page) => page.getByRole('option')

async function withoutScripts(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage()
}

test('is opened, used and left by keyboard alone, and its script comes only then', async ({ page }) => {
  await signIn(page, director, '/projects')
  await page.waitForLoadState('networkidle')
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  const before = page.getByRole('link', { name: 'Haku' })
  await before.focus()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  expect(scripts.length, 'the dialog is fetched when it is opened').toBeGreaterThan(0)
  await expectNoViolations(page)
  await page.keyboard.type('ketju')
  await expect(options(page).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Löytyi' })).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const chosen = await field(page).getAttribute('aria-activedescendant')
  expect(chosen).toBe(await options(page).first().getAttribute('id'))
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await expect(before).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ketju')
  await expect(options(page).first()).toBeVisible()
  // opened again before the browser has told that it was closed
  const dialog = await page.locator('dialog[open]').evaluate((element: HTMLDialogElement) => {
    const told = new Promise((resolve) => element.addEventListener('close', resolve))
    element.close()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }))
    return told.then(() => new Promise((resolve) => setTimeout(resolve, 50))).then(() => element.isConnected)
  })
  expect(dialog, 'the closed one is gone').toBe(false)
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('ketju')
  await expect(options(page).first()).toBeVisible()
  const target = await options(page).first().getAttribute('href')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === target?.split('#')[0])
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('Enter without a choice leads to the page of results, and a shown word is narrow enough for a telephone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signIn(page, director, '/projects')
  await page.getByRole('link', { name: 'Haku' }).click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('hankinnan')
  await expect(options(page).first()).toBeVisible()
  expect(await scrollsSideways(page)).toBe(false)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=hankinnan/)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  expect(await scrollsSideways(page)).toBe(false)
  await expectNoViolations(page)
})

test('the page tells what is missing, in three languages', async ({ page }) => {
  await signIn(page, director, '/search')
  await expect(page.getByText('Kirjoita, mitä etsit.')).toBeVisible()
  await expectNoViolations(page)
  for (const [q, told] of [
    ['k', 'Kirjoita vähintään kaksi merkkiä.'],
    ['zzqq', 'Mitään ei löytynyt.'],
    ['etusivun asetukset', 'Mitään ei löytynyt.'],
  ] as const) {
    await page.goto(`/search?q=${encodeURIComponent(q)}`)
    await expect(page.getByText(told)).toBeVisible()
    await expect(page.getByRole('searchbox')).toHaveValue(q)
  }
  await expectNoViolations(page)
  for (const [lang, title] of [
    ['sv', 'Sök'],
    ['en', 'Search'],
  ] as const) {
    await page.goto(`/search?q=ketju&lang=${lang}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expectNoViolations(page)
  }
})

test('works without scripts, as do the guide and the setting of single keys', async ({ browser, baseURL }) => {
  const page = await withoutScripts(browser, baseURL)
  await signIn(page, 'koordinaattori1@kainuu.example', '/my-work')
  const guide = page.locator('#guide-coordinator')
  await expect(guide.getByRole('listitem')).toHaveCount(4)
  await guide.getByRole('button', { name: 'Piilota opas' }).click()
  await expect(page).toHaveURL(/\/my-work$/)
  await expect(guide).toHaveCount(0)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Näytä oppaat uudelleen' }).click()
  await expect(page).toHaveURL(/\/my-work$/)
  await expect(guide).toHaveCount(1)
  await page.getByRole('link', { name: 'Haku' }).click()
  await page.getByRole('searchbox', { name: 'Mitä etsit?' }).fill('ketju')
  await page.getByRole('button', { name: 'Hae' }).click()
  await expect(page.getByText(/^Löytyi/)).toBeVisible()
  await page.getByRole('heading', { name: 'Työpaketit ja yksiköt' }).waitFor()
  await page.locator('#work_package a').first().click()
  await expect(page).toHaveURL(/\/projects\/kkk2\//)
  await page.goto('/shortcuts')
  await page.getByRole('button', { name: 'Ota pois käytöstä' }).click()
  await expect(page.getByText('Yhden merkin pikanäppäimet eivät ole käytössä.')).toBeVisible()
  await page.getByRole('button', { name: 'Ota käyttöön' }).click()
  await expect(page.getByText('Yhden merkin pikanäppäimet ovat käytössä.')).toBeVisible()
  await page.context().close()
})

test('"?" lists every shortcut, never while somebody types, and not when single keys are off', async ({ page }) => {
  await signIn(page, director, '/projects')
  await expectNoViolations(page)
  await page.waitForLoadState('networkidle')
  const list = page.getByRole('dialog', { name: 'Pikanäppäimet' })
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await expect(list).toBeVisible()
  await expect(list.getByRole('rowheader', { name: 'Ctrl + K', exact: true }).first()).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await page.goto('/search')
  await page.getByRole('searchbox').click()
  await page.keyboard.type('mikä?')
  await expect(page.getByRole('searchbox')).toHaveValue('mikä?')
  await expect(list).toHaveCount(0)
  await page.goto('/shortcuts')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Ota pois käytöstä' }).click()
  await expect(page.getByText('eivät ole käytössä')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await page.waitForTimeout(500)
  await expect(list).toHaveCount(0)
  await page.getByRole('button', { name: 'Ota käyttöön' }).click()
  await expect(page.getByText('ovat käytössä')).toBeVisible()
})

test('a project opens its results to everybody and closes them again', async ({
  page,
  browser,
  baseURL,
  expectedErrors,
}) => {
  expectedErrors.push(/404/)
  const stranger = await (await browser.newContext({ baseURL })).newPage()
  const statusOf = async (address: string) => (await stranger.goto(address))?.status()
  expect(await statusOf('/results/kkk2')).toBe(404)
  const closed = await stranger.locator('main').innerText()
  expect(closed).toContain('Sivua ei löytynyt')
  expect(await statusOf('/results/ei-ole')).toBe(404)
  expect(await stranger.locator('main').innerText()).toBe(closed)
  await signIn(page, director, '/projects/kkk2/about/settings')
  await expect(page.getByText('Tulokset eivät ole avoinna.')).toBeVisible()
  await page.getByRole('button', { name: 'Avaa tulokset kaikille' }).click()
  await expect(page.getByText(/Tulokset ovat avoinna kaikille/)).toBeVisible()
  await expectNoViolations(page)
  expect(await statusOf('/results/kkk2')).toBe(200)
  await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute('content', 'index')
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('tulokset')
  const plain = await withoutScripts(browser, baseURL)
  await plain.goto('/results/kkk2')
  await expect(plain.getByRole('table', { name: 'Hankkeen toimintamallit' })).toBeVisible()
  await plain.context().close()
  expect(await statusOf('/results/tyhja')).toBe(404)
  await page.goto('/results/kkk2')
  await expectNoViolations(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await scrollsSideways(page)).toBe(false)
  await page.goto('/projects/kkk2/about/settings')
  await page.getByRole('button', { name: 'Sulje tulossivu' }).click()
  await expect(page.getByText('Tulokset eivät ole avoinna.')).toBeVisible()
  expect(await statusOf('/results/kkk2')).toBe(404)
  await stranger.context().close()
})

test('the accessibility statement is linked from every kind of page', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  const link = page.getByRole('contentinfo').getByRole('link', { name: 'Saavutettavuusseloste' })
  for (const address of ['/sign-in', '/accessibility', '/api-docs', '/ei-ole']) {
    await page.goto(address)
    await expect(link, address).toHaveAttribute('href', '/accessibility')
  }
  await signIn(page, director, '/projects')
  await expect(link).toHaveAttribute('href', '/accessibility')
})
