import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import {
  type IndicatorRow,
  type IndicatorVersionRow,
  type MeasurementRow,
  scopeOf,
  type TargetRow,
  toCorrection,
} from '@/lib/indicators/model'
import { visibleTo } from '@/lib/indicators/permissions'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import type { ValueCell } from '@/lib/values/typed-value'

const timeFields = { timeAsWritten: true, timeCode: true, timeFrom: true, timeTo: true } as const

const versionFields = {
  id: true,
  version: true,
  name: true,
  scope: true,
  kind: true,
  unit: true,
  direction: true,
  definition: true,
  reason: true,
  supersededOn: true,
  validFrom: true,
  accumulation: true,
  formula: true,
  source: true,
  producer: true,
  method: true,
  dimensions: true,
  owner: true,
  horizon: true,
} as const satisfies Prisma.IndicatorVersionSelect

const targetFields = {
  ...timeFields,
  id: true,
  versionId: true,
  role: true,
  operator: true,
  operatorText: true,
  asWritten: true,
  text: true,
  number: true,
  unit: true,
  definition: true,
  source: true,
  supersededOn: true,
  supersededAt: true,
  supersededReason: true,
  reachedOn: true,
  reachedNote: true,
} as const satisfies Prisma.IndicatorTargetSelect

const cellFields = {
  label: true,
  dimensions: true,
  asWritten: true,
  number: true,
  unit: true,
  qualifier: true,
  unknown: true,
} as const satisfies Prisma.MeasurementCellSelect

const measurementFields = {
  ...timeFields,
  timeBasis: true,
  id: true,
  reportId: true,
  role: true,
  kind: true,
  asWritten: true,
  number: true,
  numberTo: true,
  qualifier: true,
  unit: true,
  n: true,
  scope: true,
  area: true,
  text: true,
  yes: true,
  unknown: true,
  note: true,
  source: true,
  flags: true,
  changeNumber: true,
  changeUnit: true,
  changeBase: true,
  changeNote: true,
  meetsTarget: true,
  replacedById: true,
  correction: {
    select: { path: true, before: true, after: true, event: { select: { id: true, at: true, reason: true } } },
  },
  cells: { orderBy: bySort, select: cellFields },
} as const satisfies Prisma.MeasurementSelect

const fields = {
  id: true,
  version: true,
  sourceId: true,
  workPackageId: true,
  investmentId: true,
  origin: true,
  actionNo: true,
  seeIndicatorOf: true,
  flag: true,
  note: true,
  place: true,
  sectionRef: true,
  tableLabel: true,
  figureLabel: true,
  targetMetText: true,
  clarifications: true,
  versions: { orderBy: { version: 'asc' }, select: versionFields },
  targets: { orderBy: bySort, select: targetFields },
  measurements: { orderBy: [{ sort: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }], select: measurementFields },
} as const satisfies Prisma.IndicatorSelect

/** Indicators of a project or a work package, as part of another read. */
export const indicatorsInOrder = { orderBy: bySort, select: fields } as const

/** Indicators of a project with versions, targets and measurements, national ones first. What was replaced is left out. */
export function listIndicators(viewer: Viewer, projectId: string): Promise<IndicatorRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, ...visibleTo(viewer) }
    const rows = await tx.indicator.findMany({ where, orderBy: bySort, select: fields })
    return rows.map(toIndicator)
  })
}

/** Indicators of one work package. */
export function listIndicatorsOf(viewer: Viewer, workPackageId: string): Promise<IndicatorRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { workPackageId, ...visibleTo(viewer) }
    const rows = await tx.indicator.findMany({ where, orderBy: bySort, select: fields })
    return rows.map(toIndicator)
  })
}

/** One indicator; null when it does not exist or is not the viewer's. */
export function findIndicator(viewer: Viewer, id: string): Promise<IndicatorRow | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.indicator.findFirst({ where: { id, ...visibleTo(viewer) }, select: fields })
    return row && toIndicator(row)
  })
}

