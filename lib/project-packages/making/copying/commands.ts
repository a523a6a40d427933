import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { formulaUnder } from '@/lib/project-packages/formulas/model'

type Way = { from: string; to: string; organisationId: string }

/** New ids of rows by their ids in the project they are copied from. */
class Ids {
  readonly #ids = new Map<string, string>()

  of(id: string): string {
    const known = this.#ids.get(id) ?? crypto.randomUUID()
    this.#ids.set(id, known)
    return known
  }

  maybe(id: string | null): string | null {
    return id === null ? null : this.of(id)
  }
}

/**
 * Gives a new project the structure of another: levels, investments, work packages with what they cover and their service areas,
 * and what its indicators mean now. Nothing that was reported, nobody, no money and no times come along. The caller has checked
 * both projects. Returns how many rows were made, by kind.
 */
export async function copyStructure(_viewer: Viewer, tx: Tx, way: Way): Promise<Record<string, number>> {
  const ids = new Ids()
  const tree = await copyTree(tx, way, ids)
  return { ...tree, indicators: await copyIndicators(tx, way, ids) }
}

async function copyTree(tx: Tx, { from, to, organisationId }: Way, ids: Ids): Promise<Record<string, number>> {
  const where = { projectId: from }
  const own = { projectId: to, organisationId }
  const levels = await tx.investmentLevel.findMany({ where, select: { id: true, key: true, label: true, depth: true } })
  await tx.investmentLevel.createMany({ data: levels.map(({ id, ...row }) => ({ ...row, ...own, id: ids.of(id) })) })
  const investments = await tx.investment.findMany({
    where,
    select: { id: true, parentId: true, levelId: true, code: true, title: true, isPlaceholder: true, sort: true },
  })
  for (const { id, parentId, levelId, ...row } of parentsFirst(investments)) {
    const links = { id: ids.of(id), parentId: ids.maybe(parentId), levelId: ids.of(levelId), sourceId: ids.of(id) }
    await tx.investment.create({ data: { ...row, ...own, ...links } })
  }
  const units = await tx.workPackage.findMany({
    where,
    select: {
      id: true,
      parentId: true,
      investmentId: true,
      sourceId: true,
      level: true,
      reports: true,
      code: true,
      titlePlan: true,
      titleReview: true,
      responsibleRole: true,
      sort: true,
    },
  })
  for (const { id, parentId, investmentId, ...row } of parentsFirst(units)) {
    const links = { id: ids.of(id), parentId: ids.maybe(parentId), investmentId: ids.maybe(investmentId) }
    await tx.workPackage.create({ data: { ...row, ...own, ...links } })
  }
  const covers = await tx.workPackageCover.findMany({ where: { unit: where } })
  await tx.workPackageCover.createMany({
    data: covers.map((row) => ({ ...row, unitId: ids.of(row.unitId), coveredId: ids.of(row.coveredId) })),
  })
  const areas = await tx.workPackageServiceArea.findMany({ where: { workPackage: where } })
  await tx.workPackageServiceArea.createMany({
    data: areas.map((row) => ({ ...row, workPackageId: ids.of(row.workPackageId) })),
  })
  return { levels: levels.length, investments: investments.length, units: units.length }
}

async function copyIndicators(tx: Tx, { from, to, organisationId }: Way, ids: Ids): Promise<number> {
  const indicators = await tx.indicator.findMany({
    where: { projectId: from, versions: { some: { supersededOn: null } } },
    select: {
      id: true,
      workPackageId: true,
      investmentId: true,
      sourceId: true,
      sort: true,
      versions: {
        where: { supersededOn: null },
        select: {
          name: true,
          scope: true,
          kind: true,
          unit: true,
          direction: true,
          definition: true,
          accumulation: true,
          formula: true,
          source: true,
          producer: true,
          method: true,
          dimensions: true,
          owner: true,
        },
      },
    },
  })
  const names = new Map(indicators.flatMap(({ id, sourceId }) => [[sourceId, id] as const, [id, id] as const]))
  for (const { id, workPackageId, investmentId, versions, ...row } of indicators) {
    const links = { id: ids.of(id), workPackageId: ids.maybe(workPackageId), investmentId: ids.maybe(investmentId) }
    await tx.indicator.create({ data: { ...row, ...links, projectId: to, organisationId } })
    await tx.indicatorVersion.createMany({
      data: versions.map(({ formula, ...version }) => ({
        ...version,
        formula: formula === null ? null : formulaUnder(formula, names, (one) => ids.of(one)),
        version: 1,
        indicatorId: ids.of(id),
        organisationId,
      })),
    })
  }
  return indicators.length
}

/** What is above comes before what is under it: the database looks at each row as it comes. */
function parentsFirst<T extends { id: string; parentId: string | null }>(rows: readonly T[]): T[] {
  const ordered: T[] = []
  const add = (parentId: string | null) => {
    for (const row of rows) {
      if (row.parentId !== parentId) continue
      ordered.push(row)
      add(row.id)
    }
  }
  add(null)
  return ordered
}
