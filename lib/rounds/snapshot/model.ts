import type { ActionState } from '@/lib/actions/model'
import type { IndicatorScope, IndicatorVersionRow, MeasurementCorrection, TargetOperator } from '@/lib/indicators/model'
import type { SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import type { SnapshotEvidence } from '@/lib/rounds/snapshot/evidence/model'
import type { SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
import type { SnapshotFinance } from '@/lib/rounds/snapshot/money/model'
import type { EarlierLight, UnitLight } from '@/lib/rounds/snapshot/unit-lights/model'
import type { Light } from '@/lib/status-reports/model'
import type { UseState } from '@/lib/toimintamallit/model'
import type { JudgementReason, Verdict } from '@/lib/values/judge'
import type { TimeSpan, TypedValue } from '@/lib/values/typed-value'

/**
 * Shape of the frozen review of one published period: everything that the dashboard, the deck and the PDF draw.
 * Plain data: decimals are strings, days `YYYY-MM-DD`, moments ISO strings. Every figure has the id of its row.
 * A change that an older reader would misread needs a new number here; a new optional part does not.
 */
export const snapshotFormat = 1

export type SnapshotBody = {
  format: typeof snapshotFormat
  productVersion: string
  /** The right by which it was published: a role, or a named part of the product. Never a name of a person. */
  publishedBy: string | null
  project: SnapshotProject
  period: SnapshotPeriod
  /** The published period before this one, whose lights stand in `before` of the units; null for the first. */
  previous: SnapshotPeriod | null
  /** Pillars, investments, sub-areas in tree order: parents before their children. */
  investments: SnapshotInvestment[]
  /** Service areas and their units in tree order. */
  serviceAreas: SnapshotServiceArea[]
  /** All work packages of plan and reporting in stored order; `reports` tells the reporting units. */
  units: SnapshotUnit[]
  indicators: SnapshotIndicator[]
  dataTables: SnapshotDataTable[]
  toimintamallit: SnapshotToimintamalli[]
  finance: SnapshotFinance
  risks: SnapshotRisk[]
  planChanges: SnapshotPlanChange[]
  communications: SnapshotCommunication[]
  /** What meetings up to the end of the period decided, and what is asked of the meeting that handles it. */
  meetings: SnapshotMeeting[]
  /** Pieces of evidence that were known, by what they show */
  evidence: SnapshotEvidence[]
  tiles: SnapshotTile[]
  /** Order of the county's own review. */
  reviewSlides: { id: string; no: number; title: string; type: string }[]
}

export type Texts = { fi: string; sv: string; en: string }

export type SnapshotProject = {
  id: string
  key: string
  name: string
  organisationId: string
  organisationName: string
  programme: { name: string; shortName: string; funder: string; statement: Texts }
  totalCost: string | null
  totalCostAsWritten: string | null
  periodAsWritten: string | null
  communicationMessage: string | null
  riskScale: number
  /** Whether the project's reports carry lights */
  lights: boolean
}

export type SnapshotPeriod = { id: string; key: string; from: string; to: string }

export type SnapshotInvestment = {
  id: string
  parentId: string | null
  /** pilari, investointi, osa-alue, or what the programme has */
  level: { key: string; label: string; depth: number }
  sourceId: string
  code: string | null
  title: string
  /** Stands in for a level the programme lacks here */
  isPlaceholder: boolean
}

export type SnapshotServiceArea = { id: string; parentId: string | null; name: string }

export type SnapshotUnit = {
  id: string
  parentId: string | null
  sourceId: string
  level: 'plan' | 'stream'
  /** A reporting unit of the round */
  reports: boolean
  code: string | null
  /** The title of the review, else of the plan */
  title: string
  titlePlan: string | null
  earlierTitles: string[]
  investmentId: string | null
  /** Work packages it reports for beside itself */
  covers: string[]
  coveredBy: string[]
  serviceAreaIds: string[]
  lifecycle: 'in_progress' | 'completed' | 'ended' | 'not_reported' | null
  statusText: string | null
  responsibleRole: string | null
  schedule: { asWritten: string | null; start: string | null; end: string | null; note: string | null }
  cost: { estimate: string | null; asWritten: string | null }
  goals: string[]
  outputs: string[]
  actions: SnapshotAction[]
  links: { id: string; label: string; url: string | null; note: string | null; atEnd: boolean }[]
  reviewSlides: string[]
  ended: SnapshotEnding | null
  status: UnitLight
  /** The light at the previous published period; null when the unit was not in it. */
  before: EarlierLight | null
  /** The approved report; null when there was none at publishing. Drafts are never here. */
  report: SnapshotReport | null
}

export type SnapshotEnding = {
  asWritten: string | null
  code: string | null
  title: string | null
  summary: string | null
  outputs: string[]
  linksMissing: number | null
}

export type SnapshotAction = {
  id: string
  origin: 'plan' | 'report'
  no: number | null
  noAsWritten: string | null
  section: string | null
  title: string
  state: ActionState | null
  statusText: string | null
  statusAsWritten: string | null
  started: string | null
  done: string | null
}

export type ReportText = { entryId: string; text: string }

export type SnapshotReport = {
  id: string
  scope: 'full' | 'rollup' | 'ended' | 'not_reported' | 'earlier_facts'
  /** By role, never by name. Null when the report came from outside without the event. */
  submitted: { role: string | null; at: string } | null
  approved: { role: string | null; at: string } | null
  light: { entryId: string; value: Light } | null
  reason: ReportText | null
  actions: ReportedAction[]
  results: ReportText | null
  nextSteps: ReportText | null
  deviations: ReportText | null
  /** Change of the plan that the report proposes */
  planChange: ReportText | null
  /** Risks that are new or have changed, in the unit's words */
  risks: ReportText | null
  indicators: (ReportText & { indicatorId: string; field: 'value' | 'n' | 'note' | 'time' })[]
  toimintamallit: (ReportText & { toimintamalliId: string })[]
  /** How figures in the texts were derived */
  derivedFigures: string[]
  /** Figures corrected after the approval, the oldest first; the texts above hold what is right now */
  corrections: (SnapshotCorrection & { indicatorId: string })[]
  note: string | null
  /** Comments that the steering group may read */
  comments: SnapshotThread[]
}

/** A thread on a section or field (`path`) of the report, as it stood at publishing; whoever wrote is told by role. */
export type SnapshotThread = {
  threadId: string
  path: string
  resolved: boolean
  comments: { id: string; role: string | null; at: string; text: string }[]
}

/** What a report tells of one action; both references are empty for a text about the unit in general. */
export type ReportedAction = {
  actionId: string | null
  /** The number in the text when no action of the unit answers to it */
  actionNo: number | null
  text: ReportText | null
  state: { entryId: string; value: ActionState } | null
}

type SaidByVersion = Pick<IndicatorVersionRow, 'accumulation' | 'formula' | 'producer' | 'method' | 'owner'>
export type SnapshotIndicator = SaidByVersion & {
  id: string
  sourceId: string
  scope: IndicatorScope
  workPackageId: string | null
  investmentId: string | null
  actionNo: number | null
  name: string
  kind: string | null
  unit: string | null
  direction: 'up' | 'down' | 'reach' | 'monitor' | null
  definition: string | null
  seeIndicatorOf: string | null
  horizon: string | null
  note: string | null
  source: string | null
  clarifications: string[]
  dimensions: string[]
  versions: {
    id: string
    version: number
    name: string
    /** Null in what was published before versions said it: then it is the indicator's */
    scope: IndicatorScope | null
    unit: string | null
    definition: string | null
    reason: string | null
    supersededOn: string | null
  }[]
  targets: SnapshotTarget[]
  /** Those that were known by the end of the period. */
  measurements: SnapshotMeasurement[]
  /** One per target that is in force and per scope that was measured. */
  judgements: SnapshotJudgement[]
}

export type SnapshotTarget = {
  id: string
  role: 'interim' | 'final' | 'alternative'
  operator: TargetOperator | null
  operatorText: string | null
  asWritten: string | null
  text: string | null
  number: string | null
  unit: string | null
  time: TimeSpan
  definition: string | null
  source: string | null
  superseded: { on: string | null; at: string | null; reason: string | null } | null
  /** Marked reached by a person, with evidence; null when nobody has */
  reached: { on: string; note: string | null } | null
}

/** A dated correction: both texts as typed, when, why, and the event of the report that tells who. */
export type SnapshotCorrection = MeasurementCorrection

export type SnapshotMeasurement = {
  id: string
  /** The report whose approval made the row */
  reportId: string | null
  role: 'actual' | 'baseline' | 'comparison'
  value: TypedValue
  area: string | null
  time: TimeSpan
  change: { number: string | null; unit: string | null; base: string | null; note: string | null } | null
  /** What the source itself says of the final target */
  meetsTarget: boolean | null
  /** How the value was corrected, the newest first */
  corrections: SnapshotCorrection[]
  /** How the value came into the house; null when it was there from the start or came from a file */
  origin: SnapshotOrigin | null
}

/** The way of a figure through its report, by roles. Null where the step did not happen. */
export type SnapshotOrigin = {
  reportId: string
  unitId: string
  periodKey: string
  entered: { role: string | null; at: string } | null
  submitted: { role: string | null; at: string } | null
  approved: { role: string | null; at: string } | null
}

export type SnapshotJudgement = {
  targetId: string
  measurementId: string | null
  scope: string | null
  verdict: Verdict
  reason: JudgementReason
  /** Whether the value satisfies the target as it stands, due or not; null when that cannot be told */
  met: boolean | null
}

/** Null in `piloted` and `stayedInUse` is unknown, which is not "no". */
export type SnapshotToimintamalli = {
  id: string
  name: string
  workPackageId: string | null
  investmentIds: string[]
  innokylaUrl: string | null
  described: boolean | null
  piloted: UseState | null
  pilotedAsWritten: string | null
  stayedInUse: UseState | null
  stayedInUseAsWritten: string | null
  statusText: string | null
  goals: string[]
  goalMet: 'yes' | 'partly' | 'no' | 'unknown' | null
  results: string[]
  ownerAfterProject: string | null
  note: string | null
  titleTag: string | null
  /** Taken into use, when somebody has told so */
  takenIntoUse: UseState | null
}

export type SnapshotRisk = {
  id: string
  no: number | null
  kind: string
  description: string
  ownerRoles: string[]
  mitigations: {
    id: string
    text: string
    state: 'planned' | 'in_progress' | 'done' | null
    ownerRole: string | null
    dueOn: string | null
  }[]
  workPackageId: string | null
  closedOn: string | null
  closedReason: string | null
  /** In stored order, the latest last; the matrix shows the latest. */
  assessments: {
    id: string
    periodKey: string | null
    probability: number | null
    impact: number | null
    /** probability × impact; null when either is missing */
    points: number | null
    pointsAsWritten: number | null
    assessedOn: string | null
    /** What is left when the mitigations work */
    probabilityAfter: number | null
    impactAfter: number | null
    note: string | null
  }[]
}

export type SnapshotPlanChange = {
  id: string
  no: number | null
  title: string
  what: string | null
  why: string | null
  investmentId: string | null
  workPackageId: string | null
  workPackageAsWritten: string | null
  state: 'proposed' | 'in_preparation' | 'decided' | 'in_force' | 'rejected'
  oldText: string | null
  newText: string | null
  oldAmount: string | null
  newAmount: string | null
  /** The months of the decisions; a change may have several. */
  decided: { asWritten: string; timeCode: string }[]
  inForceFrom: string | null
  rejectedReason: string | null
  /** What it does to the money of each place of the budget */
  effects: {
    id: string
    investmentId: string | null
    workPackageId: string | null
    year: number | null
    costType: string | null
    oldAmount: string | null
    newAmount: string | null
  }[]
}

export type SnapshotCommunication = {
  id: string
  no: number | null
  topic: string
  audience: string | null
  statusText: string | null
  responsibleRole: string | null
  channels: string[]
  dateAsWritten: string | null
  aim: string | null
  items: {
    id: string
    kind: 'what' | 'done' | 'planned'
    text: string
    happenedOn: string | null
    url: string | null
  }[]
}

export type SnapshotTile = {
  id: string
  serviceAreaId: string
  slide: number | null
  unitAsWritten: string | null
  text: string
  statusAsWritten: string | null
  workPackageIds: string[]
}
