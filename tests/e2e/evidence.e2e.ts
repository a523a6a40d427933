// Evidence of a target: a link and a picture, the mark that needs them, and who only looks.
import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const overview = '/projects/kkk2/evidence'
/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
let target = ''

test('the targets without evidence are told, and one gets a link and a picture', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example', overview)
  await expect(page.getByText(/tavoitteella \d+ tavoitteesta ei ole todenneaineistoa/)).toBeVisible()
  await expectNoViolations(page)
  await page.locator('#targets tbody a').first().click()
  await page.waitForURL(/\/evidence\/target\//)
  target = new URL(page.url()).pathname
  await expect(page.getByText('Tavoitteen voi merkitä saavutetuksi, kun')).toBeVisible()
  const link = page.locator('#add-link')
  await link.getByLabel('Osoite').fill('javascript:alert(1)')
  await link.getByRole('button', { name: 'Lisää linkki' }).click()
  await expect(link.locator('.error-summary a')).toHaveCount(2)
  await expect(link.getByLabel('Osoite')).toHaveValue('javascript:alert(1)')
  await link.getByLabel('Nimi').fill('Ohjausryhmän päätös')
  await link.getByLabel('Osoite').fill('https://example.fi/paatos')
  await link.getByRole('button', { name: 'Lisää linkki' }).click()
  await expect(page.locator('#evidence').getByRole('link', { name: 'Ohjausryhmän päätös' })).toBeVisible()
  const file = page.locator('#add-file')
  await file.getByLabel('Tiedosto').setInputFiles({ name: 'kuva.png', mimeType: 'image/png', buffer: dot })
  await file.getByRole('button', { name: 'Lisää tiedosto' }).click()
  await expect(page.getByText('Tiedosto lisättiin.')).toBeVisible()
  const picture = page.getByRole('img', { name: 'Esikatselu: kuva.png' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(1)
  await expectNoViolations(page)
})

test('the target is marked reached, and then its last piece stays', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example', target)
  await page.getByLabel('Saavutettu päivänä').fill('30.9.2025')
  await page.getByRole('button', { name: 'Merkitse saavutetuksi' }).click()
  await expect(page.getByText('Merkitty saavutetuksi 30.9.2025.')).toBeVisible()
  await page.getByRole('button', { name: 'Poista kuva.png' }).click()
  await expect(page.getByRole('link', { name: 'kuva.png' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Poista Ohjausryhmän päätös' }).click()
  await expect(page.getByText('Tämä on ainoa todenneaineisto tavoitteesta')).toBeVisible()
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('the steering group looks and changes nothing; another county finds nothing', async ({ page, expectedErrors }) => {
  await signIn(page, 'ohjausryhma@kainuu.example', target)
  await expect(page.getByRole('link', { name: 'Ohjausryhmän päätös' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Poista|Lisää|Merkitse/ })).toHaveCount(0)
  expectedErrors.push(/404/)
  await page.context().clearCookies()
  await signIn(page, 'johtaja@kanta-hame.example', target)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sivua ei löytynyt')
})
