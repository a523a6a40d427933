import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import type { Viewer } from '@/lib/access/model'
import { canKeepFinance } from '@/lib/finance/permissions'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { projectHere } from '../here'

export type FinanceHere = { viewer: Viewer; project: ProjectHeader; t: Words; keeps: boolean }

/** The project of a page of its finances, and whether the viewer keeps them. */
export async function financeHere(params: Promise<{ project: string }>): Promise<FinanceHere> {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  return { viewer, project, t, keeps: canKeepFinance(viewer, project.id) }
}

/** The same for pages that write: to others they look missing. */
export async function keeperHere(params: Promise<{ project: string }>): Promise<FinanceHere> {
  const here = await financeHere(params)
  if (!here.keeps) notFound()
  return here
}

/** An id of the address; what is none looks like a missing one. */
export function idHere(id: string): string {
  if (!z.uuid().safeParse(id).success) notFound()
  return id
}
