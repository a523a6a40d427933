import { systemViewer } from '@/lib/access/viewer'
import { importPackage } from '@/lib/project-packages/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { readBody } from '@/lib/rounds/snapshot/schema'
import { inventionsIn } from '../../project-packages/inventions'
import { type Odd, oddPackage } from '../../project-packages/odd'
import type { Looked } from './files'
import type { Query } from './model'
import { type County, countyOf, giveUnits } from './people'
import { placesOf } from './places'
import type { Tally } from './tally'

const operator = systemViewer('operator')
const programme = {
  ...{ key: 'p', name: 'P', shortName: 'P', funder: 'F' },
  ...{ statementFi: 'a', statementSv: 'b', statementEn: 'c' },
}
/** As many as Finland has: no county has more projects than it could. */
const counties = 23

export type Counties = Map<number, County>

export function oddOf(seed: number): Odd {
  const county = seed % counties
  return oddPackage(seed, { key: `alue-${county}`, name: `Alue ${county}` }, programme)
}

/** Imports a project, twice: the second time it is known. @throws with what was told when it is not taken */
export async function takeIn(odd: Odd, query: Query, known: Counties, tally: Tally): Promise<Looked> {
  const text = JSON.stringify(odd.json)
  const taken = await importPackage(operator, { text })
  if (!taken.ok) throw new Error(`not taken: ${JSON.stringify(taken).slice(0, 500)}`)
  tally.add(
    'rows',
    Object.values(taken.value.rows).reduce((sum, rows) => sum + rows, 0),
  )
  const again = await importPackage(operator, { text })
  if (!again.ok || again.value.outcome !== 'identical') throw new Error('not known again')
  const key = `outo-${odd.seed}`
  const [row] = await query<{ id: string; organisationId: string }>(
    'SELECT id, "organisationId" FROM "Project" WHERE key = $1',
    [key],
  )
  if (!row) throw new Error('not in the database')
  const number = odd.seed % counties
  const county = known.get(number) ?? (await countyOf(query, row.organisationId))
  known.set(number, county)
  await giveUnits(query, row.id, county.people.C)
  return { key, id: row.id, county, places: await placesOf(query, row.id) }
}

/** Publishes the first period and holds what was frozen against the package. @throws when it is not published, or invents */
export async function publish(project: Looked, odd: Odd, query: Query, tally: Tally): Promise<Looked> {
  const periodKey = String(odd.rows.get('periods')?.[0]?.key)
  const published = await publishPeriod(operator, { projectId: project.id, periodKey, note: 'Koe' })
  if (!published.ok) throw new Error(`not published: ${published.reason}`)
  tally.add('published')
  const [row] = await query<{ body: string }>('SELECT body FROM "Snapshot" WHERE "projectId" = $1', [project.id])
  const { faults, ...counts } = inventionsIn(odd, readBody(row?.body ?? ''))
  for (const [name, times] of Object.entries(counts)) tally.add(name, times)
  if (faults.length > 0) throw new Error(`the publication invents: ${faults[0]}`)
  return { ...project, places: await placesOf(query, project.id) }
}
