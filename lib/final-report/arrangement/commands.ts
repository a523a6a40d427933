import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { peopleWho } from '@/lib/comments/queries'
import { type DocumentKind, type FinalReportReason, isWritable } from '@/lib/final-report/model'
import { documentRights, visibleTo } from '@/lib/final-report/permissions'
import { auditOf, changeSection } from '@/lib/final-report/sections/commands'
import { tell } from '@/lib/notifications/commands'
import { givenSection, type Telling } from '@/lib/notifications/model'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import { inVisibleProjects } from '@/lib/projects/permissions'
import { fail, ok, type Result } from '@/lib/values/result'

type On = { section: string; version: number }
type Done = Promise<Result<{ version: number }, FinalReportReason>>

/**
 * Gives a section to somebody who may write the report and tells them of it, or to nobody. Reasons as in `changeSection`;
 * INVALID for somebody else.
 */
export function assignSection(viewer: Viewer, { section: sectionId, version, owner }: On & { owner: string }): Done {
  return asViewer(viewer, async (tx) => {
    const told: Telling[] = []
    const changed = await changeSection<FinalReportReason>(viewer, { sectionId, version }, async (place) => {
      const { section, organisationId, projectId, kind } = place
      const writers = await peopleWho(viewer, tx, { organisationId, projectId }, documentRights[kind].write)
      if (owner !== '' && !writers.some(({ id }) => id === owner)) {
        return fail('INVALID', { owner: 'finalReport.error.choose' })
      }
      if (owner !== '' && owner !== section.owner?.id) {
        const happening = `${givenSection[kind]} ${sectionId} ${version}`
        told.push({ kind: 'section_given', organisationId, to: [owner], happening, subject: { projectId } })
      }
      return ok({ change: 'owner', state: section.state, fields: { ownerId: owner === '' ? null : owner } })
    })
    if (changed.ok) for (const telling of told) await tell(viewer, tx, telling)
    return changed
  })
}

type Row = { id: string; parentId: string | null; sort: number }

/**
 * Moves a section of the project's own: one step among those beside it, under another section, or to the first level. What the
 * template gives keeps its place. Reasons as in `changeSection`; NOTHING where there is no further to go, INVALID under itself.
 */
export function moveSection(viewer: Viewer, { section: sectionId, version, to }: On & { to: string }): Done {
  return asViewer(viewer, (tx) =>
    changeSection<FinalReportReason>(viewer, { sectionId, version }, async ({ section, reportId }) => {
      if (section.templateKey !== null) return fail('NOT_ALLOWED')
      const rows = await tx.finalReportSection.findMany({
        where: { reportId },
        orderBy: bySort,
        select: { id: true, parentId: true, sort: true },
      })
      const fields = to === 'up' || to === 'down' ? await step(tx, rows, sectionId, to) : under(rows, sectionId, to)
      return typeof fields === 'string' ? fail(fields) : ok({ change: 'moved', state: section.state, fields })
    }),
  )
}

/** All that stand beside each other are counted anew, so that no two have the same place. */
async function step(tx: Tx, rows: readonly Row[], id: string, to: 'up' | 'down') {
  const own = rows.find((row) => row.id === id)
  const beside = rows.filter((row) => row.parentId === own?.parentId)
  const at = beside.findIndex((row) => row.id === id)
  const other = beside[to === 'up' ? at - 1 : at + 1]
  if (!own || !other) return 'NOTHING' as const
  const sorts = beside.map((row) => row.sort).sort((one, two) => one - two)
  const turned = beside.map((row) => (row.id === id ? other : row.id === other.id ? own : row))
  for (const [index, row] of turned.entries()) {
    const sort = (sorts[0] ?? 0) + index
    if (row.id !== id && row.sort !== sort)
      await tx.finalReportSection.update({ where: { id: row.id }, data: { sort } })
  }
  return { sort: (sorts[0] ?? 0) + turned.indexOf(own) }
}

function under(rows: readonly Row[], id: string, to: string) {
  const parentId = to === 'top' ? null : to
  if (parentId !== null && !rows.some((row) => row.id === parentId)) return 'NOT_FOUND' as const
  for (let up: string | null = parentId; up !== null; up = rows.find((row) => row.id === up)?.parentId ?? null) {
    if (up === id) return 'INVALID' as const
  }
  return { parentId, sort: Math.max(0, ...rows.map((row) => row.sort)) + 1 }
}

/** Takes a section of the project's own away while nothing is in it. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE. */
export function removeSection(
  viewer: Viewer,
  { section: sectionId, version }: On,
): Promise<Result<{ removed: true }, FinalReportReason>> {
  return asViewer(viewer, async (tx) => {
    const changed = await changeSection<FinalReportReason>(viewer, { sectionId, version }, async ({ section }) => {
      const inside = await tx.finalReportSection.count({ where: { parentId: sectionId } })
      const isOwn = section.templateKey === null && section.blocks.length === 0 && inside === 0
      return isOwn ? ok({ change: 'removed', state: section.state }) : fail('NOT_ALLOWED')
    })
    if (!changed.ok) return changed
    await tx.finalReportSection.delete({ where: { id: sectionId } })
    return ok({ removed: true })
  })
}

type Added = { project: string; kind?: DocumentKind; parent: string; title: string; toimintamalli: string }

/**
 * Adds a section of the project's own to its document of a kind, the last one under its parent; one about a model of the register has the
 * model's name. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, NOT_IN_PROJECT.
 */
export function addSection(
  viewer: Viewer,
  { project, kind = 'final_report', parent, title, toimintamalli }: Added,
): Promise<Result<{ sectionId: string }, FinalReportReason>> {
  return asViewer(viewer, async (tx) => {
    const report = await tx.finalReport.findFirst({
      where: { AND: [{ project: { key: project } }, visibleTo(viewer, kind)] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, projectId: true, organisationId: true, state: true },
    })
    if (!report) return fail('NOT_FOUND')
    const { id: reportId, projectId, organisationId } = report
    const right = rightTo(viewer, documentRights[kind].write, projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!isWritable[report.state]) return fail('LOCKED')
    const model =
      toimintamalli === ''
        ? null
        : await tx.toimintamalli.findFirst({
            where: { id: toimintamalli, projectId, ...inVisibleProjects(viewer, documentRights[kind].read) },
            select: { id: true, name: true },
          })
    if (toimintamalli !== '' && !model) return fail('NOT_IN_PROJECT')
    const isPlace = parent === '' || (await tx.finalReportSection.count({ where: { id: parent, reportId } })) === 1
    if (!isPlace) return fail('NOT_FOUND')
    const last = await tx.finalReportSection.aggregate({ where: { reportId }, _max: { sort: true } })
    const { id: sectionId } = await tx.finalReportSection.create({
      data: {
        organisationId,
        reportId,
        parentId: parent === '' ? null : parent,
        kind: model ? 'toimintamalli' : 'chapter',
        title: title === '' ? (model?.name ?? '') : title,
        toimintamalliId: model?.id ?? null,
        sort: (last._max.sort ?? 0) + 1,
      },
      select: { id: true },
    })
    await recordAudit(tx, viewer, {
      ...auditOf[kind],
      right,
      subjectId: sectionId,
      organisationId,
      data: { report: reportId, change: 'added', ...(model && { toimintamalli: model.id }) },
    })
    return ok({ sectionId })
  })
}
