import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { singleKeysOn } from '@/components/frame/shortcut-setting'
import { periodName } from '@/components/rounds/period-name'
import { QueueBar } from '@/components/rounds/queue/queue-bar'
import { QueueFilters } from '@/components/rounds/queue/queue-filters'
import { QueueHeading } from '@/components/rounds/queue/queue-heading'
import { QueueWork } from '@/components/rounds/queue/queue-work'
import { UnsentPanel } from '@/components/rounds/queue/unsent-panel'
import { offeredFilter } from '@/lib/rounds/filters/model'
import { readQueueAddress, viewQueue } from '@/lib/rounds/queue/model'
import { findQueue } from '@/lib/rounds/queue/queries'
import { readReminderAddress } from '@/lib/rounds/reminders/model'
import { findReport } from '@/lib/status-reports/views/queries'
import { projectHere } from '../../../here'
import { approve, beginReview, remind, sendBack } from './actions'

type Props = {
  params: Promise<{ project: string; period: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ project, period }, t] = await Promise.all([params, requestWords()])
  await projectHere(project)
  return { title: t('reviewQueue.title', { period: periodName(period) }) }
}

export default async function QueuePage({ params, searchParams }: Props) {
  const [{ project: key, period }, query, t, jar] = await Promise.all([params, searchParams, requestWords(), cookies()])
  const { viewer, project } = await projectHere(key)
  const queue = await findQueue(viewer, project.id, period)
  if (!queue) notFound()
  const asked = readQueueAddress(query)
  const address = { ...asked, filter: offeredFilter(queue.round, asked.filter) }
  const view = viewQueue(queue.round.rows, address)
  const chosen = view.chosen && { projectId: project.id, periodKey: period, unitId: view.chosen.unitId }
  const report = chosen && (await findReport(viewer, chosen))
  const shortcuts = singleKeysOn((name) => jar.get(name)?.value)
  const parts = { t, project: key, round: queue.round }
  const actions = { approve, sendBack, beginReview }
  return (
    <>
      <QueueHeading t={t} project={project} period={period} />
      <QueueBar {...parts} view={view} address={address} shortcuts={shortcuts} />
      <QueueFilters {...parts} view={view} filter={address.filter} />
      <QueueWork {...parts} queue={queue} view={view} address={address} report={report} actions={actions} />
      <UnsentPanel
        {...parts}
        reminded={queue.reminded}
        from="queue"
        told={readReminderAddress(query)}
        remind={remind}
      />
    </>
  )
}
