import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { bySort } from '@/lib/platform/order'

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
  facts: { orderBy: bySort, select: { id: true, text: true } },
} as const satisfies Prisma.ActionSelect

/** Actions of one work package in stored order, as part of another read. */
export const actionsInOrder = { orderBy: bySort, select: fields } as const
