import { orderedText } from '@/lib/project-packages/canonical/model'
import { placeOf, rowsOf } from '@/lib/project-packages/checks/model'
import { shown } from '@/lib/project-packages/findings/model'
import type { PackageRow, Part, ProjectPackage } from '@/lib/project-packages/format/model'
import { isMatched, partOf, parts } from '@/lib/project-packages/parts/model'

/** How a part of the stored project differs from the package: how often, and the first places. */
export type Difference = { part: string; count: number; places: readonly DifferingPlace[] }

/** `missing`: the package has the row, the project does not. `extra`: the other way round. */
type DifferingPlace =
  | { kind: 'missing' | 'extra'; at: string }
  | { kind: 'changed'; at: string; here: string; inPackage: string }

const mostPlaces = 5

/** That it differs is told; what it is, is handed out in its own place only, where reading it is recorded. */
const restricted: Readonly<Record<string, readonly string[]>> = {
  beneficialOwners: ['bornOn'],
  treasuryFiles: ['content', 'sha256'],
}

/**
 * What differs between a package and the project as it is here, both under the same ids. Only what the package itself says is
 * compared: what the import filled in may have become something else. What is shared with other projects is not compared.
 */
export function compare(given: ProjectPackage, stored: ProjectPackage): Difference[] {
  return [partOf('project'), ...parts].flatMap((part) => {
    if (isMatched(part)) return []
    const places = differing(part, rowsOf(given, part.name), rowsOf(stored, part.name))
    return places.length === 0 ? [] : [{ part: part.name, count: places.length, places: places.slice(0, mostPlaces) }]
  })
}

function differing(part: Part, given: readonly PackageRow[], stored: readonly PackageRow[]): DifferingPlace[] {
  const nameOf = (row: PackageRow) =>
    part.key ? orderedText(part.key.map((name) => row.values[name] ?? null)) : row.id
  const here = new Map(stored.map((row) => [nameOf(row), row]))
  const places: DifferingPlace[] = []
  for (const row of given) {
    const same = here.get(nameOf(row))
    here.delete(nameOf(row))
    if (!same) places.push({ kind: 'missing', at: placeOf(part, row) })
    else places.push(...changes(part, row, same))
  }
  return [
    ...places,
    ...[...here.values()].map((row) => ({ kind: 'extra' as const, at: `/${part.name} ${row.id}`.trim() })),
  ]
}

function changes(part: Part, row: PackageRow, here: PackageRow): DifferingPlace[] {
  return part.fields.flatMap(({ name, kind }) => {
    const [asked, found] = [row.values[name] ?? null, here.values[name] ?? null]
    // A field that the export leaves out because it is empty is said all the same: nothing may have come there since.
    const isFree = !row.given.has(name) && found !== null && asked !== null
    // A linked project that is not here was left out when the package was taken in.
    if (kind === 'project' && found === null) return []
    if (isFree || orderedText(asked) === orderedText(found)) return []
    const isRestricted = restricted[part.name]?.includes(name) === true
    const told = isRestricted ? () => '…' : shown
    return [{ kind: 'changed', at: placeOf(part, row, name), here: told(found), inPackage: told(asked) }]
  })
}
