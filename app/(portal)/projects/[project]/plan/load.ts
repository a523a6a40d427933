import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { can } from '@/lib/access/model'
import { partAddress, planAddress } from '@/lib/plan/addresses'
import { findPlan } from '@/lib/plan/overview/queries'
import { canKeepPlan } from '@/lib/plan/permissions'
import { versionOf } from '@/lib/plan/schedule/queries'
import { projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../here'

export type PlanParams = Promise<{ project: string }>
export type PartParams = Promise<{ project: string; part: string }>
export type RowParams = Promise<{ project: string; row: string }>

/** The plan of a page's address, whether the viewer keeps it, and the way to it. */
export async function planHere(params: PlanParams) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  const plan = can(viewer, 'project.read', project.id) ? await findPlan(viewer, project.id) : null
  if (!plan) notFound()
  const crumbs: Crumb[] = [
    { label: project.name, href: projectAddress(project.key) },
    { label: t('plan.title'), href: planAddress(project.key) },
  ]
  const writes = { plan: canKeepPlan(viewer, project.id), links: can(viewer, 'project.write', project.id) }
  return { viewer, project, t, plan, crumbs, writes, place: { project: project.key, projectId: project.id } }
}

/** One part of it with the mark of its schedule's state; "not found" when it is not the project's. */
export async function partHere(params: PartParams) {
  const here = await planHere(params)
  const { part: id } = await params
  const part = here.plan.parts.find((one) => one.id === id)
  if (!part) notFound()
  const crumbs = [...here.crumbs, { label: part.label, href: partAddress(here.project.key, part.id) }]
  const place = { ...here.place, workPackageId: part.id, version: versionOf(part.table) }
  return { ...here, part, crumbs, place }
}

/** The row of an address for those who keep the plan: null for a new one, "not found" when there is none. */
export async function rowHere<T extends { id: string; version: number }>(
  params: RowParams,
  rowsOf: (plan: Awaited<ReturnType<typeof planHere>>['plan']) => readonly T[],
) {
  const here = await planHere(params)
  const { row: asked } = await params
  const row = rowsOf(here.plan).find(({ id }) => id === asked) ?? null
  if (!here.writes.plan || (!row && asked !== 'new')) notFound()
  const values = row ? { ...here.place, id: row.id, version: row.version } : here.place
  return { ...here, row, values }
}
