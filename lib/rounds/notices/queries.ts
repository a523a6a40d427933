import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { HeldRole, Viewer } from '@/lib/access/model'
import { organisationOf } from '@/lib/access/viewer'
import { choiceFor, givenSection, type NotificationChoice, type NotificationKind } from '@/lib/notifications/model'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { isLate } from '@/lib/rounds/model'
import type { News } from '@/lib/rounds/notices/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { titleOf } from '@/lib/work-packages/model'

export type Pending = { id: string; createdAt: Date; choice: NotificationChoice; projectId: string; news: News }

/** A person with everything that no mail has told them yet, oldest first. */
export type Receiver = {
  userId: string
  organisationId: string
  locale: string
  disabled: boolean
  held: HeldRole[]
  pending: Pending[]
}

const fields = {
  id: true,
  kind: true,
  happening: true,
  createdAt: true,
  projectId: true,
  threadId: true,
  userId: true,
  organisationId: true,
  thread: { select: { section: { select: { report: { select: { kind: true } } } } } },
  project: { select: { key: true, name: true } },
  period: {
    select: {
      id: true,
      key: true,
      dueOn: true,
      exceptions: { select: { workPackageId: true, dueOn: true } },
    },
  },
  report: {
    select: {
      unitId: true,
      state: true,
      unit: { select: { titleReview: true, titlePlan: true, code: true, sourceId: true } },
    },
  },
} as const satisfies Prisma.NotificationSelect

type Row = Prisma.NotificationGetPayload<{ select: typeof fields }>

/** One run writes of so much news at most; the next one goes on. */
const atMost = 2000

/** People of the viewer's organisations whom something has not been told yet. */
export async function receiversOf(viewer: Viewer, tx: Tx): Promise<Receiver[]> {
  const rows = await tx.notification.findMany({
    where: { ...organisationOf(viewer), mailId: null, skippedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: atMost,
    select: fields,
  })
  if (rows.length === 0) return []
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ userId }) => userId))] } },
    select: {
      id: true,
      organisationId: true,
      locale: true,
      disabledAt: true,
      memberships: { select: { projectId: true, role: true } },
      settings: { select: { kind: true, choice: true } },
    },
  })
  const late = await lateReports(tx, rows)
  return people.map((person) => ({
    userId: person.id,
    organisationId: person.organisationId,
    locale: person.locale,
    disabled: person.disabledAt !== null,
    held: person.memberships,
    pending: rows
      .filter(({ userId }) => userId === person.id)
      .map((row) => ({
        id: row.id,
        createdAt: row.createdAt,
        projectId: row.projectId,
        choice: choiceFor(row.kind, person.settings.find(({ kind }) => kind === row.kind)?.choice),
        news: toNews(row, late),
      })),
  }))
}

function toNews(row: Row, late: ReadonlyMap<string, number>): News {
  const { period, report } = row
  return {
    kind: row.kind,
    project: row.project,
    period: period?.key ?? null,
    document: documentOf(row),
    report: report && {
      unitId: report.unitId,
      title: titleOf(report.unit),
      state: report.state,
      dueOn: dayText(dueDay(period, report.unitId)),
    },
    threadId: row.threadId,
    late: late.get(period?.id ?? '') ?? 0,
  }
}

const documentOf = ({ kind, happening, thread }: Row): News['document'] =>
  thread?.section?.report.kind ??
  (kind === 'section_given' && happening.startsWith(`${givenSection.project_plan} `) ? 'project_plan' : 'final_report')

type Days = { dueOn: Date | null; exceptions: { workPackageId: string; dueOn: Date }[] } | null

const dueDay = (period: Days, unitId: string): Date | null =>
  period?.exceptions.find(({ workPackageId }) => workPackageId === unitId)?.dueOn ?? period?.dueOn ?? null

/** Late reports of each period about which somebody is told as a whole. */
async function lateReports(tx: Tx, rows: readonly Row[]): Promise<Map<string, number>> {
  const kind: NotificationKind = 'late'
  const periods = new Map(
    rows.flatMap((row) => (row.kind === kind && !row.report && row.period ? [[row.period.id, row.period]] : [])),
  )
  const today = dateInHelsinki(now())
  const reports = await tx.statusReport.findMany({
    where: { periodId: { in: [...periods.keys()] }, unit: { reports: true } },
    select: { periodId: true, unitId: true, state: true },
  })
  const late = reports.filter((report) =>
    isLate(report.state, dayText(dueDay(periods.get(report.periodId) ?? null, report.unitId)), today),
  )
  return new Map([...periods.keys()].map((id) => [id, late.filter(({ periodId }) => periodId === id).length]))
}
