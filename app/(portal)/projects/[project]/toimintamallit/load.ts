import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { listEvidenceOf } from '@/lib/evidence/queries'
import { listSectionsTelling } from '@/lib/final-report/toimintamallit/queries'
import { type InvestmentRow, labelOf, pathTo } from '@/lib/investments/model'
import { listInvestments } from '@/lib/investments/queries'
import { listDecisionsOf } from '@/lib/meetings/decisions/queries'
import { listReportsTelling } from '@/lib/status-reports/toimintamallit/queries'
import { listLinkChecks } from '@/lib/toimintamallit/links/queries'
import { rightToKeep } from '@/lib/toimintamallit/permissions'
import { type PlacedInvestment, type Plan, type RegisterRow, registerRows } from '@/lib/toimintamallit/register/model'
import { listOwnUnits, listRegister } from '@/lib/toimintamallit/register/queries'
import { type OutlineRow, titleOf } from '@/lib/work-packages/model'
import { listOutline } from '@/lib/work-packages/outline/queries'

/** Every model of the project with its place in the plan. */
export async function loadRegister(viewer: Viewer, projectId: string): Promise<RegisterRow[]> {
  const [models, plan] = await Promise.all([listRegister(viewer, { projectId }), loadPlan(viewer, projectId)])
  return registerRows(models, plan)
}

/** The same with what became of their addresses when they were last tried. */
export async function loadRegisterPage(viewer: Viewer, projectId: string) {
  const [rows, checks] = await Promise.all([loadRegister(viewer, projectId), listLinkChecks(viewer, projectId)])
  return { rows, checks }
}

/** One model of the project; a model of another project looks like a missing one. */
export async function loadModel(
  viewer: Viewer,
  { projectId, id }: { projectId: string; id: string },
): Promise<RegisterRow> {
  if (!z.uuid().safeParse(id).success) notFound()
  const [models, plan] = await Promise.all([listRegister(viewer, { projectId, id }), loadPlan(viewer, projectId)])
  const [row] = registerRows(models, plan)
  if (!row) notFound()
  return row
}

/** One model with everything that its page tells. */
export async function loadModelPage(viewer: Viewer, place: { projectId: string; id: string }) {
  const row = await loadModel(viewer, place)
  const { projectId, id } = place
  const [reports, sections, evidence, decisions, checks] = await Promise.all([
    listReportsTelling(viewer, place),
    listSectionsTelling(viewer, { ...place, name: row.name }),
    // The register has counted it: what is not there need not be asked for.
    row.evidence === 0 ? [] : listEvidenceOf(viewer, { kind: 'toimintamalli', id }),
    listDecisionsOf(viewer, { toimintamalliId: id }),
    listLinkChecks(viewer, projectId),
  ])
  const mayKeep = rightToKeep(viewer, { projectId, isOwnUnit: row.isOwnUnit }) !== null
  return { row, reports, sections, evidence, decisions, checks, mayKeep }
}

/** What the viewer may choose in the form of a model: every work package, or for coordinators their own units. */
export async function loadWritable(viewer: Viewer, projectId: string): Promise<{ plan: Plan; isWide: boolean }> {
  const isWide = rightToKeep(viewer, { projectId, isOwnUnit: false }) !== null
  if (!isWide && !rightToKeep(viewer, { projectId, isOwnUnit: true })) notFound()
  const [own, plan] = await Promise.all([listOwnUnits(viewer, projectId), loadPlan(viewer, projectId)])
  return { isWide, plan: isWide ? plan : { ...plan, units: plan.units.filter(({ id }) => own.includes(id)) } }
}

/** Work packages and investments as the register needs them. */
async function loadPlan(viewer: Viewer, projectId: string): Promise<Plan> {
  const [investments, packages] = await Promise.all([
    listInvestments(viewer, projectId),
    listOutline(viewer, projectId),
  ])
  return planOf(investments, packages)
}

/** The same of what has been read already. */
export function planOf(investments: readonly InvestmentRow[], packages: readonly OutlineRow[]): Plan {
  return {
    units: packages.map((one) => ({
      id: one.id,
      title: titleOf(one),
      investments: investmentsOf(one, packages, investments),
    })),
    investments: investments.map(placed),
    offered: offeredIds(investments),
  }
}

/** Where models are placed: the level of investments when the programme has one, else the top of the structure. */
function offeredIds(investments: readonly InvestmentRow[]): string[] {
  const level = investments.filter((one) => one.level.key === 'investment')
  const offered = level.length > 0 ? level : investments.filter((one) => one.parentId === null)
  return offered.map(({ id }) => id)
}

const placed = (row: InvestmentRow): PlacedInvestment => ({
  id: row.id,
  code: row.code,
  title: row.title,
  label: labelOf(row),
})

/** The investment that a package, or the package over it, belongs to: of the level of that name when there is one. */
function investmentsOf(
  one: OutlineRow,
  packages: readonly OutlineRow[],
  investments: readonly InvestmentRow[],
): PlacedInvestment[] {
  const path = pathTo(packages, one.id)
  const id = path.findLast(({ investmentId }) => investmentId !== null)?.investmentId ?? null
  const over = pathTo(investments, id)
  const found = over.find(({ level }) => level.key === 'investment') ?? over.at(-1)
  return found ? [placed(found)] : []
}
