import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { budgetTablesInOrder, toBudgetTable } from '@/lib/finance/budgets/queries'
import type { Plan, PlanLink, PlanPart } from '@/lib/plan/overview/model'
import { personMonthsInOrder, toPersonMonths } from '@/lib/plan/person-months/queries'
import { scheduleFields, toPhaseTable } from '@/lib/plan/schedule/queries'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import { linkKinds } from '@/lib/projects/links/model'
import { visibleProjects } from '@/lib/projects/permissions'
import { titleOf } from '@/lib/work-packages/model'

const inOrder = { orderBy: bySort }

/** What the plan's page shows, as part of another read. */
export const planFields = {
  workPackages: {
    ...inOrder,
    select: {
      id: true,
      parentId: true,
      investmentId: true,
      sourceId: true,
      code: true,
      titlePlan: true,
      titleReview: true,
      scheduleAsWritten: true,
      scheduleStart: true,
      scheduleEnd: true,
      scheduleNote: true,
      ...scheduleFields,
    },
  },
  investments: { ...inOrder, select: { id: true, code: true, title: true } },
  budgetTables: budgetTablesInOrder,
  personMonths: personMonthsInOrder,
  maturity: {
    ...inOrder,
    select: {
      id: true,
      workPackageId: true,
      scale: true,
      scaleMin: true,
      scaleMax: true,
      area: true,
      asWritten: true,
      number: true,
      unknown: true,
      assessedOn: true,
      timeAsWritten: true,
      note: true,
      source: true,
      version: true,
    },
  },
  dependencies: {
    ...inOrder,
    select: { id: true, workPackageId: true, neededId: true, linkId: true, text: true, version: true },
  },
  links: {
    ...inOrder,
    select: {
      id: true,
      kind: true,
      name: true,
      url: true,
      note: true,
      stateText: true,
      stateOn: true,
      linkedId: true,
      linked: { select: { name: true, key: true } },
    },
  },
  communications: { ...inOrder, select: { topic: true } },
} as const satisfies Prisma.ProjectSelect

type Stored = Prisma.ProjectGetPayload<{ select: typeof planFields }>

/** Everything that the plan's page shows, in one read; null when the project is not there for the viewer. */
export function findPlan(viewer: Viewer, projectId: string): Promise<Plan | null> {
  return asViewer(viewer, async (tx) => {
    const where = { AND: [{ id: projectId }, visibleProjects(viewer)] }
    const row = await tx.project.findFirst({ where, select: planFields })
    return row && planOf(viewer, row)
  })
}

/** A stored plan as the house knows it; which of the linked projects the viewer may see is asked when there are any. */
export function planOf(viewer: Viewer, row: Stored): Promise<Plan> {
  return asViewer(viewer, async (tx) => {
    const linkedIds = row.links.flatMap(({ linkedId }) => linkedId ?? [])
    const where = { AND: [{ id: { in: linkedIds } }, visibleProjects(viewer)] }
    const seen = linkedIds.length === 0 ? [] : await tx.project.findMany({ where, select: { id: true } })
    return toPlan(row, new Set(seen.map(({ id }) => id)))
  })
}

function toPlan(row: Stored, seen: ReadonlySet<string>): Plan {
  return {
    parts: inTree(row.workPackages).map(({ part, depth }) => toPart(part, depth)),
    investments: row.investments.map(({ id, code, title }) => ({
      id,
      label: code && code !== title ? `${code} ${title}` : title,
    })),
    budgets: row.budgetTables.map(toBudgetTable),
    personMonths: row.personMonths.map(toPersonMonths),
    maturity: row.maturity.map((one) => ({
      ...one,
      scaleMin: decimalText(one.scaleMin),
      scaleMax: decimalText(one.scaleMax),
      number: decimalText(one.number),
      assessedOn: dayText(one.assessedOn),
    })),
    dependencies: row.dependencies,
    links: row.links.flatMap((link) => toLink(link, seen)),
    communications: { count: row.communications.length, topics: row.communications.map(({ topic }) => topic) },
  }
}

type StoredPart = Stored['workPackages'][number]

function toPart(part: StoredPart, depth: number): PlanPart {
  return {
    id: part.id,
    label: titleOf(part),
    depth,
    investmentId: part.investmentId,
    schedule: {
      start: part.scheduleStart,
      end: part.scheduleEnd,
      asWritten: part.scheduleAsWritten,
      note: part.scheduleNote,
    },
    table: toPhaseTable(part.id, part),
    times: Object.fromEntries(part.actions.map(({ id, planned, started, done }) => [id, { planned, started, done }])),
  }
}

/** Parts under their own, in stored order; one whose parent is not there stands by itself. */
function inTree(parts: readonly StoredPart[]): { part: StoredPart; depth: number }[] {
  const ids = new Set(parts.map(({ id }) => id))
  const under = (parentId: string | null, depth: number): { part: StoredPart; depth: number }[] =>
    parts
      .filter((part) => (part.parentId !== null && ids.has(part.parentId) ? part.parentId : null) === parentId)
      .flatMap((part) => [{ part, depth }, ...under(part.id, depth + 1)])
  return under(null, 0)
}

/** One of the same house that the viewer may not see is told only by a name that was given to it. */
function toLink(
  { linkedId, linked, kind, name, stateOn, ...link }: Stored['links'][number],
  seen: ReadonlySet<string>,
): PlanLink[] {
  const known = linkedId !== null && seen.has(linkedId) ? linked : null
  const shown = name ?? known?.name ?? null
  if (shown === null) return []
  return [
    {
      ...link,
      kind: linkKinds.find((one) => one === kind) ?? 'other',
      name: shown,
      projectKey: known?.key ?? null,
      stateOn: dayText(stateOn),
    },
  ]
}
