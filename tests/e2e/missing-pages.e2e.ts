// What does not exist, or is not for this reader, still shows the ways on.
import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const director = 'johtaja@kainuu.example'
const missing = ['/projects/ei-ole', '/projects/syli/risks', '/projects/kkk2/rounds/2099-Q1', '/r/ei-ole']

test('a missing page has the navigation, the languages and the footer', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await signIn(page, director, '/projects')
  for (const address of missing) {
    expect((await page.goto(address))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sivua ei löytynyt')
    const rail = page.getByRole('navigation', { name: 'Hankkeen sivut' })
    await expect(rail.getByRole('link', { name: 'Kestävän kasvun Kainuu II' })).toBeVisible()
    await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Saavutettavuusseloste' })).toBeVisible()
    await expect(page.locator('.period-switcher:visible')).toHaveCount(0)
  }
  await expectNoViolations(page)
  await page.getByRole('banner').getByRole('link', { name: 'Svenska' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan hittades inte')
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Tillgänglighetsutlåtande' })).toBeVisible()
})

test('on a telephone the menu of a missing page opens, leads on and closes', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, director, '/projects')
  await page.goto('/projects/ei-ole')
  await page.getByRole('button', { name: 'Valikko' }).click()
  await page.getByRole('button', { name: 'Sulje valikko' }).click()
  await expect(page.getByRole('link', { name: 'Hankkeet' })).toBeHidden()
  await page.getByRole('button', { name: 'Valikko' }).click()
  await page.getByRole('link', { name: 'Hankkeet' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hankkeet')
})
