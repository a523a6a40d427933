import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { organisationOf } from '@/lib/access/viewer'
import { keepStructure, type StructureReason, writeOrder } from '@/lib/plan/structure/keeping/commands'
import { branchIds, type ProjectStructure, placed } from '@/lib/plan/structure/model'
import type { UnitInput } from '@/lib/plan/structure/schema'
import type { Tx } from '@/lib/platform/db'
import { parseTime } from '@/lib/values/parse-time'
import { type FieldErrors, fail, ok, type Result } from '@/lib/values/result'

/**
 * Adds a work package or reporting unit, or changes one. A title of the review that is changed is kept among the earlier ones;
 * beginning and end follow the schedule as written when that is changed. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID at the
 * field: a parent, investment, covered package or service area of somebody else's, a circle, a unit that covers itself.
 */
export function saveUnit(
  viewer: Viewer,
  { projectId, id, version, position, serviceAreas, covers, ...given }: UnitInput,
): Promise<Result<{ id: string }, StructureReason>> {
  const input = {
    parentId: given.parentId,
    investmentId: given.investmentId,
    level: given.level,
    reports: given.reports,
    code: given.code,
    titlePlan: given.titlePlan,
    titleReview: given.titleReview,
    responsibleRole: given.responsibleRole,
    scheduleAsWritten: given.scheduleAsWritten,
    costEstimate: given.costEstimate,
    costAsWritten: given.costAsWritten,
    note: given.note,
  }
  return keepStructure<{ id: string }>(
    viewer,
    'WorkPackage',
    { projectId, id, version },
    async ({ tx, organisationId, record }, structure) => {
      const wrong = strange(structure, id, { ...input, covers }) ?? (await strangeAreas(viewer, tx, serviceAreas))
      if (wrong) return fail('INVALID', wrong)
      const { units } = structure
      const before = units.find((one) => one.id === id)
      const unitId = id ?? crypto.randomUUID()
      const isSameTerm = before?.scheduleAsWritten === input.scheduleAsWritten
      const data = { ...input, ...(isSameTerm ? {} : termOf(input.scheduleAsWritten)) }
      if (before) {
        const { titleReview } = before
        const renamed = titleReview && titleReview !== input.titleReview ? { earlierTitles: { push: titleReview } } : {}
        await tx.workPackage.update({ where: { id: unitId, projectId }, data: { ...data, ...renamed } })
      } else {
        const own = { id: unitId, sourceId: unitId, projectId, organisationId, sort: units.length }
        await tx.workPackage.create({ data: { ...data, ...own } })
      }
      await tx.workPackageServiceArea.deleteMany({ where: { workPackageId: unitId } })
      await tx.workPackageServiceArea.createMany({
        data: serviceAreas.map((serviceAreaId, sort) => ({
          organisationId,
          workPackageId: unitId,
          serviceAreaId,
          sort,
        })),
      })
      await tx.workPackageCover.deleteMany({ where: { unitId } })
      await tx.workPackageCover.createMany({
        data: covers.map((coveredId, sort) => ({ organisationId, unitId, coveredId, sort })),
      })
      if (!before || before.parentId !== input.parentId || before.position !== position) {
        await writeOrder(viewer, tx, 'WorkPackage', placed(units, { id: unitId, parentId: input.parentId }, position))
      }
      await record(before ? 'structure.changed' : 'structure.added', {
        part: 'WorkPackage',
        id: unitId,
        name: input.titleReview ?? input.titlePlan,
        before: before ? (before.titleReview ?? before.titlePlan) : null,
        reports: input.reports,
      })
      return ok({ id: unitId })
    },
  )
}

function termOf(asWritten: string | null) {
  const time = parseTime(asWritten ?? '')
  return { scheduleStart: time.ok ? time.value.from : null, scheduleEnd: time.ok ? time.value.to : null }
}

type Asked = Pick<UnitInput, 'parentId' | 'investmentId' | 'covers'>

function strange({ investments, units }: ProjectStructure, id: string | null, asked: Asked): FieldErrors | null {
  const isUnit = (one: string) => units.some((unit) => unit.id === one)
  if (asked.parentId !== null && !isUnit(asked.parentId)) return { parentId: 'structure.error.otherProject' }
  if (asked.investmentId !== null && !investments.some((one) => one.id === asked.investmentId)) {
    return { investmentId: 'structure.error.otherProject' }
  }
  if (!asked.covers.every(isUnit)) return { covers: 'structure.error.otherProject' }
  if (id !== null && asked.covers.includes(id)) return { covers: 'structure.error.coversItself' }
  const isCircle = id !== null && asked.parentId !== null && branchIds(units, id).has(asked.parentId)
  return isCircle ? { parentId: 'structure.error.circle' } : null
}

async function strangeAreas(viewer: Viewer, tx: Tx, ids: readonly string[]): Promise<FieldErrors | null> {
  const known = await tx.serviceArea.count({ where: { id: { in: [...ids] }, ...organisationOf(viewer) } })
  return known === new Set(ids).size ? null : { serviceAreas: 'structure.error.otherProject' }
}
