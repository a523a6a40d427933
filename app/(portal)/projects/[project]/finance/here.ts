import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import type { Viewer } from '@/lib/access/model'
import { canKeepFinance } from '@/lib/finance/permissions'
import { canKeepTreasury } from '@/lib/finance/treasury/permissions'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { projectHere } from '../here'

export type FinanceHere = { viewer: Viewer; project: ProjectHeader; t: Words; keeps: boolean; treasury: boolean }

/** The project of a page of its finances, and whether the viewer keeps them, and what the State Treasury is told. */
export async function financeHere(params: Promise<{ project: string }>): Promise<FinanceHere> {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  const [keeps, treasury] = [canKeepFinance(viewer, project.id), canKeepTreasury(viewer, project.id)]
  return { viewer, project, t, keeps, treasury }
}

/** The same for pages that write: to others they look missing. */
export async function keeperHere(params: Promise<{ project: string }>): Promise<FinanceHere> {
  const here = await financeHere(params)
  if (!here.keeps) notFound()
  return here
}

/** The same for pages of what the State Treasury is told: to others they look missing. */
export async function treasuryHere(params: Promise<{ project: string }>): Promise<FinanceHere> {
  const here = await financeHere(params)
  if (!here.treasury) notFound()
  return here
}

/** An id of the address; what is none looks like a missing one. */
export function idHere(id: string): string {
  if (!z.uuid().safeParse(id).success) notFound()
  return id
}
