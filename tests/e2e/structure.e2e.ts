// A project made without a developer: from nothing to a unit that reports, at its fields when something is wrong, without
// scripts, and with the structure of another project.
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const admin = 'paakayttaja@kainuu.example'
const structure = '/projects/oma-hanke/structure'

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const send = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
async function narrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
  await page.setViewportSize({ width: 1280, height: 900 })
}

// each goes on where the one before ended
test.describe.configure({ mode: 'serial' })

test('an administrator makes a project from nothing, and is told at the field what is wrong', async ({ page }) => {
  await signIn(page, admin, '/admin')
  await page.locator('main').getByRole('link', { name: 'Alueen hankkeet' }).click()
  await heading(page, 'Alueen hankkeet')
  await expectNoViolations(page)
  await narrow(page)
  await page.getByRole('link', { name: 'Uusi hanke', exact: true }).click()
  await heading(page, 'Uusi hanke')
  await page.getByLabel('Hankkeen nimi').fill('Oma hanke')
  await page.getByLabel('Tunnus osoitteessa').fill('kkk2')
  await send(page, 'Perusta hanke')
  await expect(page.getByRole('link', { name: 'Tunnus on jo käytössä. Valitse toinen.' })).toBeVisible()
  await expect(page.getByLabel('Hankkeen nimi')).toHaveValue('Oma hanke')
  await expectNoViolations(page)
  await narrow(page)
  await page.getByLabel('Tunnus osoitteessa').fill('oma-hanke')
  await send(page, 'Perusta hanke')
  await page.waitForURL(`**${structure}`)
  await expect(page.getByText('Hankkeella ei ole vielä tasoja')).toBeVisible()
  await expectNoViolations(page)
  await narrow(page)
})

test('levels, an investment and a unit are added by the keyboard, changed, and removed while nothing hangs on them', async ({
  page,
}) => {
  await signIn(page, admin, structure)
  await page.getByRole('link', { name: 'Lisää taso' }).focus()
  await page.keyboard.press('Enter')
  await heading(page, 'Lisää taso')
  await page.getByLabel('Tason nimi').fill('Investointi')
  await page.getByLabel('Tunnus', { exact: true }).fill('investointi')
  await page.getByLabel('Järjestys ylhäältä').fill('0')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${structure}`)
  await page.getByRole('link', { name: 'Lisää investointi' }).click()
  await page.getByLabel('Nimi', { exact: true }).fill('Ensimmäinen investointi')
  await send(page, 'Lisää investointi')
  await page.waitForURL(`**${structure}`)
  await page.getByRole('link', { name: 'Lisää työpaketti' }).click()
  await expectNoViolations(page)
  await narrow(page)
  await page.getByLabel(/^Nimi suunnitelmassa/).fill('Ensimmäinen työpaketti')
  await page.getByLabel('Raportoi', { exact: true }).check()
  await page.getByLabel(/^Investointi/).selectOption({ label: 'Ensimmäinen investointi' })
  await send(page, 'Lisää työpaketti')
  await page.waitForURL(`**${structure}`)
  const units = page.getByRole('region', { name: 'Ensimmäinen investointi' })
  const unit = units.getByRole('listitem').filter({ hasText: 'Ensimmäinen työpaketti' })
  await expect(unit.getByText('raportoi', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Ensimmäinen investointi' }).first().click()
  await expect(page.getByText('Tätä ei voi poistaa, koska siihen liittyy: työpaketteja.')).toBeVisible()
  await page.goto(structure)
  await page.getByRole('link', { name: 'Ensimmäinen työpaketti' }).click()
  await page.getByLabel(/^Nimi tilannekuvassa/).fill('Työpaketti 1')
  await send(page, 'Tallenna')
  await page.waitForURL(`**${structure}`)
  await page.getByRole('link', { name: 'Työpaketti 1' }).click()
  await send(page, 'Poista työpaketti')
  await expect(page.getByRole('link', { name: 'Vahvista poisto rastilla.' })).toBeVisible()
  await page.getByLabel('Haluan poistaa tämän').check()
  await send(page, 'Poista työpaketti')
  await page.waitForURL(`**${structure}`)
  await expect(page.getByText('Hankkeella ei ole vielä työpaketteja')).toBeVisible()
})

test('without scripts a level is added, and a project begins with the structure of another', async ({
  browser,
  etappi,
}) => {
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI', javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, admin, `${structure}/levels/new`)
  await page.getByLabel('Tason nimi').fill('Osa-alue')
  await page.getByLabel('Tunnus', { exact: true }).fill('osa-alue')
  await page.getByLabel('Järjestys ylhäältä').fill('1')
  await send(page, 'Lisää taso')
  await expect(page.getByRole('link', { name: 'Osa-alue' })).toBeVisible()
  await page.goto('/admin/projects/new')
  await page.getByLabel('Hankkeen nimi').fill('Jatkohanke')
  await page.getByLabel('Tunnus osoitteessa').fill('jatkohanke')
  await page.getByLabel(/^Rakenne/).selectOption({ label: 'Oma hanke' })
  await send(page, 'Perusta hanke')
  expect(new URL(page.url()).pathname).toBe('/projects/jatkohanke/structure')
  await expect(page.getByRole('link', { name: 'Ensimmäinen investointi' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Osa-alue' })).toBeVisible()
  await context.close()
})

test('a coordinator does not find the structure', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await signIn(page, 'koordinaattori1@kainuu.example')
  for (const address of ['/projects/kkk2/structure', '/admin/projects', '/admin/projects/new'])
    expect((await page.goto(address))?.status(), address).toBe(404)
})
