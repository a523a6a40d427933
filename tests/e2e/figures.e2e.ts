import { expect, expectNoViolations, type Page, signIn, test, textWithFrame } from '@/tests/support/browser'

const steering = 'ohjausryhma@kainuu.example'
const board = '/projects/kkk2/steering/2025-Q3'

const cardLinks = (page: Page, within = 'main') => page.locator(`${within} a[href^="/r/"]`)

/** What the browser was sent, without the marks of a request: nonces, ids, the name asked for, the order of the parts. */
const marks = /nonce="[^"]*"|"nonce\\?":\\?"[^"\\]*\\?"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

let figure = ''

test('a key figure of the review leads to its rows, and a row to where it comes from: three clicks', async ({
  page,
}) => {
  await signIn(page, steering, board)
  await cardLinks(page).filter({ hasText: '3/6' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kansalliset tavoitteet, jotka täyttyvät')
  await expect(page.locator('#computed tbody tr')).toHaveCount(6)
  await page
    .locator('#computed')
    .getByRole('link', { name: /kiireettömien/ })
    .first()
    .click()
  await page
    .locator('#uses')
    .getByRole('link', { name: /Toteuma/ })
    .first()
    .click()
  await expect(page.locator('#origin')).toContainText('Mitattu')
  await expect(page.locator('#origin')).toContainText('Julkaistu: Q3/2025, versio 1')
  await expect(page.locator('#evidence')).toBeVisible()
  await expectNoViolations(page)
  figure = new URL(page.url()).pathname
})

test('a unit opens with its figures, and the card of one tells its way and its earlier publication', async ({
  page,
}) => {
  await signIn(page, steering, board)
  await page.locator('#units').getByRole('link', { name: 'Muutoskyvykkyyden kehittäminen' }).first().click()
  await expect(page.locator('#lights tbody tr')).toHaveCount(2)
  for (const part of ['facts', 'texts', 'report', 'indicators', 'lights', 'decisions', 'evidence']) {
    await expect(page.locator(`#${part}`), part).toBeVisible()
  }
  await page.setViewportSize({ width: 390, height: 900 })
  await expectNoViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
  await cardLinks(page, '#indicators').filter({ hasText: '58,25' }).click()
  await expect(page.locator('.card-value')).toContainText('58,25')
  await expect(page.locator('#history tbody tr')).toHaveCount(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
  await expectNoViolations(page)
})

test('in Swedish and English a card is whole', async ({ page }) => {
  await signIn(page, steering, figure)
  for (const lang of ['sv', 'en']) {
    await page.goto(`${figure}?lang=${lang}`)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    expect(await page.locator('main').innerText()).not.toMatch(/\b(figures|steering|values)\.[a-z]/)
    await expectNoViolations(page)
  }
})

test('without signing in a card leads to the sign-in page and from there back', async ({ page }) => {
  await page.goto(figure)
  await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=${encodeURIComponent(figure)}`))
  await signIn(page, steering, figure)
  await expect(page).toHaveURL(new RegExp(`${figure}$`))
  await expect(page.locator('#origin')).toBeVisible()
})

test('another county gets the same answer for a card as for one that does not exist', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/404/)
  await signIn(page, 'johtaja@kanta-hame.example', '/projects')
  const name = figure.slice(3)
  const missing = `${name.slice(0, -6)}000000`
  const see = async (wanted: string) => {
    const answer = await page.goto(`/r/${wanted}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const html = ((await answer?.text()) ?? '').replaceAll(wanted, 'NAME').replace(marks, '')
    return {
      status: answer?.status(),
      title: await page.title(),
      text: await textWithFrame(page),
      length: html.length,
      told: html.includes('Kainuu'),
    }
  }
  for (const [theirs, none] of [
    [name, missing],
    [name.slice(11), missing.slice(11)],
  ] as const) {
    const answer = await see(theirs)
    expect(answer).toEqual(await see(none))
    expect(answer).toMatchObject({ status: 404, told: false })
  }
})
