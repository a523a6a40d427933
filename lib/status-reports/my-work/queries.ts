import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import { visibleProjects } from '@/lib/projects/permissions'
import { isClosed, wasOpenedOnPurpose } from '@/lib/status-reports/closing/model'
import { byDueDay, type MyWork, type WorkItem } from '@/lib/status-reports/my-work/model'
import { visibleTo } from '@/lib/status-reports/permissions'
import { openReopening } from '@/lib/status-reports/reopening/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { titleOf } from '@/lib/work-packages/model'

const fields = {
  id: true,
  state: true,
  unit: {
    select: {
      id: true,
      code: true,
      titlePlan: true,
      titleReview: true,
      sourceId: true,
      project: { select: { key: true, name: true } },
    },
  },
  period: {
    select: {
      key: true,
      dueOn: true,
      closesOn: true,
      exceptions: { select: { workPackageId: true, dueOn: true, allowedBy: true, reason: true } },
    },
  },
  events: {
    where: { type: { not: 'saved' } },
    orderBy: { seq: 'desc' },
    select: { type: true, at: true, reason: true, actor: { select: { name: true } } },
  },
  _count: { select: { entries: { where: { confirmed: false } } } },
} as const satisfies Prisma.StatusReportSelect

/** What waits for the viewer: reports to write, returned ones with the reason, sent ones, and those to approve. */
export function findMyWork(viewer: Viewer): Promise<MyWork> {
  return asViewer(viewer, async (tx) => {
    const find = (where: Prisma.StatusReportWhereInput) =>
      tx.statusReport.findMany({
        where: { AND: [where, visibleTo(viewer)] },
        orderBy: [{ period: { to: 'asc' } }, { unit: { sort: 'asc' } }],
        select: fields,
      })
    const own = await find({
      state: { in: ['not_started', 'draft', 'returned', 'submitted', 'in_review'] },
      unit: { coordinators: { some: { userId: viewer.userId ?? undefined } } },
    })
    const toReview = await find({
      state: { in: ['submitted', 'in_review'] },
      unit: { project: visibleProjects(viewer, 'report.review') },
    })
    const published = await tx.reportingPeriod.findMany({
      where: { state: 'published', project: visibleProjects(viewer, 'steering.read') },
      orderBy: [{ to: 'desc' }, { id: 'desc' }],
      distinct: ['projectId'],
      select: { key: true, project: { select: { key: true, name: true } } },
    })
    const items = viewer.userId === null ? [] : own.map(toItem)
    return {
      due: byDueDay(items.filter(({ state }) => state === 'not_started' || state === 'draft')),
      returned: items.filter(({ state }) => state === 'returned'),
      sent: items.filter(({ state }) => state === 'submitted' || state === 'in_review'),
      toReview: toReview.map(toItem),
      published: published.map(({ key, project }) => ({
        projectKey: project.key,
        projectName: project.name,
        periodKey: key,
      })),
    }
  })
}

function toItem(row: Prisma.StatusReportGetPayload<{ select: typeof fields }>): WorkItem {
  const own = row.period.exceptions.find(({ workPackageId }) => workPackageId === row.unit.id)
  const exception = own ? { dueOn: dayText(own.dueOn), allowedBy: own.allowedBy, reason: own.reason } : null
  const dueOn = exception?.dueOn ?? dayText(row.period.dueOn)
  const today = dateInHelsinki(now())
  const closing = {
    closesOn: dayText(row.period.closesOn),
    exceptionOn: exception?.dueOn ?? null,
    openedOnPurpose: wasOpenedOnPurpose(row.events),
  }
  // A returned report may have been sent and recalled since; why it was returned still holds.
  const latest = row.state === 'returned' ? row.events.find(({ type }) => type === 'returned') : row.events[0]
  return {
    reportId: row.id,
    projectKey: row.unit.project.key,
    projectName: row.unit.project.name,
    periodKey: row.period.key,
    unitId: row.unit.id,
    code: row.unit.code,
    title: titleOf(row.unit),
    state: row.state,
    dueOn,
    late: dueOn !== null && dueOn < today,
    closed: isClosed(row.state, closing, today),
    exception,
    resubmitted: row.events.find(({ type }) => type === 'submitted' || type === 'resubmitted')?.type === 'resubmitted',
    reopened: openReopening(row.events.toReversed())?.reason ?? null,
    unconfirmed: row._count.entries,
    latest: latest ? { at: latest.at.toISOString(), by: latest.actor?.name ?? null, reason: latest.reason } : null,
  }
}
