import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { isInnokylaAddress } from '@/lib/toimintamallit/model'
import { rightToKeep, visibleTo } from '@/lib/toimintamallit/permissions'
import type { ModelEdit, NewModel } from '@/lib/toimintamallit/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/** ADDRESS and NOT_IN_PROJECT are told at their fields. */
export type ModelReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE' | 'ADDRESS' | 'NOT_IN_PROJECT'

type Fields = Omit<NewModel, 'projectId'>

/** Adds a model to the register, as the last one. Reasons: NOT_FOUND, NOT_ALLOWED, ADDRESS, NOT_IN_PROJECT. */
export function addModel(
  viewer: Viewer,
  { projectId, ...fields }: NewModel,
): Promise<Result<{ id: string }, ModelReason>> {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    const right = await rightIn(viewer, tx, { projectId, unitIds: [fields.workPackageId] })
    if (!right) return fail('NOT_ALLOWED')
    const refused = await refusedFields(tx, projectId, fields, null)
    if (refused) return refused
    const last = await tx.toimintamalli.aggregate({ where: { projectId }, _max: { sort: true } })
    const { organisationId } = project
    const { id } = await tx.toimintamalli.create({
      data: { ...columns(fields), organisationId, projectId, sort: (last._max.sort ?? -1) + 1 },
      select: { id: true },
    })
    await placeIn(tx, { organisationId, id, investmentIds: fields.investmentIds })
    await recordAudit(tx, viewer, {
      action: 'toimintamalli.added',
      right,
      subjectType: 'toimintamalli',
      subjectId: id,
      organisationId,
      data: { name: fields.name },
    })
    return ok({ id })
  })
}

/**
 * Changes a model. What the source wrote of a use stays beside it only as long as the answer itself stays.
 * Reasons: NOT_FOUND, NOT_ALLOWED, STALE, ADDRESS, NOT_IN_PROJECT.
 */
export function editModel(
  viewer: Viewer,
  { id, version, ...fields }: ModelEdit,
): Promise<Result<{ id: string }, ModelReason>> {
  return asViewer(viewer, async (tx) => {
    const before = await tx.toimintamalli.findFirst({
      where: { id, ...visibleTo(viewer) },
      select: {
        organisationId: true,
        projectId: true,
        workPackageId: true,
        innokylaUrl: true,
        piloted: true,
        stayedInUse: true,
      },
    })
    if (!before) return fail('NOT_FOUND')
    const { projectId, organisationId } = before
    const right = await rightIn(viewer, tx, { projectId, unitIds: [before.workPackageId, fields.workPackageId] })
    if (!right) return fail('NOT_ALLOWED')
    const refused = await refusedFields(tx, projectId, fields, before.innokylaUrl)
    if (refused) return refused
    const changed = await tx.toimintamalli.updateMany({
      where: { id, version },
      data: {
        ...columns(fields),
        ...(fields.piloted !== before.piloted && { pilotedAsWritten: null }),
        ...(fields.stayedInUse !== before.stayedInUse && { stayedInUseAsWritten: null }),
        version: { increment: 1 },
      },
    })
    if (changed.count === 0) return fail('STALE')
    await tx.toimintamalliInvestment.deleteMany({ where: { toimintamalliId: id } })
    await placeIn(tx, { organisationId, id, investmentIds: fields.investmentIds })
    await recordAudit(tx, viewer, {
      action: 'toimintamalli.edited',
      right,
      subjectType: 'toimintamalli',
      subjectId: id,
      organisationId,
      data: { name: fields.name, version: version + 1 },
    })
    return ok({ id })
  })
}

/** A coordinator must report for the unit the model had and for the one it is given. */
async function rightIn(
  viewer: Viewer,
  tx: Tx,
  { projectId, unitIds }: { projectId: string; unitIds: readonly (string | null)[] },
): Promise<string | null> {
  const units = [...new Set(unitIds)]
  const own =
    viewer.userId === null || units.includes(null)
      ? 0
      : await tx.workPackageCoordinator.count({
          where: { userId: viewer.userId, workPackageId: { in: units.filter((id) => id !== null) } },
        })
  return rightToKeep(viewer, { projectId, isOwnUnit: own === units.length })
}

async function refusedFields(
  tx: Tx,
  projectId: string,
  { workPackageId, investmentIds, innokylaUrl }: Fields,
  before: string | null,
) {
  // An address that came with the source may stay; a new one must be an address of Innokylä.
  if (innokylaUrl !== null && innokylaUrl !== before && !isInnokylaAddress(innokylaUrl))
    return fail<ModelReason>('ADDRESS', { innokylaUrl: 'toimintamallit.error.address' })
  const unit = workPackageId === null ? 1 : await tx.workPackage.count({ where: { id: workPackageId, projectId } })
  if (unit === 0) return fail<ModelReason>('NOT_IN_PROJECT', { workPackageId: 'toimintamallit.error.notInProject' })
  const held = await tx.investment.count({ where: { id: { in: investmentIds }, projectId } })
  return held === new Set(investmentIds).size
    ? null
    : fail<ModelReason>('NOT_IN_PROJECT', { investmentIds: 'toimintamallit.error.notInProject' })
}

/** Only what is stored, name by name: a form may bring more along. */
function columns(fields: Fields) {
  return {
    name: fields.name,
    workPackageId: fields.workPackageId,
    innokylaUrl: fields.innokylaUrl,
    titleTag: fields.titleTag,
    describedInInnokyla: fields.described,
    piloted: fields.piloted,
    takenIntoUse: fields.takenIntoUse,
    stayedInUse: fields.stayedInUse,
    statusText: fields.statusText,
    goals: fields.goals,
    goalMet: fields.goalMet,
    goalMetBasis: fields.goalMetBasis,
    results: fields.results,
    ownerAfterProject: fields.ownerAfterProject,
    note: fields.note,
  }
}

async function placeIn(
  tx: Tx,
  { organisationId, id, investmentIds }: { organisationId: string; id: string; investmentIds: readonly string[] },
): Promise<void> {
  const data = [...new Set(investmentIds)].map((investmentId, sort) => ({
    organisationId,
    toimintamalliId: id,
    investmentId,
    sort,
  }))
  if (data.length > 0) await tx.toimintamalliInvestment.createMany({ data })
}
