import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { ExceptionPanel } from '@/components/rounds/exception-panel'
import { periodName } from '@/components/rounds/period-name'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { projectAddress, roundAddress } from '@/lib/projects/addresses'
import { findUnitDay } from '@/lib/rounds/exceptions/queries'
import { projectHere } from '../../../../here'
import { grant, withdraw } from './actions'

type Props = { params: Promise<{ project: string; period: string; unit: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('calendar.exception.title') }
}

export default async function ExceptionPage({ params }: Props) {
  const [{ project: key, period, unit: unitId }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  if (!z.uuid().safeParse(unitId).success) notFound()
  const unit = await findUnitDay(viewer, { projectId: project.id, periodKey: period, unitId })
  if (!unit) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(key) },
          { label: t('rounds.crumb', { period: periodName(period) }), href: roundAddress(key, period) },
          { label: t('calendar.exception.title') },
        ]}
      />
      <PageHeading
        title={t('calendar.exception.heading', { unit: unit.title })}
        intro={t('calendar.exception.intro')}
      />
      <ExceptionPanel t={t} project={key} unit={unit} me={viewer.name} grant={grant} withdraw={withdraw} />
    </>
  )
}
