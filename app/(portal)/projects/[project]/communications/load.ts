import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { rowTitle } from '@/components/communications/row-texts'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { can } from '@/lib/access/model'
import { rowAddress } from '@/lib/communications/addresses'
import { rightToKeepCommunications } from '@/lib/communications/permissions'
import { findCommunication } from '@/lib/communications/queries'
import { communicationsAddress, projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../here'

export type RowParams = Promise<{ project: string; row: string }>

/** The plan of a page's address: who is looking, whether they keep it, and the way to it. */
export async function planHere(params: Promise<{ project: string }>) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  if (!can(viewer, 'project.read', project.id)) notFound()
  const crumbs: Crumb[] = [
    { label: project.name, href: projectAddress(project.key) },
    { label: t('communications.title'), href: communicationsAddress(project.key) },
  ]
  return { viewer, project, t, crumbs, writes: rightToKeepCommunications(viewer, project.id) !== null }
}

const find = cache(findCommunication)

/** One row of it; "not found" when it is not the viewer's. */
export async function rowHere(params: RowParams) {
  const here = await planHere(params)
  const { row: id } = await params
  const row = z.uuid().safeParse(id).success ? await find(here.viewer, here.project.id, id) : null
  if (!row) notFound()
  const title = rowTitle(row)
  return { ...here, row, title, crumbs: [...here.crumbs, { label: title, href: rowAddress(here.project.key, row.id) }] }
}
