import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const report = '/projects/kkk2/final-report'

test('the check tells what does not agree, and a finding is accepted with a reason and taken back', async ({
  page,
}) => {
  await signIn(page, 'johtaja@kainuu.example')
  await page.goto(report)
  await page.getByRole('link', { name: 'Raportin tarkastus' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Raportin tarkastus' })).toBeVisible()
  await expectNoViolations(page)
  const [all, ...none] = await page.getByRole('list', { name: /löydös/ }).all()
  expect(none).toEqual([])
  const before = await all?.getByRole('listitem').count()
  await page.getByLabel('Vakavuus').selectOption('error')
  await page.getByRole('button', { name: 'Näytä' }).click()
  await expect(page).toHaveURL(/severity=error/)
  await page.getByRole('link', { name: 'Hyväksy perustellen' }).first().click()
  await expect(page.getByRole('heading', { name: 'Hyväksy perustellen' })).toBeVisible()
  await page.getByRole('button', { name: 'Hyväksy perustellen' }).click()
  await expect(page.getByText('Kirjoita perustelu.').first()).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Perustelu').fill('Kysymys ei koske tätä hanketta.')
  await page.getByRole('button', { name: 'Hyväksy perustellen' }).click()
  await expect(page).toHaveURL(/\/check$/)
  await expect(page.getByRole('list', { name: /löydös/ }).getByRole('listitem')).toHaveCount((before ?? 0) - 1)
  await page.goto(`${report}/check?accepted=yes`)
  await expect(page.getByText('Kysymys ei koske tätä hanketta.')).toBeVisible()
  await page.getByRole('link', { name: 'Peru hyväksyntä' }).click()
  await page.getByRole('button', { name: 'Peru hyväksyntä' }).click()
  await expect(page).toHaveURL(/\/check$/)
  await expect(page.getByRole('list', { name: /löydös/ }).getByRole('listitem')).toHaveCount(before ?? 0)
})

test('the stages tell what stands in the way; a reader is offered nothing', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example')
  await page.goto(`${report}/life`)
  await expect(page.getByText('Tarkastus on löytänyt virheitä', { exact: false })).toBeVisible()
  await expectNoViolations(page)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
