import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { CalendarTable } from '@/components/rounds/calendar-table'
import { NewPeriod } from '@/components/rounds/new-period'
import { QuarterPlan } from '@/components/rounds/quarter-plan'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/model'
import { now } from '@/lib/platform/clock'
import { projectAddress } from '@/lib/projects/addresses'
import { planYear, suggestNext } from '@/lib/rounds/calendar/quarters/model'
import { listCalendar } from '@/lib/rounds/calendar/queries'
import { readYear } from '@/lib/rounds/calendar/schema'
import { dateInHelsinki } from '@/lib/values/calendar'
import { projectHere } from '../here'
import { addPeriod, addQuarters } from './actions'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('rounds.list.title') }
}

export default async function RoundsPage({ params, searchParams }: Props) {
  const [{ viewer, project }, query, t] = await Promise.all([
    projectHere((await params).project),
    searchParams,
    requestWords(),
  ])
  if (!can(viewer, 'report.read', project.id)) notFound()
  const manages = can(viewer, 'period.manage', project.id)
  const [periods, today, year] = [await listCalendar(viewer, project.id), dateInHelsinki(now()), readYear(query.year)]
  const suggested = suggestNext(periods, today)
  const plan = year === null ? [] : planYear(year, periods, today)
  const crumbs = [{ label: project.name, href: projectAddress(project.key) }, { label: t('rounds.list.title') }]
  const quarters = { year, suggestedYear: Number(suggested.from.slice(0, 4)), plan }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t('rounds.list.title')} intro={t('rounds.list.intro')} />
      <CalendarTable t={t} project={project.key} periods={periods} today={today} manages={manages} />
      {manages && <QuarterPlan t={t} project={project} {...quarters} create={addQuarters} />}
      {manages && <NewPeriod t={t} project={project} suggested={suggested} create={addPeriod} />}
    </>
  )
}
