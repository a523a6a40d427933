import 'server-only'
import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { changeVersion, copyContent } from '@/lib/final-report/templates/changes/commands'
import type { TemplateReason } from '@/lib/final-report/templates/model'
import { templateRight } from '@/lib/final-report/templates/permissions'
import { readVersion } from '@/lib/final-report/templates/queries'
import type {
  detailsSchema,
  discardSchema,
  newTemplateSchema,
  publishSchema,
} from '@/lib/final-report/templates/schema'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { fail, ok, type Result } from '@/lib/values/result'

type Opened = { versionId: string }

/**
 * Makes a template of the county's own and its first version to be written: as the newest published version of another
 * template, or empty. Reasons: NOT_ALLOWED; NOT_FOUND when the other has nothing published.
 */
export function addTemplate(
  viewer: Viewer,
  { name, from }: z.output<typeof newTemplateSchema>,
): Promise<Result<Opened, TemplateReason>> {
  const held = templateRight(viewer)
  if (!held) return Promise.resolve(fail('NOT_ALLOWED'))
  return asViewer(viewer, async (tx) => {
    const basis = from === null ? null : await readVersion(viewer, { templateId: from, publishedAt: { not: null } })
    if (from !== null && !basis) return fail('NOT_FOUND')
    const copied =
      from === null ? null : await tx.reportTemplate.findUnique({ where: { id: from }, select: { kind: true } })
    const id = randomUUIDv7()
    const version = { id: randomUUIDv7(), version: 1 }
    // Two inserts, not one: the version's policy looks its template up.
    await tx.reportTemplate.create({
      data: { id, key: id, name, kind: copied?.kind, ownerId: held.organisationId, basisId: from },
      select: { id: true },
    })
    await tx.reportTemplateVersion.create({ data: { ...version, templateId: id }, select: { id: true } })
    if (basis) await copyContent(viewer, version.id, basis)
    await recordAudit(tx, viewer, {
      action: 'template.added',
      right: held.right,
      subjectType: 'report_template',
      subjectId: id,
      data: { name, basis: from, basisVersion: basis?.version ?? null },
    })
    return ok({ versionId: version.id })
  })
}

/**
 * Opens the next version of an own template as the newest one is; the version being written when there is one already.
 * Reasons: NOT_ALLOWED, NOT_FOUND.
 */
export function openVersion(
  viewer: Viewer,
  { templateId }: { templateId: string },
): Promise<Result<Opened, TemplateReason>> {
  const held = templateRight(viewer)
  if (!held) return Promise.resolve(fail('NOT_ALLOWED'))
  return asViewer(viewer, async (tx) => {
    // Two who open at once: the second one waits here and then finds the first one's version.
    const own = await tx.$queryRaw<unknown[]>`
      SELECT id FROM "ReportTemplate" WHERE id = ${templateId}::uuid AND "ownerId" = ${held.organisationId}::uuid FOR UPDATE`
    const newest = await readVersion(viewer, { templateId })
    if (!newest) return fail('NOT_FOUND')
    if (own.length === 0) return fail('NOT_ALLOWED')
    if (newest.publishedAt === null) return ok({ versionId: newest.id })
    const version = { id: randomUUIDv7(), version: newest.version + 1 }
    await tx.reportTemplateVersion.create({ data: { ...version, templateId }, select: { id: true } })
    await copyContent(viewer, version.id, newest)
    await recordAudit(tx, viewer, {
      action: 'template.version_opened',
      right: held.right,
      subjectType: 'report_template_version',
      subjectId: version.id,
      data: { template: templateId, version: version.version },
    })
    return ok({ versionId: version.id })
  })
}

/** Sets the template's name and what is told of the version. Reasons as in `changeVersion`. */
export function setDetails(
  viewer: Viewer,
  { name, note, ...written }: z.output<typeof detailsSchema>,
): Promise<Result<null, TemplateReason>> {
  return changeVersion<null>(viewer, written, ({ id, template }) =>
    ok({
      value: null,
      change: { data: { change: 'details', name, note } },
      write: async (tx) => {
        await tx.reportTemplate.update({ where: { id: template.id }, data: { name }, select: { id: true } })
        await tx.reportTemplateVersion.update({ where: { id }, data: { note }, select: { id: true } })
      },
    }),
  )
}

/**
 * Publishes a version: from now on reports are begun with it, and it never changes. Reasons as in `changeVersion`; EMPTY when
 * it has no places, SIGN_IN_AGAIN.
 */
export function publishVersion(
  viewer: Viewer,
  { note, ...written }: z.output<typeof publishSchema>,
): Promise<Result<null, TemplateReason>> {
  return changeVersion<null>(viewer, written, ({ id, places }) => {
    if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
    if (places.length === 0) return fail('EMPTY')
    return ok({
      value: null,
      change: { action: 'template.published', data: { places: places.length, note } },
      write: (tx) =>
        tx.reportTemplateVersion.update({ where: { id }, data: { note, publishedAt: now() }, select: { id: true } }),
    })
  })
}

/** Removes a version that was not published; its template too, when there is no other. Reasons as in `changeVersion`. */
export function discardVersion(
  viewer: Viewer,
  written: z.output<typeof discardSchema>,
): Promise<Result<null, TemplateReason>> {
  return changeVersion<null>(viewer, written, ({ id, version, template, places }) =>
    ok({
      value: null,
      change: { action: 'template.version_removed', data: { name: template.name, places: places.length } },
      write: async (tx) => {
        await tx.reportTemplateVersion.delete({ where: { id }, select: { id: true } })
        if (version === 1) await tx.reportTemplate.delete({ where: { id: template.id }, select: { id: true } })
      },
    }),
  )
}
