import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import { openThreadsByUnit } from '@/lib/status-reports/comments/queries'
import { isLight } from '@/lib/status-reports/model'
import { findingsOf, type WaitingBrief } from '@/lib/status-reports/review/model'

/** Indicators that a report is asked of: neither another unit's nor counted from others. */
const askedIndicators = {
  seeIndicatorOf: null,
  versions: { none: { supersededOn: null, formula: { not: null } } },
} as const satisfies Prisma.IndicatorWhereInput

const fields = {
  id: true,
  version: true,
  unitId: true,
  unit: { select: { _count: { select: { indicators: { where: askedIndicators } } } } },
  entries: { select: { path: true, text: true } },
  events: {
    where: { type: { in: ['submitted', 'resubmitted'] } },
    orderBy: { seq: 'desc' },
    take: 1,
    select: { type: true, at: true, actor: { select: { name: true } } },
  },
} as const satisfies Prisma.StatusReportSelect

/**
 * Unit → its report in short, for those of the period that wait for the viewer's approval. Empty for who may not review.
 * @param usesLights whether the project does: else no light is missing
 */
export function waitingBriefs(
  viewer: Viewer,
  periodId: string,
  usesLights: boolean,
): Promise<Map<string, WaitingBrief>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: {
        periodId,
        state: { in: ['submitted', 'in_review'] },
        unit: { project: visibleProjects(viewer, 'report.review') },
      },
      select: fields,
    })
    const previous = await tx.statusReport.findMany({
      where: {
        unitId: { in: rows.map(({ unitId }) => unitId) },
        period: { to: { lt: await startOf(viewer, periodId) } },
      },
      orderBy: { period: { to: 'desc' } },
      distinct: ['unitId'],
      select: { unitId: true, entries: { select: { path: true, text: true } } },
    })
    const threads = await openThreadsByUnit(viewer, periodId)
    return new Map(
      rows.map((row) => {
        const before = previous.find(({ unitId }) => unitId === row.unitId)
        return [
          row.unitId,
          toBrief(row, {
            before: textsOf(before?.entries ?? []),
            openThreads: threads.get(row.unitId) ?? 0,
            usesLights,
          }),
        ]
      }),
    )
  })
}

async function startOf(viewer: Viewer, periodId: string): Promise<Date> {
  const period = await asViewer(viewer, (tx) =>
    tx.reportingPeriod.findUnique({ where: { id: periodId }, select: { from: true } }),
  )
  return period?.from ?? new Date(0)
}

type Row = Prisma.StatusReportGetPayload<{ select: typeof fields }>

type Around = { before: Record<string, string>; openThreads: number; usesLights: boolean }

function toBrief(row: Row, { before, openThreads, usesLights }: Around): WaitingBrief {
  const now = textsOf(row.entries)
  const light = now['overall/light']
  const [sent] = row.events
  return {
    reportId: row.id,
    version: row.version,
    light: isLight(light) ? light : null,
    reason: now['overall/reason']?.trim() ?? '',
    findings: findingsOf({ now, before, indicators: row.unit._count.indicators, usesLights }),
    openThreads,
    sent: sent ? { at: sent.at.toISOString(), by: sent.actor?.name ?? null, again: sent.type === 'resubmitted' } : null,
  }
}

function textsOf(entries: readonly { path: string; text: string }[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ path, text }) => [path, text]))
}
