import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { type FinanceSummary, financeSummary } from '@/lib/steering/finance/model'
import {
  changedRows,
  countChanges,
  countLights,
  type EarlierLights,
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
  /** ISO moment */
  publishedAt: string
}

/** The newest published period of a project, for those who read published material of many counties. */
export type Publication = {
  projectKey: string
  projectName: string
  organisationName: string
  periodKey: string
  publishedAt: string
}

export type Summary = {
  units: UnitRow[]
  lights: LightCounts
  changes: Record<LightChange, number>
  changed: UnitRow[]
  /** Units whose light is red, with or without a change */
  red: UnitRow[]
  national: NationalRow[]
  fulfilment: FulfilmentSummary
  toimintamallit: ToimintamalliFunnel
  finance: FinanceSummary
  risks: RiskRow[]
}

/** Everything the dashboard says of a frozen period, from the snapshot alone. */
export function summarise(body: SnapshotBody, earlier: EarlierLights): Summary {
  const units = unitRows(body, earlier)
  const national = nationalRows(body)
  return {
    units,
    lights: countLights(units),
    changes: countChanges(units),
    changed: changedRows(units),
    red: units.filter((unit) => unit.light === 'red'),
    national,
    fulfilment: fulfilmentSummary(national),
    toimintamallit: toimintamalliFunnel(body.toimintamallit),
    finance: financeSummary(body),
    risks: riskRows(body.risks),
  }
}

/**
 * The period that was asked to be compared with: an earlier published one. Null when none was asked for, or when what was
 * asked is no such period: then the comparison frozen with the snapshot stands.
 */
export function chooseComparison(
  published: readonly PublishedPeriod[],
  shown: PublishedPeriod,
  asked: string | null,
): PublishedPeriod | null {
  const found = published.find((one) => one.periodKey === asked)
  return found && found.lastDay < shown.lastDay ? found : null
}
