import { notFound } from 'next/navigation'
import { findPurchase } from '@/lib/finance/purchases/queries'
import { type FinanceHere, idHere } from '../../here'

/** The purchase of the address; one that is not the project's looks like a missing one. */
export async function purchaseHere({ viewer, project }: FinanceHere, id: string) {
  const purchase = await findPurchase(viewer, project.id, idHere(id))
  if (!purchase) notFound()
  return purchase
}
