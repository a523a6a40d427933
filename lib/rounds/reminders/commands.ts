import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { tell } from '@/lib/notifications/commands'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import type { RoundRow } from '@/lib/rounds/model'
import { rightToManagePeriods } from '@/lib/rounds/permissions'
import { findRound } from '@/lib/rounds/queries'
import { happeningOf, isUnsent, type Reminded } from '@/lib/rounds/reminders/model'
import { writersOf } from '@/lib/status-reports/notices/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

type Reminders = { periodId: string; unitIds: readonly string[] }

/**
 * Reminds the writers of units whose report has not been sent. A unit is reminded at most once a day; whoever presses the
 * button is not reminded of their own unit. The answer says per unit what came of it.
 * Reasons: NOT_FOUND (the period, or a unit of another project), NOT_ALLOWED, WRONG_STATE (the period is not open).
 */
export function sendReminders(
  viewer: Viewer,
  { periodId, unitIds }: Reminders,
): Promise<Result<Reminded, 'NOT_FOUND' | 'NOT_ALLOWED' | 'WRONG_STATE'>> {
  return asViewer(viewer, async (tx) => {
    const period = await tx.reportingPeriod.findFirst({
      where: { id: periodId, project: visibleProjects(viewer, 'report.read') },
      select: { id: true, key: true, organisationId: true, projectId: true, state: true },
    })
    if (!period) return fail('NOT_FOUND')
    const right = rightToManagePeriods(viewer, period.projectId)
    if (!right) return fail('NOT_ALLOWED')
    const round = await findRound(viewer, period.projectId, period.key)
    const rows = round?.rows.filter(({ unitId }) => unitIds.includes(unitId)) ?? []
    if (rows.length < new Set(unitIds).size) return fail('NOT_FOUND')
    if (period.state !== 'open') return fail('WRONG_STATE')
    const outcome: Reminded = { sent: [], already: [], notNeeded: [], closed: [], nobody: [] }
    // Two reminders of the same units take turns in the same order.
    for (const row of rows.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1)))
      outcome[await remind(viewer, tx, { period, right, row })].push(row.unitId)
    return ok(outcome)
  })
}

type Period = { id: string; key: string; organisationId: string; projectId: string }
type One = { period: Period; right: string; row: RoundRow }

async function remind(viewer: Viewer, tx: Tx, { period, right, row }: One): Promise<keyof Reminded> {
  if (!isUnsent(row)) return 'notNeeded'
  // Nothing can be written any more: a reminder would ask for what is not possible.
  if (row.closed) return 'closed'
  const writers = (await writersOf(viewer, tx, row.unitId)).filter((userId) => userId !== viewer.userId)
  if (writers.length === 0) return 'nobody'
  const day = dateInHelsinki(now())
  const told = await tell(viewer, tx, {
    kind: 'reminder',
    organisationId: period.organisationId,
    to: writers,
    happening: happeningOf(period.id, row.unitId, day),
    subject: { projectId: period.projectId, periodId: period.id, reportId: row.report?.id },
  })
  if (told === 0) return 'already'
  await recordAudit(tx, viewer, {
    action: 'reminder.sent',
    right,
    subjectType: 'work_package',
    subjectId: row.unitId,
    organisationId: period.organisationId,
    data: { period: period.key, day, people: told },
  })
  return 'sent'
}
