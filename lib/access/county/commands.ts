import 'server-only'
import type { z } from 'zod'
import { readRoleLabels } from '@/lib/access/county/model'
import type { countySchema, factorRuleSchema, roleNamesSchema } from '@/lib/access/county/schema'
import { rightTo, signedInRecently, type Viewer } from '@/lib/access/model'
import { countTouched } from '@/lib/access/second-factor/demand/queries'
import { asViewer } from '@/lib/access/viewer'
import { type AuditEntry, recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

type Done = Promise<Result<null, 'NOT_ALLOWED' | 'SIGN_IN_AGAIN' | 'STALE'>>

/** Sets where people write to the county, and its business ID. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, STALE. */
export function setCountyDetails(viewer: Viewer, { version, ...details }: z.output<typeof countySchema>): Done {
  return changeCounty(viewer, version, async (tx, id) => {
    const select = { contactEmail: true, businessId: true } as const
    const before = await tx.organisation.findUniqueOrThrow({ where: { id }, select })
    await tx.organisation.updateMany({ where: { id }, data: details })
    return { action: 'county.details_set', data: { before, after: details } }
  })
}

/**
 * Sets what the county calls roles; a role without a name of its own has the product's again. What is seen changes with the
 * next request of everybody. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, STALE.
 */
export function setRoleNames(viewer: Viewer, { version, labels }: z.output<typeof roleNamesSchema>): Done {
  return changeCounty(viewer, version, async (tx, id) => {
    const { roleLabels } = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { roleLabels: true } })
    await tx.organisation.updateMany({ where: { id }, data: { roleLabels: labels } })
    return { action: 'county.role_names_set', data: { before: readRoleLabels(roleLabels), after: labels } }
  })
}

/**
 * Sets of whom the county demands a second factor. It holds with the next request of everybody, open sessions included; how
 * many people it touches stands in the log. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, STALE.
 */
export function setFactorRule(viewer: Viewer, { version, rule }: z.output<typeof factorRuleSchema>): Done {
  return changeCounty(viewer, version, async (tx, id) => {
    const { factorRule } = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { factorRule: true } })
    const touched = (await countTouched(viewer))?.[rule]
    await tx.organisation.updateMany({ where: { id }, data: { factorRule: rule } })
    return { action: 'county.factor_rule_set', data: { before: factorRule, after: rule, ...touched } }
  })
}

async function changeCounty(
  viewer: Viewer,
  version: number,
  change: (tx: Tx, id: string) => Promise<Pick<AuditEntry, 'action' | 'data'>>,
): Done {
  const right = rightTo(viewer, 'county.manage', null)
  const id = viewer.organisationId
  if (!right || id === null) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  return asViewer(viewer, async (tx) => {
    const moved = await tx.organisation.updateMany({
      where: { id, settingsVersion: version },
      data: { settingsVersion: { increment: 1 } },
    })
    if (moved.count === 0) return fail('STALE')
    const entry = await change(tx, id)
    await recordAudit(tx, viewer, {
      ...entry,
      right,
      subjectType: 'organisation',
      subjectId: id,
    })
    return ok(null)
  })
}
