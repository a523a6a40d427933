import { toldLights } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { type Changes, changesBetween } from '@/lib/steering/changes/model'
import { type Asked, askedOf, type MadeDecision, madeSince } from '@/lib/steering/decisions/model'
import { type FinanceSummary, financeSummary } from '@/lib/steering/finance/model'
import {
  changedRows,
  countChanges,
  countLights,
  type LightChange,
  type LightCounts,
  type UnitRow,
  unitRows,
} from '@/lib/steering/lights/model'
import { type RiskRow, riskRows } from '@/lib/steering/risks/model'
import { type FulfilmentSummary, fulfilmentSummary, type NationalRow, nationalRows } from '@/lib/steering/targets/model'
import { type ToimintamalliFunnel, toimintamalliFunnel } from '@/lib/steering/toimintamallit/model'

/** A published period as the switcher and the lists need it; the newest version of each. */
export type PublishedPeriod = {
  snapshotId: string
  projectKey: string
  projectName: string
  periodKey: string
  /** Last day of the period: what is earlier and later goes by it, whatever the period is called */
  lastDay: string
  version: number
  /** Short name of the publication in the addresses of its figures */
  code: string
  /** ISO moment */
  publishedAt: string
}

/** The newest published period of a project, for those who read published material of many counties. */
export type Publication = {
  snapshotId: string
  projectKey: string
  projectName: string
  organisationName: string
  periodKey: string
  publishedAt: string
}

export type Summary = {
  units: UnitRow[]
  lights: LightCounts
  lightChanges: Record<LightChange, number>
  changed: UnitRow[]
  /** Units whose light is red, with or without a change */
  red: UnitRow[]
  national: NationalRow[]
  fulfilment: FulfilmentSummary
  toimintamallit: ToimintamalliFunnel
  finance: FinanceSummary
  risks: RiskRow[]
  /** Beside the lights; null when there is nothing to compare with */
  changes: Changes | null
  asked: Asked
  made: { fresh: MadeDecision[]; older: MadeDecision[] }
}

/** Everything the dashboard says of a frozen period, from the snapshot and the one it is compared with. */
export function summarise(body: SnapshotBody, earlier: SnapshotBody | null): Summary {
  const units = unitRows(body, earlier && toldLights(earlier))
  const national = nationalRows(body)
  return {
    units,
    lights: countLights(units),
    lightChanges: countChanges(units),
    changed: changedRows(units),
    red: units.filter((unit) => unit.light === 'red'),
    national,
    fulfilment: fulfilmentSummary(national),
    toimintamallit: toimintamalliFunnel(body.toimintamallit),
    finance: financeSummary(body),
    risks: riskRows(body.risks, earlier?.risks ?? null),
    changes: earlier && changesBetween(earlier, body),
    asked: askedOf(body),
    made: madeSince(body, earlier?.period.to ?? null),
  }
}

/**
 * The period that was asked to be compared with: an earlier published one. Null when none was asked for, or when what was
 * asked is no such period: then the one that was the previous when the snapshot was made.
 */
export function chooseComparison(
  published: readonly PublishedPeriod[],
  shown: PublishedPeriod,
  asked: string | null,
): PublishedPeriod | null {
  const found = published.find((one) => one.periodKey === asked)
  return found && found.lastDay < shown.lastDay ? found : null
}
