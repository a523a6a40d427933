import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ActionRow } from '@/lib/actions/model'
import { visibleTo } from '@/lib/actions/permissions'

const fields = {
  id: true,
  workPackageId: true,
  sourceId: true,
  origin: true,
  no: true,
  noAsWritten: true,
  section: true,
  title: true,
  state: true,
  statusText: true,
  statusAsWritten: true,
  planned: true,
  started: true,
  done: true,
  flag: true,
  facts: { orderBy: { sort: 'asc' }, select: { id: true, text: true } },
} as const satisfies Prisma.ActionSelect

/** Actions of a project, work package by work package: those of the plan first, then the reported ones. */
export function listActions(viewer: Viewer, projectId: string): Promise<ActionRow[]> {
  return asViewer(viewer, (tx) =>
    tx.action.findMany({
      where: { AND: [{ workPackage: { projectId } }, visibleTo(viewer)] },
      orderBy: [{ workPackage: { sort: 'asc' } }, { sort: 'asc' }],
      select: fields,
    }),
  )
}

/** Actions of one work package in stored order. */
export function listActionsOf(viewer: Viewer, workPackageId: string): Promise<ActionRow[]> {
  return asViewer(viewer, (tx) =>
    tx.action.findMany({
      where: { workPackageId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: fields,
    }),
  )
}
