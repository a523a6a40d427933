import { notFound } from 'next/navigation'
import { listBudgetTables } from '@/lib/finance/budgets/queries'
import { type FinanceHere, idHere } from '../../here'

/** The budget of the address; one that is not the project's looks like a missing one. */
export async function budgetHere({ viewer, project }: FinanceHere, id: string) {
  const tables = await listBudgetTables(viewer, project.id)
  const table = tables.find((one) => one.id === idHere(id))
  if (!table) notFound()
  return table
}
