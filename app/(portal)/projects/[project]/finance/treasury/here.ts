import { notFound } from 'next/navigation'
import { can } from '@/lib/access/model'
import type { Keeps } from '@/lib/finance/treasury/addresses'
import type { SupportItemRow } from '@/lib/finance/treasury/model'
import { findItem } from '@/lib/finance/treasury/queries'
import { type FinanceHere, idHere } from '../here'

/** What the viewer may mend besides what the State Treasury alone is told. */
export const keepsHere = ({ viewer, project, keeps }: FinanceHere): Keeps => ({
  finance: keeps,
  documents: can(viewer, 'project.write', project.id),
})

/** The support of the address; one that is not the project's looks like a missing one. */
export async function itemHere({ viewer, project }: FinanceHere, id: string): Promise<SupportItemRow> {
  const item = await findItem(viewer, project.id, idHere(id))
  if (!item) notFound()
  return item
}
