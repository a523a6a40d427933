import 'server-only'
import { randomUUIDv7 } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { TemplateContent, TemplateReason, TemplateVersion } from '@/lib/final-report/templates/model'
import { templateRight } from '@/lib/final-report/templates/permissions'
import { readVersion } from '@/lib/final-report/templates/queries'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/** What a change comes to: how the audit log tells it, and the writing itself. Null changes nothing. */
export type TemplatePlan<T> = {
  value: T
  change: { action?: AuditAction; data: Record<string, string | number | null> }
  write: (tx: Tx) => Promise<unknown>
} | null

/** The version as the form was given it: `version` says how often it had been changed then. */
export type Written = { versionId: string; version: number }

/**
 * Every change of a version goes through here: whose is it, is it still being written, and has somebody else been first. Then
 * the version counts one more change, which makes others wait, and `plan` writes; the whole is one transaction with its audit
 * row. Reasons: NOT_FOUND, NOT_ALLOWED, PUBLISHED, STALE, and those of `plan`.
 */
export function changeVersion<T>(
  viewer: Viewer,
  { versionId, version: edits }: Written,
  plan: (version: TemplateVersion) => Result<TemplatePlan<T>, TemplateReason>,
): Promise<Result<T | null, TemplateReason>> {
  const held = templateRight(viewer)
  if (!held) return Promise.resolve(fail('NOT_ALLOWED'))
  return asViewer(viewer, async (tx) => {
    const version = await readVersion(viewer, { id: versionId })
    if (!version) return fail('NOT_FOUND')
    if (!version.template.own) return fail('NOT_ALLOWED')
    if (version.publishedAt) return fail('PUBLISHED')
    if (version.edits !== edits) return fail('STALE')
    const planned = plan(version)
    if (!planned.ok) return planned
    if (planned.value === null) return ok(null)
    const moved = await tx.reportTemplateVersion.updateMany({
      where: { id: versionId, edits, publishedAt: null },
      data: { edits: edits + 1 },
    })
    if (moved.count === 0) return fail('STALE')
    const { value, change, write } = planned.value
    await write(tx)
    await recordAudit(tx, viewer, {
      action: change.action ?? 'template.changed',
      right: held.right,
      subjectType: 'report_template_version',
      subjectId: versionId,
      data: { template: version.template.id, version: version.version, ...change.data },
    })
    return ok(value)
  })
}

/** Puts places and prompts of another version into an empty one; their keys stay, so that they are known again. */
export function copyContent(viewer: Viewer, versionId: string, { places, prompts }: TemplateContent): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const ids = new Map(places.map(({ id }) => [id, randomUUIDv7()]))
    await tx.reportTemplateSection.createMany({
      data: places.map(({ parentId, ...place }, sort) => ({
        ...place,
        id: ids.get(place.id),
        parentId: parentId === null ? null : (ids.get(parentId) ?? null),
        versionId,
        sort,
      })),
    })
    await tx.reportTemplatePrompt.createMany({
      data: prompts.map(({ id: _copied, ...prompt }, sort) => ({ ...prompt, versionId, sort })),
    })
  })
}
