// Who sees what: every page and file of the build × every role × own county, another county, the national reader. What is
// not in the table fails the test, and so does a row of which nobody may see anything. Marks laid into a draft, into
// evidence and into another county's data must reach nobody who may not read them.
import fs from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { plainPdfText } from '@/tests/exports/pdf-text'
import { expect, signIn, test } from '@/tests/support/browser'
import { ownerMarks, places } from '@/tests/support/demo-places'
import { sql } from '@/tests/support/form-page'
import type { RunningEtappi } from '@/tests/support/running-etappi'
import { addressOf, elsewhere, matrix, type Person, people } from '@/tests/support/who-sees-what'

const draftMark = 'LUONNOSMERKKI7391'
const countyMark = 'VIERASMERKKI5527'
/** Of a beneficial owner: the names, and the day of birth in every way of writing it, the day's number in a workbook too. */
const nameMark = new RegExp(`${ownerMarks.firstNames}|${ownerMarks.lastName}`)
const birthMark = /1931-05-17|0?17\.0?5\.1931|17\/0?5\/1931|0?5\/17\/1931|\b11460\b/
/** Where the day of birth itself stands, besides who may see the names. */
const birthRoutes = [
  '/projects/[project]/finance/treasury/owners/[owner]',
  '/api/projects/[project]/treasury/[file]',
  '/api/projects/[project]/package',
]

test.describe.configure({ timeout: 300_000 })

function routesOfBuild(): string[] {
  const file = path.join(process.env.NEXT_DIST_DIR ?? '.next', 'server/app-paths-manifest.json')
  return Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>)
    .filter((one) => /\/(page|route)$/.test(one) && !one.startsWith('/_'))
    .map((one) => one.replace(/\/(page|route)$/, '').replaceAll(/\/\([^)]+\)/g, '') || '/')
    .sort()
}

/** Marks in a draft of Kainuu's open period, and in what Kanta-Häme shows of itself. */
async function layMarks(etappi: RunningEtappi): Promise<void> {
  const drafts = await sql(
    etappi,
    `UPDATE "StatusReportEntry" e SET text = text || $1 FROM "StatusReport" r, "ReportingPeriod" p
      WHERE r.id = e."reportId" AND p.id = r."periodId" AND p.key = '2025-Q4' AND e.field IN ('text', 'reason') RETURNING 1`,
    [draftMark],
  )
  const theirs = await sql(
    etappi,
    `UPDATE "Toimintamalli" m SET name = m.name || $1 FROM "Project" p WHERE p.id = m."projectId" AND p.key = 'syli' RETURNING 1`,
    [countyMark],
  )
  expect(drafts.length).toBeGreaterThan(0)
  expect(theirs.length).toBeGreaterThan(0)
}

/** Everything readable in an answer: a page as it is, an Office file unpacked, a PDF's text. */
async function readable(type: string, body: Buffer): Promise<string> {
  if (/(presentation|wordprocessing|spreadsheet)ml/.test(type)) {
    const parts = unzipSync(new Uint8Array(body))
    return Object.values(parts)
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n')
  }
  return type.includes('pdf') ? plainPdfText(new Uint8Array(body)) : body.toString('utf8')
}

test('every route of the build is in the table, and somebody may see each', () => {
  const known = [...matrix.map((row) => row.route), ...Object.keys(elsewhere)].sort()
  expect(routesOfBuild()).toEqual(known)
  for (const { route, seen } of matrix) expect(seen.length, route).toBeGreaterThan(0)
  expect(matrix.length).toBeGreaterThanOrEqual(40)
})

test('each role gets what the table says, a refused page looks like a missing one, and no mark leaks', async ({
  browser,
  etappi,
}) => {
  await layMarks(etappi)
  const ids = await places((text, values) => sql(etappi, text, values))
  const wrong: string[] = []
  let [seen, refused, marked, births] = [0, 0, 0, 0]
  for (const [person, email] of Object.entries(people) as [Person, string][]) {
    const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
    const page = await context.newPage()
    await signIn(page, email)
    await page.close()
    for (const row of matrix) {
      const { route, seen: allowed, drafts } = row
      const answer = await context.request.get(addressOf(row, ids), { maxRedirects: 0 })
      const [status, expected] = [answer.status(), allowed.includes(person)]
      const text = await readable(answer.headers()['content-type'] ?? '', await answer.body())
      if (expected ? ![200, 303, 307].includes(status) : status !== 404) wrong.push(`${person} ${route}: ${status}`)
      if (text.includes(draftMark) && !drafts.includes(person)) wrong.push(`${person} ${route}: a draft`)
      if (text.includes(countyMark) && person !== 'X') wrong.push(`${person} ${route}: another county`)
      if (text.includes(draftMark) || text.includes(countyMark)) marked += 1
      if (nameMark.test(text) && !'FA'.includes(person)) wrong.push(`${person} ${route}: a beneficial owner`)
      if (birthMark.test(text)) {
        births += 1
        if (!'FA'.includes(person) || !birthRoutes.includes(route)) wrong.push(`${person} ${route}: a day of birth`)
      }
      if (expected) seen += 1
      else refused += 1
    }
    await context.close()
  }
  console.log(
    `looked at ${seen} answers that are given and ${refused} that are refused; ${marked} hold a mark, as they may`,
  )
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(150)
  expect(refused).toBeGreaterThan(100)
  // The marks can be seen where they belong: otherwise their absence would show nothing.
  expect(marked).toBeGreaterThan(3)
  expect(births).toBe(5)
  // Each of them stands in the log, with the owner and the reason.
  const read = await sql<{ why: string }>(
    etappi,
    `SELECT data->>'why' AS why FROM "AuditEvent" WHERE action = 'treasury.births_read'`,
  )
  expect(read.map(({ why }) => why).sort()).toEqual(['file', 'file', 'package', 'page', 'page'])
})
