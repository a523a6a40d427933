import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { type DestructionList, stateOfList } from '@/lib/retention/lists/model'
import { isId, type ListHeader } from '@/lib/retention/model'
import { retentionOf } from '@/lib/retention/permissions'

/** The county's lists, the newest first. The caller has checked the right. */
export async function listHeaders(_viewer: Viewer, tx: Tx, organisationId: string): Promise<ListHeader[]> {
  const rows = await tx.destructionList.findMany({
    where: { organisationId },
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      year: true,
      isApproved: true,
      carriedOutAt: true,
      withdrawnAt: true,
      preparedAt: true,
      preparedBy: { select: { name: true } },
      _count: { select: { items: true } },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    state: stateOfList(row),
    preparedAt: row.preparedAt.toISOString(),
    preparedBy: row.preparedBy.name,
    lines: row._count.items,
  }))
}

/** A list of the viewer's county with its lines; null when there is none, or for those who may not see it. */
export async function findList(viewer: Viewer, listId: string): Promise<DestructionList | null> {
  const held = retentionOf(viewer)
  if (!held || !isId(listId)) return null
  const row = await asViewer(viewer, (tx) =>
    tx.destructionList.findFirst({
      where: { id: listId, organisationId: held.organisationId },
      select: {
        id: true,
        year: true,
        version: true,
        preparedById: true,
        preparedAt: true,
        preparedBy: { select: { name: true } },
        decidedAt: true,
        decidedBy: { select: { name: true } },
        isApproved: true,
        decisionReason: true,
        carriedOutAt: true,
        withdrawnAt: true,
        withdrawReason: true,
        items: { orderBy: [{ title: 'asc' }, { kind: 'asc' }, { id: 'asc' }] },
      },
    }),
  )
  if (!row) return null
  return {
    id: row.id,
    year: row.year,
    version: row.version,
    state: stateOfList(row),
    prepared: { by: row.preparedBy.name, at: row.preparedAt.toISOString() },
    decided: row.decidedAt && {
      by: row.decidedBy?.name ?? '',
      at: row.decidedAt.toISOString(),
      reason: row.decisionReason,
    },
    withdrawn: row.withdrawnAt && { at: row.withdrawnAt.toISOString(), reason: row.withdrawReason ?? '' },
    carriedOutAt: row.carriedOutAt?.toISOString() ?? null,
    own: row.preparedById === viewer.userId,
    lines: row.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      projectKey: item.projectKey,
      title: item.title,
      rows: item.rows,
      dueOn: dayText(item.dueOn),
      basis: item.basis,
      years: item.years,
      leftOutReason: item.leftOutReason,
      destroyed: item.destroyedAt && {
        at: item.destroyedAt.toISOString(),
        rows: item.destroyedRows ?? 0,
        files: item.destroyedFiles ?? 0,
      },
    })),
  }
}
