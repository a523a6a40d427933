import 'server-only'
import type { z } from 'zod'
import { rightTo, signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { countyChoiceSchema } from '@/lib/statistics/county/schema'
import { countyCategory } from '@/lib/statistics/model'
import { fail, ok, type Result } from '@/lib/values/result'

/** NOT_FOUND: there is no such organisation. NO_SUCH: none of the areas that have been retrieved. */
export type CountyReason = 'NOT_ALLOWED' | 'NOT_FOUND' | 'NO_SUCH'

/**
 * Says which county of the statistics an organisation is, where their names differ; null: the one of the same name. The
 * operator does it for any of them; a county chooses for itself by `chooseCounty`. Reasons: NOT_ALLOWED, NOT_FOUND, NO_SUCH.
 */
export async function setCounty(
  viewer: Viewer,
  { organisation: key, code }: { organisation: string; code: string | null },
): Promise<Result<{ name: string }, CountyReason>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const organisation = await tx.organisation.findUnique({ where: { key }, select: { id: true, name: true } })
    if (!organisation) return fail('NOT_FOUND')
    if (!(await isCounty(tx, code))) return fail('NO_SUCH')
    await tx.organisation.update({ where: { id: organisation.id }, data: { regionCode: code } })
    await recordAudit(tx, viewer, {
      action: 'county.region_set',
      right: rightTo(viewer, 'statistics.state', null) ?? '',
      subjectType: 'organisation',
      subjectId: organisation.id,
      organisationId: organisation.id,
      data: { code },
    })
    return ok({ name: organisation.name })
  })
}

/**
 * Says which county of the statistics the viewer's own is, where their names differ; null: the one of the same name.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, STALE, NO_SUCH.
 */
export async function chooseCounty(
  viewer: Viewer,
  { version, code }: z.output<typeof countyChoiceSchema>,
): Promise<Result<null, 'NOT_ALLOWED' | 'SIGN_IN_AGAIN' | 'STALE' | 'NO_SUCH'>> {
  const right = rightTo(viewer, 'county.manage', null)
  const id = viewer.organisationId
  if (!right || id === null) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  return asViewer(viewer, async (tx) => {
    if (!(await isCounty(tx, code))) return fail('NO_SUCH', { code: 'people.error.region' })
    const before = await tx.organisation.findUnique({ where: { id }, select: { regionCode: true } })
    const moved = await tx.organisation.updateMany({
      where: { id, settingsVersion: version },
      data: { regionCode: code, settingsVersion: { increment: 1 } },
    })
    if (moved.count === 0) return fail('STALE')
    await recordAudit(tx, viewer, {
      action: 'county.region_set',
      right,
      subjectType: 'organisation',
      subjectId: id,
      data: { before: before?.regionCode ?? null, code },
    })
    return ok(null)
  })
}

async function isCounty(tx: Tx, code: string | null): Promise<boolean> {
  const area = { service: 'sotkanet', category: countyCategory } as const
  return code === null || (await tx.statisticsRegion.count({ where: { ...area, code } })) > 0
}
