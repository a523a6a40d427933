import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { PersonMonthsRow } from '@/lib/plan/person-months/model'
import { decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

/** Person-months of a project, as part of another read. */
export const personMonthsInOrder = {
  orderBy: bySort,
  select: {
    id: true,
    workPackageId: true,
    role: true,
    year: true,
    months: true,
    monthsAsWritten: true,
    fundingSource: true,
    note: true,
    version: true,
  },
} as const satisfies Prisma.Project$personMonthsArgs

/** A stored row as the house knows it. */
export function toPersonMonths(
  row: Prisma.PersonMonthsGetPayload<{ select: typeof personMonthsInOrder.select }>,
): PersonMonthsRow {
  return { ...row, months: decimalText(row.months) }
}
