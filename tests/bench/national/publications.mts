// Publications of every project and quarter. Those of the first project are collected and written by the product itself, in
// order of time; those of the others are the same text with their own ids and names, so that hundreds take minutes.
import type pg from 'pg'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { writeSnapshot } from '@/lib/rounds/snapshot/commands'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { idIn, own, places } from './rows.mts'
import { countyName, ownerMark, projectKey, projectMark, projectName, projects, quarter } from './size.mts'

const first = 1

/** Publishes the quarters of the first project. Answers seconds and length of the text of each. */
export async function publishFirst(from: number, to: number): Promise<{ seconds: number; length: number }[]> {
  const operator = systemViewer('operator')
  const made: { seconds: number; length: number }[] = []
  for (let no = from; no <= to; no += 1) {
    const { key, to: lastDay } = quarter(no)
    setClock(new Date(`${lastDay}T12:00:00Z`))
    const began = performance.now()
    const body = await collectSnapshot(operator, idIn(projectMark(first), 'project', 1), key)
    await writeSnapshot(operator, body)
    made.push({ seconds: (performance.now() - began) / 1000, length: JSON.stringify(body).length })
  }
  setClock(null)
  return made
}

/** The same publications for projects `begin` to `end`. Answers how many there are then of all. */
export async function copyPublications(
  owner: pg.Client,
  [from, to]: readonly [number, number],
  [begin, end]: readonly [number, number],
): Promise<void> {
  await places(owner, from, to)
  const replaced = [
    [projectMark(first), 'p.mark'],
    [ownerMark(1), 'p."ownerMark"'],
    [projectKey(first), 'p.key'],
    [projectName(first), 'p.name'],
    [countyName(1), 'p."countyName"'],
  ].reduce((text, [old, now]) => `replace(${text}, '${old}', ${now})`, 's.body')
  await owner.query(
    `INSERT INTO "Snapshot" (id, "organisationId", "projectId", "periodId", "projectKey", "projectName", "organisationName",
                             "periodKey", "periodTo", version, format, body, sha256, "productVersion", "publishedAt")
     SELECT ${own('snapshot', 'q.no')}, p.owner, ${own('project', '1')}, ${own('period', 'q.no')}, p.key, p.name, p."countyName",
            s."periodKey", s."periodTo", 1, s.format, t.body, encode(sha256(convert_to(t.body, 'UTF8')), 'hex'), s."productVersion", s."publishedAt"
       FROM q JOIN "Snapshot" s ON s."projectKey" = $1 AND s."periodKey" = q.key
            CROSS JOIN p CROSS JOIN LATERAL (SELECT ${replaced} AS body OFFSET 0) t
      WHERE p.no BETWEEN $2 AND $3`,
    [projectKey(first), begin, end],
  )
}

/** Projects in two halves, for two connections at once. */
export const halves: readonly (readonly [number, number])[] = [
  [first + 1, Math.ceil(projects / 2)],
  [Math.ceil(projects / 2) + 1, projects],
]
