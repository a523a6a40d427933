import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { findStructure, listUses } from '@/lib/plan/structure/queries'
import { projectHere } from '../here'

/** The structure of the project of a page's address, for those who keep it; to others the page looks missing. */
export async function structureHere(key: string) {
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  const structure = await findStructure(viewer, project.id)
  if (!structure) notFound()
  return { viewer, project, t, structure }
}

const tables = { levels: 'InvestmentLevel', investments: 'Investment', units: 'WorkPackage' } as const

/** The same with one row, null for `new`, and what hangs on it. */
export async function partHere<List extends keyof typeof tables>(key: string, list: List, id: string) {
  const here = await structureHere(key)
  const rows: { id: string; stamp: string }[] = here.structure[list]
  const row = id === 'new' ? null : rows.find((one) => one.id === id)
  if (row === undefined) notFound()
  const uses = row ? await listUses(here.viewer, tables[list], row.id) : []
  return { ...here, row: row as (typeof here.structure)[List][number] | null, uses }
}
