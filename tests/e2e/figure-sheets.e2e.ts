import fs from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const page4 = '/projects/kkk2/rounds/2025-Q4/sheet'

/** The workbook with a text in one of its cells, as a spreadsheet writes it there. */
function withCell(bytes: Uint8Array, cell: string, text: string): Buffer {
  const parts = unzipSync(bytes)
  const name = 'xl/worksheets/sheet1.xml'
  const xml = strFromU8(parts[name] as Uint8Array)
  const filled = xml.replace(
    new RegExp(`<c r="${cell}"([^>]*?)(?:/>|>.*?</c>)`),
    (_, look: string) => `<c r="${cell}"${look.replace(/ t="\w+"/, '')} t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  if (filled === xml) throw new Error(`no cell ${cell}`)
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(filled) }))
}

test('a form is downloaded, filled in, looked at and taken; the same again changes nothing', async ({ page }) => {
  await signIn(page, 'koordinaattori1@kainuu.example', '/projects/kkk2/rounds/2025-Q4/grid')
  await page.getByRole('link', { name: 'Mittarit Excelissä' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mittarit Excelissä')
  await expectNoViolations(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Kaikki mittarini/ }).click()
  const bytes = new Uint8Array(fs.readFileSync(await (await downloading).path()))
  const send = async (file: Buffer) => {
    await page.goto(page4)
    const input = page.getByLabel('Täytetty lomake (.xlsx)')
    await input.setInputFiles({ name: 'mittarit.xlsx', mimeType: 'application/octet-stream', buffer: file })
    await page.getByRole('button', { name: 'Lue lomake' }).focus()
    await page.keyboard.press('Enter')
  }

  await send(Buffer.from(bytes))
  await expect(page.getByText('Lomake ei muuta mitään')).toBeVisible()

  await send(withCell(bytes, 'L2', 'Tarkistettu =1+1'))
  await expect(page.getByRole('heading', { name: 'Muutokset (1)' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Tarkistettu =1+1' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Vie muutokset tilannekatsauksiin' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Lomake on viety')).toBeVisible()
  await expectNoViolations(page)

  await send(withCell(bytes, 'L2', 'Tarkistettu =1+1'))
  await expect(page.getByText('Lomake ei muuta mitään')).toBeVisible()
})

test('a form with errors is refused by its cells, and a file that is no form by a sentence; nothing is changed', async ({
  page,
}) => {
  await signIn(page, 'koordinaattori2@kainuu.example', page4)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Kaikki mittarini/ }).click()
  const bytes = new Uint8Array(fs.readFileSync(await (await downloading).path()))
  const input = page.getByLabel('Täytetty lomake (.xlsx)')
  const file = withCell(bytes, 'J2', 'monta')
  await input.setInputFiles({ name: 'mittarit.xlsx', mimeType: 'application/octet-stream', buffer: file })
  await page.getByRole('button', { name: 'Lue lomake' }).click()
  await expect(page.getByText('Lomaketta ei voi viedä').first()).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'J2' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vie muutokset tilannekatsauksiin' })).toHaveCount(0)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Poista luettu lomake' }).click()
  await expect(page.getByText('Et ole tuonut lomakkeita tälle jaksolle.')).toBeVisible()
  await input.setInputFiles({ name: 'a.xlsx', mimeType: 'text/plain', buffer: Buffer.from('Arvo;35,5') })
  await page.getByRole('button', { name: 'Lue lomake' }).click()
  await expect(page.getByText('Tiedosto ei ole Excel-työkirja (.xlsx).')).toBeVisible()
  await expectNoViolations(page)
})
