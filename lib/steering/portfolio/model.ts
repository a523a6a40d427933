import type { PartialSum } from '@/lib/finance/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { financeSummary } from '@/lib/steering/finance/model'
import { countLights, type LightCounts, unitRows } from '@/lib/steering/lights/model'
import { type FulfilmentSummary, fulfilmentSummary, nationalRows } from '@/lib/steering/targets/model'

/** What one publication tells of its project in a line; all of it frozen. */
export type PortfolioFigures = {
  usesLights: boolean
  lights: LightCounts
  fulfilment: FulfilmentSummary
  budget: PartialSum
  purchases: PartialSum
}

export type PortfolioPublication = {
  periodKey: string
  publishedAt: string
  figures: PortfolioFigures
}

/** One project of the portfolio. */
export type PortfolioRow = {
  projectKey: string
  projectName: string
  organisationName: string
  /** The newest published period; null when nothing has been published */
  published: PortfolioPublication | null
  /** Reports of open periods that are late; null for those who may not know */
  late: number | null
  /** Newest open period, to those who see the project itself */
  openPeriod: string | null
  /** The viewer sees the project itself, not only what it has published */
  isOwn: boolean
}

/** The figures of a publication, from its frozen body alone. */
export function portfolioFigures(body: SnapshotBody): PortfolioFigures {
  const { totals } = financeSummary(body)
  return {
    usesLights: body.project.lights,
    lights: countLights(unitRows(body, null)),
    fulfilment: fulfilmentSummary(nationalRows(body)),
    budget: totals.budget,
    purchases: totals.purchases,
  }
}
