import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { saveLine, sql } from '@/tests/support/form-page'
import type { RunningEtappi } from '@/tests/support/running-etappi'

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

const own = '/projects/tyhja/final-report'
const life = (page: Page, step: string) => page.locator(`#${step}`)

/** A small template, and what the steering group of the empty project has decided. */
async function prepare(etappi: RunningEtappi): Promise<void> {
  await sql(
    etappi,
    `WITH t AS (INSERT INTO "ReportTemplate" (id, key, name) VALUES (gen_random_uuid(), 'lyhyt', 'Lyhyt pohja') RETURNING id),
          v AS (INSERT INTO "ReportTemplateVersion" (id, "templateId", version)
                SELECT gen_random_uuid(), id, 1 FROM t RETURNING id),
          c AS (INSERT INTO "ReportTemplateSection" (id, "versionId", key, number, kind, "titleFi", sort)
                SELECT gen_random_uuid(), id, '1', '1', 'chapter', 'Tulokset', 0 FROM v RETURNING id, "versionId")
     INSERT INTO "ReportTemplateSection" (id, "versionId", "parentId", key, number, kind, "titleFi", sort)
     SELECT gen_random_uuid(), c."versionId", c.id, q.key, q.key, 'question', q.title, q.sort
       FROM c, (VALUES ('1.1', 'Mitä tehtiin?', 1), ('1.2', 'Mitä jäi käyttöön?', 2)) q (key, title, sort)`,
  )
  await sql(
    etappi,
    `UPDATE "ReportTemplateVersion" v SET "publishedAt" = now() FROM "ReportTemplate" t
      WHERE t.id = v."templateId" AND t.key = 'lyhyt'`,
  )
  await sql(
    etappi,
    `WITH p AS (SELECT id, "organisationId" AS o FROM "Project" WHERE key = 'tyhja'),
          b AS (INSERT INTO "SteeringBody" (id, "organisationId", "projectId", name, sort)
                SELECT gen_random_uuid(), o, id, 'Ohjausryhmä', 0 FROM p RETURNING id, "organisationId", "projectId"),
          m AS (INSERT INTO "Meeting" (id, "organisationId", "bodyId", title, "heldOn", state)
                SELECT gen_random_uuid(), "organisationId", id, 'Ohjausryhmän kokous', '2025-12-15', 'approved' FROM b
                RETURNING id, "organisationId"),
          a AS (INSERT INTO "AgendaItem" (id, "organisationId", "meetingId", number, title, discussion, sort)
                SELECT gen_random_uuid(), "organisationId", id, 4, 'Loppuraportti', '{}', 0 FROM m RETURNING id)
     INSERT INTO "Decision" (id, "organisationId", "projectId", "agendaItemId", text, sort)
     SELECT gen_random_uuid(), b."organisationId", b."projectId", a.id, 'Loppuraportti hyväksyttiin.', 0 FROM a, b`,
  )
}

/** Writes a section of the report in its editor and says that it is ready. */
async function writeSection(page: Page, title: string, text: string): Promise<void> {
  await page.goto(own)
  const link = page.getByRole('main').getByRole('link', { name: title }).first()
  const address = (await link.getAttribute('href')) ?? ''
  await page.goto(`${address}/edit`)
  await page.getByRole('textbox', { name: 'Kohdan teksti' }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
  await expect(saveLine(page)).toHaveText(/^Tallennettu/, { timeout: 15_000 })
  await page.goto(address)
  await page.getByRole('button', { name: 'Merkitse valmiiksi' }).click()
  await expect(page.getByRole('button', { name: 'Palauta luonnokseksi' })).toBeVisible()
}

async function step(page: Page, name: string, fill?: () => Promise<unknown>): Promise<void> {
  await page.goto(`${own}/life`)
  await fill?.()
  await life(page, name).getByRole('button').click()
  await expect(life(page, name)).toHaveCount(0)
}

/** The decision of the steering group, chosen by its meeting, paragraph and day. */
async function decide(page: Page): Promise<void> {
  await step(page, 'decided', async () => {
    const decisions = life(page, 'decided').getByLabel('Ohjausryhmän päätös')
    await decisions.selectOption({
      label: 'Ohjausryhmän kokous, § 4, 15.12.2025: Loppuraportti hyväksyttiin.',
    })
  })
}

/** A file of an edition, as it is downloaded. */
async function download(page: Page, edition: number, standard = ''): Promise<Buffer> {
  const answer = await page.request.get(`/api/projects/tyhja/final-report/pdf?edition=${edition}${standard}`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return answer.body()
}

test('a report lives from draft to sent, and a correction makes an edition of its own with its reason', async ({
  page,
  etappi,
}) => {
  test.setTimeout(180_000)
  await prepare(etappi)
  await signIn(page, 'johtaja@kainuu.example', own)
  await page.getByLabel('Raporttipohja').selectOption('lyhyt')
  await page.getByRole('button', { name: 'Aloita loppuraportti' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: '1.1 Mitä tehtiin?' }).first()).toBeVisible()
  await page.goto(`${own}/life`)
  await expect(life(page, 'checked')).toContainText('Ennen tätä on tehtävä jotain')
  await writeSection(page, '1.1 Mitä tehtiin?', 'Hoitoon pääsy nopeutui.')
  await writeSection(page, '1.2 Mitä jäi käyttöön?', 'Uusi tapa työskennellä jäi käyttöön.')
  await step(page, 'checked')
  await step(page, 'approved')
  await decide(page)
  await page.goto(`${own}/life`)
  await expect(life(page, 'frozen'), 'the records that the programme asks for').toContainText('Ennen tätä on tehtävä')
  await page.goto('/projects/tyhja/about/dnsh')
  await page.getByLabel('Mitä arvioitiin ja mikä oli tulos').fill('Ei merkittävää haittaa.')
  await page.getByLabel('Arvioitu', { exact: true }).fill('10.1.2025')
  await page.getByRole('button', { name: 'Kirjaa arviointi' }).click()
  await expect(page.getByText(/^Kirjattu \d/).first()).toBeVisible()
  await page.goto('/projects/tyhja/about/declaration')
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check()
  await page.getByRole('button', { name: 'Allekirjoita vakuutus' }).click()
  await expect(page.locator('#declaration')).toContainText('Voimassa')
  await step(page, 'frozen')
  const first = await download(page, 1)
  const archive = await download(page, 1, '&standard=a-3a')
  expect(first.subarray(0, 5).toString()).toBe('%PDF-')
  await step(page, 'sent')
  await expect(page.getByText('Lähetetty', { exact: true }).first()).toBeVisible()
  await expectNoViolations(page)

  await page.goto(`${own}/life`)
  await life(page, 'correction_opened').getByRole('button').click()
  await expect(life(page, 'correction_opened').locator('.error-summary')).toBeVisible()
  await step(page, 'correction_opened', () =>
    life(page, 'correction_opened').getByLabel('Syy').fill('Vuosi oli kirjoitettu väärin.'),
  )
  await writeSection(page, '1.1 Mitä tehtiin?', ' Muutos alkoi vuonna 2024.')
  await step(page, 'checked')
  await step(page, 'approved')
  await decide(page)
  await step(page, 'frozen')
  const rows = page.getByRole('table', { name: 'Lukitut versiot' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('Vuosi oli kirjoitettu väärin.')
  await expect(rows.nth(2)).toContainText('Ensimmäinen versio')
  expect((await download(page, 2)).equals(first)).toBe(false)
  expect((await download(page, 1)).equals(first), 'the first edition is the same file as before').toBe(true)
  expect((await download(page, 1, '&standard=a-3a')).equals(archive)).toBe(true)
})
