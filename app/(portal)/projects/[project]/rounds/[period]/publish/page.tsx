import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { NewerCorrections } from '@/components/rounds/newer-corrections'
import { periodName } from '@/components/rounds/period-name'
import { PublishChecks } from '@/components/rounds/publish-checks'
import { PublishHeading } from '@/components/rounds/publish-heading'
import { PublishPanel } from '@/components/rounds/publish-panel'
import { PublishedVersions } from '@/components/rounds/published-versions'
import { checkBeforePublishing } from '@/lib/rounds/publishing/prechecks/queries'
import { listVersions } from '@/lib/rounds/publishing/queries'
import { findRound } from '@/lib/rounds/queries'
import { correctionsSince } from '@/lib/status-reports/corrections/queries'
import { projectHere } from '../../../here'
import { publish } from './actions'

type Props = { params: Promise<{ project: string; period: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ project, period }, t] = await Promise.all([params, requestWords()])
  await projectHere(project)
  return { title: t('calendar.publish.title', { period: periodName(period) }) }
}

export default async function PublishPage({ params }: Props) {
  const [{ project: key, period }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const round = await findRound(viewer, project.id, period)
  const checked = round?.may.publish ? await checkBeforePublishing(viewer, project.id, period) : null
  if (!round || !checked) notFound()
  const versions = await listVersions(viewer, round.periodId)
  // Nothing can have been corrected since a publication that has not been.
  const since = versions.length > 0 ? await correctionsSince(viewer, project.id, period) : null
  return (
    <>
      <PublishHeading t={t} project={project} round={round} />
      <NewerCorrections t={t} since={since} />
      <PublishChecks t={t} project={key} periods={project.periods} round={round} findings={checked.findings} />
      <PublishPanel t={t} project={key} round={round} checked={checked} publish={publish} />
      <PublishedVersions t={t} project={key} round={round} versions={versions} />
    </>
  )
}
