import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { InvestmentRow } from '@/lib/investments/model'
import { visibleTo } from '@/lib/investments/permissions'
import { bySort } from '@/lib/platform/order'

/** Pillars, investments and sub-areas of a project in tree order, as part of another read. */
export const investmentsInOrder = {
  orderBy: bySort,
  select: {
    id: true,
    parentId: true,
    level: { select: { key: true, label: true, depth: true } },
    sourceId: true,
    code: true,
    title: true,
    titleVariants: true,
    isPlaceholder: true,
    note: true,
  },
} as const satisfies Prisma.Project$investmentsArgs

/** Pillars, investments and sub-areas of a project in tree order: parents before their children. */
export function listInvestments(viewer: Viewer, projectId: string): Promise<InvestmentRow[]> {
  return asViewer(viewer, (tx) =>
    tx.investment.findMany({ where: { projectId, ...visibleTo(viewer) }, ...investmentsInOrder }),
  )
}
