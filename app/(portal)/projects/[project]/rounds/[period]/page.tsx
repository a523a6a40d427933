import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { NewerCorrections } from '@/components/rounds/newer-corrections'
import { periodName } from '@/components/rounds/period-name'
import { QueueLink } from '@/components/rounds/queue/queue-link'
import { UnsentPanel } from '@/components/rounds/queue/unsent-panel'
import { RoundCountsRow } from '@/components/rounds/round-counts'
import { RoundFilters } from '@/components/rounds/round-filters'
import { RoundHeading } from '@/components/rounds/round-heading'
import { RoundTable } from '@/components/rounds/round-table'
import { now } from '@/lib/platform/clock'
import { filterRows, offeredFilter, readFilter } from '@/lib/rounds/filters/model'
import { findRound } from '@/lib/rounds/queries'
import { readReminderAddress } from '@/lib/rounds/reminders/model'
import { lastReminders } from '@/lib/rounds/reminders/queries'
import { correctionsSince } from '@/lib/status-reports/corrections/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { projectHere } from '../../here'
import { open } from './actions'
import { remind } from './queue/actions'

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
  const filter = offeredFilter(round, readFilter(query))
  const reminders = { reminded: await lastReminders(viewer, round.periodId), told: readReminderAddress(query), remind }
  return (
    <>
      <RoundHeading t={t} project={project} round={round} today={dateInHelsinki(now())} open={open} />
      {round.may.publish && <NewerCorrections t={t} since={await correctionsSince(viewer, project.id, period)} />}
      <RoundCountsRow t={t} project={project.key} round={round} />
      <QueueLink t={t} project={project.key} round={round} />
      <RoundFilters t={t} project={project.key} round={round} filter={filter} />
      <RoundTable t={t} project={project.key} round={round} rows={filterRows(round.rows, filter)} />
      <UnsentPanel t={t} project={project.key} round={round} from="round" {...reminders} />
    </>
  )
}
