import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { periodName } from '@/components/rounds/period-name'
import { PublishPanel } from '@/components/rounds/publish-panel'
import { RoundCountsRow } from '@/components/rounds/round-counts'
import { RoundFilters } from '@/components/rounds/round-filters'
import { RoundHeading } from '@/components/rounds/round-heading'
import { RoundTable } from '@/components/rounds/round-table'
import { filterRows, readFilter } from '@/lib/rounds/filters/model'
import { findRound } from '@/lib/rounds/queries'
import { projectHere } from '../../here'
import { open, publish } from './actions'

type Props = {
  params: Promise<{ project: string; period: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ project, period }, t] = await Promise.all([params, requestWords()])
  await projectHere(project)
  return { title: t('rounds.title', { period: periodName(period) }) }
}

export default async function RoundPage({ params, searchParams }: Props) {
  const [{ project: key, period }, query, t] = await Promise.all([params, searchParams, requestWords()])
  const { viewer, project } = await projectHere(key)
  const round = await findRound(viewer, project.id, period)
  if (!round) notFound()
  const filter = readFilter(query)
  return (
    <>
      <RoundHeading t={t} project={project} round={round} open={open} />
      <RoundCountsRow t={t} project={project.key} round={round} />
      <RoundFilters t={t} project={project.key} round={round} filter={filter} />
      <RoundTable t={t} project={project.key} round={round} rows={filterRows(round.rows, filter)} />
      <PublishPanel t={t} project={project.key} round={round} publish={publish} />
    </>
  )
}
