import type {
  SnapshotBody,
  SnapshotIndicator,
  SnapshotMeasurement,
  SnapshotTarget,
  SnapshotToimintamalli,
} from '@/lib/rounds/snapshot/model'
import { countLights, type LightCounts, unitRows } from '@/lib/steering/lights/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import {
  type Fulfilment,
  type FulfilmentSummary,
  fulfilmentSummary,
  nationalRows,
  targetRows,
} from '@/lib/steering/targets/model'
import { describedAnswer, type ToimintamalliFunnel, toimintamalliFunnel } from '@/lib/steering/toimintamallit/model'
import { takenInto, type UseState } from '@/lib/toimintamallit/model'

/** An indicator without what only the project's own people read: notes, sources, reasons of corrections, who entered it. */
export type PublicIndicator = {
  /** Everything a chart and a figure's text need; what is not public is empty in it */
  indicator: SnapshotIndicator
  place: string | null
  fulfilment: Fulfilment
  newest: SnapshotMeasurement[]
  targets: SnapshotTarget[]
  /** Whether a figure was corrected after it had been approved */
  isCorrected: boolean
}

export type PublicToimintamalli = {
  id: string
  name: string
  url: string | null
  described: UseState | null
  piloted: UseState | null
  taken: UseState | null
  stayed: UseState | null
}

/** What everybody may read of a project: chosen part by part from its newest publication, never copied as a whole. */
export type PublicResults = {
  project: {
    key: string
    name: string
    organisationName: string
    programme: SnapshotBody['project']['programme']
    periodAsWritten: string | null
    message: string | null
  }
  periodKey: string
  publishedAt: string
  code: string
  investments: { id: string; code: string | null; title: string; depth: number }[]
  usesLights: boolean
  units: number
  lights: LightCounts
  fulfilment: FulfilmentSummary
  national: PublicIndicator[]
  local: PublicIndicator[]
  toimintamallit: PublicToimintamalli[]
  funnel: ToimintamalliFunnel
}

/** The public part of a publication. Money, risks, texts of reports, decisions, evidence and people stay out. */
export function publicResults(body: SnapshotBody, { code, publishedAt }: PublishedPeriod): PublicResults {
  const { project, period, investments } = body
  const units = unitRows(body, null)
  const national = nationalRows(body)
  return {
    project: {
      key: project.key,
      name: project.name,
      organisationName: project.organisationName,
      programme: project.programme,
      periodAsWritten: project.periodAsWritten,
      message: project.communicationMessage,
    },
    periodKey: period.key,
    publishedAt,
    code,
    investments: investments
      .filter(({ isPlaceholder }) => !isPlaceholder)
      .map(({ id, code, title, level }) => ({ id, code, title, depth: level.depth })),
    usesLights: project.lights,
    units: units.length,
    lights: countLights(units),
    fulfilment: fulfilmentSummary(national),
    national: national.map((row) => publicIndicator(row, row.investmentCode ?? row.investmentTitle)),
    local: targetRows(body)
      .filter(({ indicator }) => indicator.scope !== 'national')
      .map((row) => publicIndicator(row, null)),
    toimintamallit: body.toimintamallit.map(publicToimintamalli),
    funnel: toimintamalliFunnel(body.toimintamallit),
  }
}

type Row = ReturnType<typeof targetRows>[number]

function publicIndicator(
  { indicator, fulfilment, newest, final, interim }: Row,
  place: string | null,
): PublicIndicator {
  const open: SnapshotIndicator = {
    ...unsaid,
    id: indicator.id,
    sourceId: indicator.sourceId,
    scope: indicator.scope,
    workPackageId: indicator.workPackageId,
    investmentId: indicator.investmentId,
    actionNo: null,
    name: indicator.name,
    kind: indicator.kind,
    unit: indicator.unit,
    direction: indicator.direction,
    definition: indicator.definition,
    targets: indicator.targets.map(publicTarget),
    measurements: indicator.measurements.map(publicMeasurement),
  }
  return {
    indicator: open,
    place,
    fulfilment,
    newest: newest.map(publicMeasurement),
    targets: [...final, ...interim].map(({ target }) => publicTarget(target)),
    isCorrected: newest.some(({ corrections }) => corrections.length > 0),
  }
}

/** Parts of an indicator that are not told. */
const unsaid = {
  seeIndicatorOf: null,
  horizon: null,
  note: null,
  source: null,
  clarifications: [],
  dimensions: [],
  versions: [],
  judgements: [],
  accumulation: null,
  formula: null,
  producer: null,
  method: null,
  owner: null,
}

function publicTarget(target: SnapshotTarget): SnapshotTarget {
  return {
    ...target,
    definition: null,
    source: null,
    superseded: target.superseded && { ...target.superseded, reason: null },
    reached: null,
  }
}

function publicMeasurement({ id, role, value, time }: SnapshotMeasurement): SnapshotMeasurement {
  return {
    id,
    role,
    time: { ...time, basis: null },
    value: { ...value, note: null, source: null, flags: [] },
    reportId: null,
    area: null,
    change: null,
    meetsTarget: null,
    corrections: [],
    origin: null,
  }
}

function publicToimintamalli(model: SnapshotToimintamalli): PublicToimintamalli {
  const { id, name, innokylaUrl, piloted, stayedInUse } = model
  return {
    id,
    name,
    url: innokylaUrl && /^https?:\/\//.test(innokylaUrl) ? innokylaUrl : null,
    described: describedAnswer(model),
    piloted,
    taken: takenInto(model),
    stayed: stayedInUse,
  }
}
