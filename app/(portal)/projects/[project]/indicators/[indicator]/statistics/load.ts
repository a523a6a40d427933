import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { indicatorAddress, indicatorsAddress, projectAddress } from '@/lib/projects/addresses'
import { rightToFollow } from '@/lib/statistics/permissions'
import { findFollowed } from '@/lib/statistics/queries'
import { projectHere } from '../../../here'
import { loadIndicator } from '../../load'

export type StatisticsParams = Promise<{ project: string; indicator: string }>

/** The indicator of the address with what is followed beside it, and whether the viewer may follow. */
export async function statisticsHere(params: StatisticsParams) {
  const { project: key, indicator: id } = await params
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  const found = await loadIndicator(viewer, project, id)
  const followed = found && (await findFollowed(viewer, id))
  if (!followed) notFound()
  const { name } = found.indicator
  const crumbs: Crumb[] = [
    { label: project.name, href: projectAddress(key) },
    { label: t('indicators.title'), href: indicatorsAddress(key) },
    { label: name, href: indicatorAddress(key, id) },
  ]
  const place = { project: key, indicatorId: id }
  // What has been chosen but not published yet is for those who read what is not published.
  const chosen = found.known.live ? followed.chosen : []
  const mayFollow = rightToFollow(viewer, project.id) !== null
  return { viewer, t, crumbs, name, place, ...followed, chosen, mayFollow }
}