/** The label of every indicator of a project by its id, by which formulas show it. */
export function listCodes(viewer: Viewer, projectId: string): Promise<Map<string, string>> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, ...visibleTo(viewer) }
    const rows = await tx.indicator.findMany({ where, orderBy: bySort, select: { id: true, sourceId: true } })
    return new Map(rows.map(({ id, sourceId }) => [id, sourceId]))
  })
}

type Stored = Prisma.IndicatorGetPayload<{ select: typeof fields }>

/** A stored indicator as the house knows it: what was replaced is left out. */
export function toIndicator(row: Stored): IndicatorRow {
  const versions: IndicatorVersionRow[] = row.versions.map((version) => ({
    ...version,
    supersededOn: dayText(version.supersededOn),
    validFrom: dayText(version.validFrom),
  }))
  const current = versions.find((version) => version.supersededOn === null) ?? null
  return {
    ...row,
    scope: scopeOf(current ?? versions.at(-1) ?? null),
    source: current?.source ?? null,
    horizon: current?.horizon ?? null,
    dimensions: current?.dimensions ?? [],
    current,
    versions,
    targets: row.targets.map(toTarget),
    measurements: row.measurements.flatMap((one) =>
      one.replacedById === null ? [toMeasurement(one, predecessorsOf(one, row.measurements))] : [],
    ),
  }
}

function toTarget(row: Stored['targets'][number]): TargetRow {
  const { supersededOn, supersededAt, supersededReason, timeAsWritten, timeCode, timeFrom, timeTo, ...rest } = row
  const { reachedOn, reachedNote, ...target } = rest
  const superseded = { on: dayText(supersededOn), at: supersededAt, reason: supersededReason }
  return {
    ...target,
    number: decimalText(row.number),
    time: { asWritten: timeAsWritten, code: timeCode, from: dayText(timeFrom), to: dayText(timeTo), basis: null },
    superseded: superseded.on === null && superseded.at === null ? null : superseded,
    reached: reachedOn && { on: dayText(reachedOn), note: reachedNote },
  }
}

type StoredMeasurement = Stored['measurements'][number]

/** Rows that gave way to this one, the newest first. */
function predecessorsOf({ id }: StoredMeasurement, all: readonly StoredMeasurement[]): StoredMeasurement[] {
  const before = all.find((one) => one.replacedById === id)
  return before ? [before, ...predecessorsOf(before, all)] : []
}

function toMeasurement(row: StoredMeasurement, before: readonly StoredMeasurement[]): MeasurementRow {
  const change = {
    number: decimalText(row.changeNumber),
    unit: row.changeUnit,
    base: row.changeBase,
    note: row.changeNote,
  }
  return {
    id: row.id,
    reportId: row.reportId,
    role: row.role,
    value: {
      asWritten: row.asWritten,
      kind: row.kind,
      number: decimalText(row.number),
      numberTo: decimalText(row.numberTo),
      qualifier: row.qualifier,
      unit: row.unit,
      n: row.n,
      scope: row.scope,
      text: row.text,
      yes: row.yes,
      unknown: row.unknown,
      cells: row.cells.map(toCell),
      note: row.note,
      source: row.source,
      flags: row.flags,
    },
    time: {
      asWritten: row.timeAsWritten,
      code: row.timeCode,
      from: dayText(row.timeFrom),
      to: dayText(row.timeTo),
      basis: row.timeBasis,
    },
    area: row.area,
    change: Object.values(change).some((part) => part !== null) ? change : null,
    meetsTarget: row.meetsTarget,
    corrections: [row, ...before].flatMap(({ correction }) => (correction && toCorrection(correction)) ?? []),
    replaces: before.map(({ id }) => id),
  }
}

function toCell(cell: Stored['measurements'][number]['cells'][number]): ValueCell {
  return { ...cell, number: decimalText(cell.number), dimensions: dimensionsOf(cell.dimensions) }
}

function dimensionsOf(stored: Prisma.JsonValue): Record<string, string> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {}
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, String(value)]))
}
