import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { rightToKeepIndicators } from '@/lib/indicators/permissions'
import { findIndicator, listCodes } from '@/lib/indicators/queries'
import { indicatorAddress, indicatorsAddress, projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../here'

/** Where indicators are written: only for those who keep them; "not found" for everybody else. */
export async function keepingHere(params: Promise<{ project: string }>) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  if (!rightToKeepIndicators(viewer, project.id)) notFound()
  const crumbs: Crumb[] = [
    { label: project.name, href: projectAddress(project.key) },
    { label: t('indicators.title'), href: indicatorsAddress(project.key) },
  ]
  return { viewer, project, t, crumbs }
}

const find = cache(findIndicator)

/** The one that is written, as it stands. */
export async function indicatorHere(params: Promise<{ project: string; indicator: string }>) {
  const here = await keepingHere(params)
  const { indicator: id } = await params
  const indicator = z.uuid().safeParse(id).success ? await find(here.viewer, id) : null
  const codes = indicator && (await listCodes(here.viewer, here.project.id))
  if (!indicator || !codes?.has(indicator.id)) notFound()
  const name = indicator.current?.name ?? indicator.sourceId
  const crumbs = [...here.crumbs, { label: name, href: indicatorAddress(here.project.key, indicator.id) }]
  const sent = { project: here.project.key, indicatorId: indicator.id, version: indicator.version }
  return { ...here, indicator, codes, name, crumbs, sent }
}
