import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { findThings } from '@/lib/meetings/choices/queries'
import {
  type Concern,
  type ConcernColumn,
  type ConcernedThing,
  type ConcernKind,
  concernColumns,
  concernKinds,
  type DecisionRow,
  dayOfDecision,
} from '@/lib/meetings/decisions/model'
import { namesOf, withoutNames } from '@/lib/meetings/names/model'
import { listNames } from '@/lib/meetings/names/queries'
import { canReadNames, visibleDecisions } from '@/lib/meetings/permissions'
import { dayText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

/** Where clause: decisions that something outside their meeting rests on. */
export const reliedOn = {
  OR: [
    { evidence: { some: {} } },
    { planChangeDecisions: { some: {} } },
    { finalReportEvents: { some: {} } },
    { bindings: { some: {} } },
  ],
} as const satisfies Prisma.DecisionWhereInput

/** Decisions that concern one thing of a project, the newest first; of meetings that are not approved only for their readers. */
export function listDecisionsOf(viewer: Viewer, thing: ConcernedThing): Promise<DecisionRow[]> {
  return find(viewer, { subjects: { some: thing } })
}

/** Every decision of a project the viewer may read, the newest first; narrowed to what concerns one kind of things. */
export function listDecisions(viewer: Viewer, projectId: string, kind: ConcernKind | null): Promise<DecisionRow[]> {
  const concerning = kind === null ? {} : { subjects: { some: { [concernColumns[kind]]: { not: null } } } }
  return find(viewer, { projectId, ...concerning })
}

/** What is read of a decision's subjects, for other reads of decisions. */
export const decisionSubjects = {
  orderBy: { id: 'asc' },
  select: {
    workPackageId: true,
    toimintamalliId: true,
    investmentId: true,
    purchaseId: true,
    planChangeId: true,
    sectionId: true,
  },
} as const satisfies Prisma.Decision$subjectsArgs

type SubjectRow = Record<ConcernColumn, string | null>

const itemOfDecision = {
  id: true,
  number: true,
  title: true,
  meeting: {
    select: {
      id: true,
      title: true,
      heldOn: true,
      state: true,
      body: { select: { name: true } },
      attendance: { select: { name: true, role: true } },
      items: { select: { presenterName: true, presenterRole: true } },
    },
  },
} as const satisfies Prisma.AgendaItemSelect

/** Where a decision was made. */
function placeOf({ meeting, id, title, number }: Prisma.AgendaItemGetPayload<{ select: typeof itemOfDecision }>) {
  const { attendance: _people, items: _presented, body, heldOn, ...rest } = meeting
  return { ...rest, body: body.name, heldOn: dayText(heldOn), itemId: id, itemTitle: title, number }
}

function find(viewer: Viewer, where: Prisma.DecisionWhereInput): Promise<DecisionRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.decision.findMany({
      where: { AND: [where, visibleDecisions(viewer)] },
      orderBy: bySort,
      select: {
        id: true,
        projectId: true,
        text: true,
        decidedOn: true,
        decidedAsWritten: true,
        subjects: decisionSubjects,
        agendaItem: { select: itemOfDecision },
      },
    })
    const [first] = rows
    const things = first
      ? await findThings(
          viewer,
          first.projectId,
          rows.flatMap((row) => concernIds(row.subjects)),
        )
      : []
    const readsFinalReport = first !== undefined && can(viewer, 'final_report.read', first.projectId)
    const names =
      first === undefined || canReadNames(viewer, first.projectId) ? [] : await listNames(viewer, first.projectId)
    const decisions = rows.map(({ agendaItem, subjects, projectId, ...row }): DecisionRow => {
      const concerns = concernsOf(subjects, things, readsFinalReport)
      const told = agendaItem && placeOf(agendaItem)
      const decision = { ...row, decidedOn: dayText(row.decidedOn), meeting: told, concerns }
      if (!agendaItem || canReadNames(viewer, projectId)) return decision
      const { attendance, items } = agendaItem.meeting
      return withoutNames(decision, [...namesOf(attendance, items), ...names])
    })
    return decisions.sort((a, b) => (dayOfDecision(b) ?? '').localeCompare(dayOfDecision(a) ?? ''))
  })
}

/** What subject rows point at, in their order. */
export function concernIds(subjects: readonly SubjectRow[]): string[] {
  return subjects.flatMap((row) => concernKinds.flatMap((kind) => row[concernColumns[kind]] ?? []))
}

/** The same with their names; sections of the final report only for those who may read it. */
export function concernsOf(
  subjects: readonly SubjectRow[],
  names: readonly Concern[],
  readsFinalReport: boolean,
): Concern[] {
  return concernIds(subjects).flatMap((id) =>
    names.filter((thing) => thing.id === id && (thing.kind !== 'section' || readsFinalReport)),
  )
}
