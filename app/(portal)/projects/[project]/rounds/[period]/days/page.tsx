import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { ChangePeriod } from '@/components/rounds/change-period'
import { periodName } from '@/components/rounds/period-name'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { projectAddress, roundAddress, roundsAddress } from '@/lib/projects/addresses'
import { findRound } from '@/lib/rounds/queries'
import { projectHere } from '../../../here'
import { change } from './actions'

type Props = { params: Promise<{ project: string; period: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ project, period }, t] = await Promise.all([params, requestWords()])
  await projectHere(project)
  return { title: t('calendar.days.title', { period: periodName(period) }) }
}

export default async function PeriodDaysPage({ params }: Props) {
  const [{ project: key, period }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const round = await findRound(viewer, project.id, period)
  if (!round?.may.manage) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(key) },
          { label: t('rounds.list.title'), href: roundsAddress(key) },
          { label: periodName(period), href: roundAddress(key, period) },
          { label: t('calendar.changeDays') },
        ]}
      />
      <PageHeading title={t('calendar.days.title', { period: periodName(period) })} intro={t('calendar.days.intro')} />
      <ChangePeriod t={t} project={key} round={round} change={change} />
    </>
  )
}
