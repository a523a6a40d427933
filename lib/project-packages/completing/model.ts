import { eventsToState, hashOf, pathTo } from '@/lib/project-packages/checks/contents/model'
import { rowsOf } from '@/lib/project-packages/checks/model'
import type { PackageRow, Part, ProjectPackage, Value } from '@/lib/project-packages/format/model'
import { derivedId } from '@/lib/project-packages/identity/model'
import { heads, parts } from '@/lib/project-packages/parts/model'
import { readPath } from '@/lib/status-reports/fields/model'
import { derive, type ReportEventType } from '@/lib/status-reports/model'

/**
 * Everything that follows from the rest and that a package may leave out: addresses of a report's fields, the state that its
 * events give or the events that its state needs, sums of contents. The package is already under its ids of here.
 * @param now the moment of events that are made up for a state
 */
export function complete(
  given: ProjectPackage,
  key: string,
  now: string,
): { whole: ProjectPackage; eventsFilled: number } {
  const rows = new Map<string, readonly PackageRow[]>()
  for (const part of [...heads, ...parts]) rows.set(part.name, withHashes(part, given.rows.get(part.name) ?? []))
  const made = madeEvents(given, key, now)
  rows.set('statusReportEntries', rowsOf(given, 'statusReportEntries').map(addressed))
  rows.set('statusReportEvents', [...rowsOf(given, 'statusReportEvents'), ...made])
  rows.set('statusReports', withStates(given))
  rows.set('people', rowsOf(given, 'people').map(withLowerEmail))
  return { whole: { rows }, eventsFilled: new Set(made.map(({ values }) => values.report)).size }
}

const withValues = (row: PackageRow, values: Record<string, Value>): PackageRow => ({
  ...row,
  values: { ...row.values, ...values },
})

function withHashes(part: Part, list: readonly PackageRow[]): readonly PackageRow[] {
  const hash = part.fields.find(({ kind }) => kind === 'hash')
  if (!hash) return list
  return list.map((row) =>
    row.values[hash.name] === null
      ? withValues(row, { [hash.name]: hashOf(row.values[hash.of], hash.of === 'bytes') })
      : row,
  )
}

const withLowerEmail = (row: PackageRow): PackageRow =>
  withValues(row, { email: String(row.values.email).toLowerCase() })

/** A field's address from what it is about, and what it is about from its address. */
function addressed(row: PackageRow): PackageRow {
  const { action, indicator, toimintamalli, actionNo, section, field } = row.values
  const path = row.values.path ?? pathTo({ action, indicator, toimintamalli, actionNo, section, field })
  const address = readPath(String(path))
  if (!address) return withValues(row, { path, section: section ?? 'overall' })
  return withValues(row, {
    path,
    section: section ?? address.section,
    action: action ?? address.actionId,
    indicator: indicator ?? address.indicatorId,
    toimintamalli: toimintamalli ?? address.toimintamalliId,
    actionNo: actionNo ?? address.actionNo,
  })
}

function withStates(given: ProjectPackage): PackageRow[] {
  const events = Map.groupBy(rowsOf(given, 'statusReportEvents'), (row) => row.values.report)
  return rowsOf(given, 'statusReports').map((row) => {
    const own = events.get(row.id)
    if (row.given.has('state') || !own) return row
    const inOrder = own.toSorted((a, b) => Number(a.values.seq) - Number(b.values.seq))
    const standing = derive(
      inOrder.map(({ values }) => ({ type: values.type as ReportEventType, opens: values.opens as readonly string[] })),
    )
    return withValues(row, { state: standing?.state ?? 'not_started' })
  })
}

/** The state of a report is what its events give: a report that comes without any gets those that lead to its state. */
function madeEvents(given: ProjectPackage, key: string, now: string): PackageRow[] {
  const told = new Set(rowsOf(given, 'statusReportEvents').map(({ values }) => values.report))
  return rowsOf(given, 'statusReports')
    .filter(({ id }) => !told.has(id))
    .flatMap(({ id, at, values }) =>
      (eventsToState[String(values.state)] ?? []).map((type, index) => ({
        at,
        id: derivedId(key, `statusReportEvents/${id}/${index}`),
        values: { report: id, seq: index + 1, type, actor: null, at: now, reason: null, opens: [], copy: null },
        given: new Set<string>(),
      })),
    )
}
