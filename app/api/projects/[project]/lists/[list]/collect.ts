import { planOf } from '@/app/(portal)/projects/[project]/toimintamallit/load'
import type { Viewer } from '@/lib/access/model'
import { actionListing } from '@/lib/actions/listing/model'
import { communicationListing } from '@/lib/communications/listing/model'
import { evidenceListing } from '@/lib/evidence/listing/model'
import { listProjectEvidence } from '@/lib/evidence/overview/queries'
import { budgetListing, moneyListing, purchaseListing, reservationListing } from '@/lib/finance/listings/model'
import { breakdownListing, indicatorListing, measurementListing, targetListing } from '@/lib/indicators/listings/model'
import { labelOf } from '@/lib/investments/model'
import { listOpenActionPoints } from '@/lib/meetings/action-points/queries'
import { listDecisions } from '@/lib/meetings/decisions/queries'
import { actionPointListing, decisionListing } from '@/lib/meetings/listings/model'
import { planChangeListing } from '@/lib/plan-changes/listing/model'
import type { Words } from '@/lib/platform/words'
import { listingLabels } from '@/lib/projects/listings/labels'
import type { ListingName } from '@/lib/projects/listings/model'
import type { ProjectHeader } from '@/lib/projects/model'
import { riskListing } from '@/lib/risks/listing/model'
import { findRegisters } from '@/lib/rounds/snapshot/registers/queries'
import { registerListing } from '@/lib/toimintamallit/listing/model'
import { registerRows } from '@/lib/toimintamallit/register/model'
import { listRegister } from '@/lib/toimintamallit/register/queries'
import type { Listing } from '@/lib/values/listing'
import { packageListing } from '@/lib/work-packages/listing/model'
import { titleOf } from '@/lib/work-packages/model'

type Reader = { viewer: Viewer; project: ProjectHeader; t: Words }

/** What every list is made of: the registers, read once however many lists are asked for, and the names of their places. */
async function heldFor({ viewer, project, t }: Reader) {
  const registers = await findRegisters(viewer, project.id)
  if (!registers) return null
  const places = {
    investments: registers.investments.map((one) => ({ id: one.id, label: labelOf(one) })),
    packages: registers.units.map((one) => ({ id: one.id, label: titleOf(one) })),
  }
  const byId = (all: readonly { id: string; label: string }[]) => new Map(all.map((one) => [one.id, one.label]))
  const [investments, units] = [byId(places.investments), byId(places.packages)]
  return {
    ...registers,
    viewer,
    projectId: project.id,
    t,
    places,
    names: { investments, units, packages: units },
    periodKeys: new Map(project.periods.map(({ id, key }) => [id, key])),
  }
}
type Held = NonNullable<Awaited<ReturnType<typeof heldFor>>>

/** The lists as the viewer may see them, in the order given; the caller has looked whether they are offered. Null as for a page. */
export async function collectListings(reader: Reader, names: readonly ListingName[]): Promise<Listing[] | null> {
  const held = await heldFor(reader)
  if (!held) return null
  const listings = []
  for (const name of names) listings.push(await collectors[name](held, reader.t(listingLabels[name])))
  return listings
}

const money = ({ t, places, periodKeys: periods }: Held, title: string) => ({ t, title, places, periods })

const collectors: Record<ListingName, (held: Held, title: string) => Listing | Promise<Listing>> = {
  work_packages: ({ t, units, names }, title) => packageListing(t, title, units, names),
  actions: ({ t, actions, names }, title) => actionListing(t, title, actions, names.packages),
  indicators: ({ t, indicators, names }, title) => indicatorListing(t, title, indicators, names),
  targets: ({ t, indicators }, title) => targetListing(t, title, indicators),
  measurements: ({ t, indicators }, title) => measurementListing(t, title, indicators),
  breakdowns: ({ t, indicators }, title) => breakdownListing(t, title, indicators),
  async toimintamallit({ viewer, projectId, t, investments, units }, title) {
    const models = await listRegister(viewer, { projectId })
    return registerListing(t, title, registerRows(models, planOf(investments, units)))
  },
  budget_lines: (held, title) => budgetListing(money(held, title), held.budgets),
  actuals: (held, title) => moneyListing(money(held, title), 'actuals', held.actuals),
  forecasts: (held, title) => moneyListing(money(held, title), 'forecasts', held.forecasts),
  purchases: (held, title) => purchaseListing(money(held, title), held.purchases),
  reservations: (held, title) => reservationListing(money(held, title), held.reservations),
  risks: ({ t, risks }, title) => riskListing(t, title, risks),
  plan_changes: ({ t, planChanges, names }, title) => planChangeListing(t, title, planChanges, names),
  communications: ({ t, communications }, title) => communicationListing(t, title, communications),
  decisions: async ({ viewer, projectId, t }, title) =>
    decisionListing(t, title, await listDecisions(viewer, projectId, null)),
  action_points: async ({ viewer, projectId, t }, title) =>
    actionPointListing(t, title, await listOpenActionPoints(viewer, projectId)),
  evidence: async ({ viewer, projectId, t }, title) =>
    evidenceListing(t, title, await listProjectEvidence(viewer, projectId)),
}
