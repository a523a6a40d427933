import { partialSum } from '@/lib/finance/model'
import {
  type SnapshotBody,
  type SnapshotIndicator,
  type SnapshotMeasurement,
  type SnapshotReport,
  type SnapshotRisk,
  type SnapshotTarget,
  type SnapshotToimintamalli,
  type SnapshotUnit,
  snapshotFormat,
} from '@/lib/rounds/snapshot/model'
import type { UnitLight } from '@/lib/rounds/snapshot/unit-lights/model'
import type { Light } from '@/lib/status-reports/model'
import { makeValue } from '@/lib/values/make-value'
import { timeInWords, timeSpanFromCode } from '@/lib/values/time'
import type { TimeSpan } from '@/lib/values/typed-value'

/** An empty published period, with the parts that a test is about. */
export function makeBody(parts: Partial<SnapshotBody> = {}): SnapshotBody {
  return {
    format: snapshotFormat,
    productVersion: '0.0.0',
    publishedBy: 'director',
    project: {
      id: 'project',
      key: 'testi',
      name: 'Testihanke',
      organisationId: 'county',
      organisationName: 'Testialue',
      programme: { name: 'Ohjelma', shortName: 'O', funder: 'STM', statement: { fi: 'a', sv: 'b', en: 'c' } },
      totalCost: null,
      totalCostAsWritten: null,
      periodAsWritten: null,
      communicationMessage: null,
      riskScale: 5,
      lights: true,
    },
    period: { id: 'q3', key: '2025-Q3', from: '2025-07-01', to: '2025-09-30' },
    previous: null,
    investments: [],
    serviceAreas: [],
    units: [],
    indicators: [],
    dataTables: [],
    toimintamallit: [],
    finance: {
      budgets: [],
      estimates: [],
      estimateSum: partialSum([]),
      actuals: [],
      forecasts: [],
      purchases: [],
      purchaseSum: partialSum([]),
      reservations: [],
      notes: [],
      fundingShares: [],
      byInvestment: [],
    },
    risks: [],
    planChanges: [],
    communications: [],
    meetings: [],
    evidence: [],
    tiles: [],
    reviewSlides: [],
    ...parts,
  }
}

export function lightOf(light: Light | null, reason: string | null = null): UnitLight {
  return { light, from: light ? 'own' : 'none', partId: null, reason }
}

export function makeUnit(id: string, parts: Partial<SnapshotUnit> = {}): SnapshotUnit {
  return {
    id,
    parentId: null,
    sourceId: id,
    level: 'plan',
    reports: true,
    code: null,
    title: `Yksikkö ${id}`,
    titlePlan: null,
    earlierTitles: [],
    investmentId: null,
    covers: [],
    coveredBy: [],
    serviceAreaIds: [],
    lifecycle: 'in_progress',
    statusText: null,
    responsibleRole: null,
    schedule: { asWritten: null, start: null, end: null, note: null },
    cost: { estimate: null, asWritten: null },
    goals: [],
    outputs: [],
    actions: [],
    links: [],
    reviewSlides: [],
    ended: null,
    status: lightOf(null),
    before: null,
    report: null,
    ...parts,
  }
}

/** An approved report that tells nothing but that it is there. */
export function makeReport(parts: Partial<SnapshotReport> = {}): SnapshotReport {
  return {
    id: 'report',
    scope: 'full',
    submitted: null,
    approved: null,
    light: null,
    reason: null,
    actions: [],
    results: null,
    nextSteps: null,
    deviations: null,
    planChange: null,
    risks: null,
    indicators: [],
    toimintamallit: [],
    derivedFigures: [],
    corrections: [],
    note: null,
    comments: [],
    ...parts,
  }
}

export function makeTarget(id: string, parts: Partial<SnapshotTarget> = {}): SnapshotTarget {
  return {
    id,
    role: 'final',
    operator: null,
    operatorText: null,
    asWritten: null,
    text: null,
    number: null,
    unit: null,
    time: timeInWords(null),
    definition: null,
    source: null,
    superseded: null,
    reached: null,
    ...parts,
  }
}

export function time(code: string): TimeSpan {
  const span = timeSpanFromCode(code)
  if (!span.ok) throw new Error(`not a time: ${code}`)
  return span.value
}

export function makeMeasurement(
  id: string,
  number: string | null,
  code: string | null,
  parts: Partial<SnapshotMeasurement> & { scope?: string; unit?: string; unknown?: 'unknown' | 'hidden' } = {},
): SnapshotMeasurement {
  const { scope, unit, unknown, ...rest } = parts
  return {
    id,
    reportId: null,
    role: 'actual',
    value: makeValue('number', { number, scope: scope ?? null, unit: unit ?? '%', unknown: unknown ?? null }),
    area: null,
    time: code ? time(code) : timeInWords(null),
    change: null,
    meetsTarget: null,
    corrections: [],
    origin: null,
    ...rest,
  }
}

export function makeIndicator(id: string, parts: Partial<SnapshotIndicator> = {}): SnapshotIndicator {
  return {
    id,
    sourceId: id,
    scope: 'national',
    workPackageId: null,
    investmentId: null,
    actionNo: null,
    name: `Mittari ${id}`,
    accumulation: null,
    formula: null,
    producer: null,
    method: null,
    owner: null,
    kind: 'numeric',
    unit: '%',
    direction: 'up',
    definition: null,
    seeIndicatorOf: null,
    horizon: null,
    note: null,
    source: null,
    clarifications: [],
    dimensions: [],
    versions: [],
    targets: [],
    measurements: [],
    judgements: [],
    ...parts,
  }
}

export function makeToimintamalli(id: string, parts: Partial<SnapshotToimintamalli> = {}): SnapshotToimintamalli {
  return {
    id,
    name: `Malli ${id}`,
    workPackageId: null,
    investmentIds: [],
    innokylaUrl: null,
    described: null,
    piloted: null,
    pilotedAsWritten: null,
    stayedInUse: null,
    stayedInUseAsWritten: null,
    statusText: null,
    goals: [],
    goalMet: null,
    results: [],
    ownerAfterProject: null,
    note: null,
    titleTag: null,
    takenIntoUse: null,
    ...parts,
  }
}

export function makeRisk(no: number, scores: [number | null, number | null][], parts: Partial<SnapshotRisk> = {}) {
  return {
    id: `risk-${no}`,
    no,
    kind: 'risk',
    description: `Riski ${no}`,
    ownerRoles: [],
    mitigations: [],
    workPackageId: null,
    closedOn: null,
    closedReason: null,
    assessments: scores.map(([probability, impact], index) => ({
      id: `a-${no}-${index}`,
      periodKey: null,
      probability,
      impact,
      points: probability !== null && impact !== null ? probability * impact : null,
      pointsAsWritten: null,
      assessedOn: null,
      probabilityAfter: null,
      impactAfter: null,
      note: null,
    })),
    ...parts,
  } satisfies SnapshotRisk
}
