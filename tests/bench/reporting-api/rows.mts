// Publications of ten years of one project, with as many measurements as are asked for, and a key that reads them.
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { bodyText } from '@/lib/rounds/snapshot/schema'
import { makeBody, makeIndicator, makeMeasurement } from '@/tests/support/builders/snapshot'

const quarters = Array.from({ length: 40 }, (_, at) => ({ year: 2016 + Math.floor(at / 4), quarter: (at % 4) + 1 }))
const perIndicator = 25

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const two = (month: number) => String(month).padStart(2, '0')

/** Lays about `wanted` measurements; answers the key and how many there are. */
export async function layMeasurements(owner: pg.Client, wanted: number): Promise<{ key: string; rows: number }> {
  const one = async (text: string, values: unknown[]): Promise<{ id: string; organisationId: string }> => {
    const { rows } = await owner.query<{ id: string; organisationId: string }>(text, values)
    if (!rows[0]) throw new Error(`nothing came of ${text}`)
    return rows[0]
  }
  const project = await one(
    `INSERT INTO "Project" (id, "organisationId", "programmeId", key, name)
     SELECT gen_random_uuid(), "organisationId", "programmeId", 'rivit', 'Paljon rivejä' FROM "Project" WHERE key = 'kkk2'
     RETURNING id, "organisationId"`,
    [],
  )
  const indicators = Math.round(wanted / quarters.length / perIndicator)
  for (const { year, quarter } of quarters) {
    const key = `${year}-Q${quarter}`
    const [from, to] = [`${year}-${two(quarter * 3 - 2)}-01`, `${year}-${two(quarter * 3)}-28`]
    const period = await one(
      `INSERT INTO "ReportingPeriod" (id, "organisationId", "projectId", key, "from", "to", state)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'published') RETURNING id, "organisationId"`,
      [project.organisationId, project.id, key, from, to],
    )
    const body = bodyOf(project, { id: period.id, key, from, to }, indicators)
    await owner.query(
      `INSERT INTO "Snapshot" (id, "organisationId", "projectId", "periodId", "projectKey", "projectName", "organisationName",
                               "periodKey", "periodTo", version, format, body, sha256, "productVersion")
       VALUES (gen_random_uuid(), $1, $2, $3, 'rivit', 'Paljon rivejä', 'Kainuu', $4, $5, 1, 1, $6, $7, '0')`,
      [project.organisationId, project.id, period.id, key, to, body, sha256(body)],
    )
  }
  const key = `etappi_${randomBytes(32).toString('base64url')}`
  await owner.query(
    `INSERT INTO "ApiKey" (id, "organisationId", "projectId", name, start, sha256, "expiresAt")
     VALUES (gen_random_uuid(), $1, $2, 'bench', $3, $4, now() + interval '1 day')`,
    [project.organisationId, project.id, key.slice(0, 13), sha256(key)],
  )
  return { key, rows: quarters.length * indicators * perIndicator }
}

type Period = { id: string; key: string; from: string; to: string }

function bodyOf({ id, organisationId }: { id: string; organisationId: string }, period: Period, count: number): string {
  const indicators = Array.from({ length: count }, (_, at) =>
    makeIndicator(`indicator-${at}`, {
      name: `Kiireettömien käyntien osuus, yksikkö ${at}`,
      measurements: Array.from({ length: perIndicator }, (_unused, no) => {
        const unknown = no % 9 === 0
        return makeMeasurement(`m-${period.key}-${at}-${no}`, unknown ? null : `${no}.${at % 10}`, period.key, {
          ...(unknown && { unknown: 'unknown' as const }),
        })
      }),
    }),
  )
  const { project } = makeBody()
  return bodyText(makeBody({ project: { ...project, id, key: 'rivit', organisationId }, period, indicators }))
}
