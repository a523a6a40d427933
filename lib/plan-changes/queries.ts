import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type {
  MeetingDecisionChoice,
  PlanChangeDetails,
  PlanChangeHistory,
  PlanChangeRow,
} from '@/lib/plan-changes/model'
import { proposalsVisibleTo, visibleTo } from '@/lib/plan-changes/permissions'
import { stateOf } from '@/lib/plan-changes/steps/model'
import { surroundingsOf } from '@/lib/plan-changes/surroundings/queries'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

const effectFields = {
  id: true,
  investmentId: true,
  workPackageId: true,
  year: true,
  costType: true,
  oldAmount: true,
  newAmount: true,
} as const satisfies Prisma.PlanChangeEffectSelect

const changeFields = {
  id: true,
  no: true,
  investmentId: true,
  workPackageId: true,
  workPackageAsWritten: true,
  reportId: true,
  title: true,
  what: true,
  why: true,
  oldText: true,
  newText: true,
  oldAmount: true,
  newAmount: true,
  state: true,
  version: true,
  inForceFrom: true,
  rejectedReason: true,
  effects: { orderBy: bySort, select: effectFields },
} as const satisfies Prisma.PlanChangeSelect

const listFields = {
  ...changeFields,
  decided: { orderBy: bySort, select: { asWritten: true, timeCode: true } },
  events: { orderBy: { seq: 'asc' }, select: { type: true, at: true } },
} as const satisfies Prisma.PlanChangeSelect

/** Plan changes of the project that the viewer may see, in stored order, as part of another read. */
export function planChangesInOrder(viewer: Viewer, projectId: string) {
  const where = proposalsVisibleTo(viewer, projectId)
  return { where, orderBy: bySort, select: listFields } as const satisfies Prisma.Project$planChangesArgs
}

/** A stored plan change as the house knows it, with its history. */
export function toPlanChange(stored: Prisma.PlanChangeGetPayload<{ select: typeof listFields }>): PlanChangeHistory {
  const { decided, events, ...row } = stored
  return { ...toRow(row, events), decided, events: events.map(({ type, at }) => ({ type, at: at.toISOString() })) }
}

/** Plan changes of a project in stored order, proposed ones too. */
export function listPlanChanges(viewer: Viewer, projectId: string): Promise<PlanChangeRow[]> {
  return asViewer(viewer, async (tx) => {
    const { where, ...listed } = planChangesInOrder(viewer, projectId)
    const rows = await tx.planChange.findMany({ where: { projectId, ...visibleTo(viewer), ...where }, ...listed })
    return rows.map(toPlanChange)
  })
}

/** One change of the project with its decisions, events and report; null when it is not there for the viewer. */
export function findPlanChange(viewer: Viewer, projectId: string, id: string): Promise<PlanChangeDetails | null> {
  return asViewer(viewer, async (tx) => {
    const found = await tx.planChange.findFirst({
      where: { id, projectId, ...visibleTo(viewer), ...proposalsVisibleTo(viewer, projectId) },
      select: {
        ...changeFields,
        decided: {
          orderBy: bySort,
          select: { id: true, asWritten: true, timeCode: true, decidedOn: true, note: true, decisionId: true },
        },
        events: { orderBy: { seq: 'asc' }, select: { id: true, type: true, at: true, note: true, actorId: true } },
      },
    })
    if (!found) return null
    const { decided, events, ...row } = found
    const around = await surroundingsOf(viewer, { projectId, changeId: id })
    const maySeeDrafts = can(viewer, 'meetings.read', projectId)
    return {
      ...toRow(row, events),
      decided: decided.map(({ asWritten, timeCode }) => ({ asWritten, timeCode })),
      decisions: decided.map(({ decisionId, decidedOn, ...one }) => {
        const made = around.decisions.find((decision) => decision.id === decisionId)
        const seen = made && (made.approved || maySeeDrafts)
        return {
          ...one,
          decidedOn: dayText(decidedOn),
          decision: seen ? { text: made.text, meetingId: made.meetingId, itemId: made.itemId } : null,
        }
      }),
      events: events.map(({ actorId, at, ...event }) => ({
        ...event,
        at: at.toISOString(),
        role: around.roles.find(({ userId }) => userId === actorId)?.role ?? null,
      })),
      report: can(viewer, 'report.read', projectId) ? around.report : null,
      isOwnUnit: around.isOwnUnit,
    }
  })
}

/** Decisions of the project's meetings, the newest first, to tie to a change. Nothing for those who may not see meetings. */
export function listMeetingDecisions(viewer: Viewer, projectId: string): Promise<MeetingDecisionChoice[]> {
  if (!can(viewer, 'meetings.read', projectId)) return Promise.resolve([])
  return asViewer(viewer, async (tx) => {
    const rows = await tx.decision.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: [{ decidedOn: { sort: 'desc', nulls: 'last' } }, { sort: 'asc' }],
      take: 200,
      select: { id: true, text: true, decidedOn: true, decidedAsWritten: true },
    })
    return rows.map(({ id, text, decidedOn, decidedAsWritten }) => ({
      id,
      text,
      day: dayText(decidedOn) ?? decidedAsWritten,
    }))
  })
}

type Stored = Prisma.PlanChangeGetPayload<{ select: typeof changeFields }>

function toRow(row: Stored, events: readonly { type: Parameters<typeof stateOf>[1][number] }[]) {
  return {
    ...row,
    ...amountTexts(row),
    state: stateOf(
      row.state,
      events.map(({ type }) => type),
    ),
    inForceFrom: dayText(row.inForceFrom),
    effects: row.effects.map((one) => ({ ...one, ...amountTexts(one) })),
  }
}

function amountTexts({ oldAmount, newAmount }: Record<'oldAmount' | 'newAmount', Parameters<typeof decimalText>[0]>) {
  return { oldAmount: decimalText(oldAmount), newAmount: decimalText(newAmount) }
}
