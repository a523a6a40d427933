import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { periodName } from '@/components/rounds/period-name'
import { ProjectGrid } from '@/components/status-reports/form/grid/project-grid'
import { gridUnits } from '@/components/status-reports/form/grid/project-units'
import { gridWords } from '@/components/status-reports/form/grid/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { projectAddress, roundAddress } from '@/lib/projects/addresses'
import { figureSheetsAddress, roundGridAddress } from '@/lib/rounds/addresses'
import { listReports } from '@/lib/status-reports/views/round/queries'
import { projectHere } from '../../../here'
import { saveReport } from '../[unit]/edit/actions'

type Props = { params: Promise<{ project: string; period: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ project, period }, t] = await Promise.all([params, requestWords()])
  await projectHere(project)
  return { title: t('statusReports.grid.projectTitle', { period: periodName(period) }) }
}

export default async function ProjectGridPage({ params }: Props) {
  const [{ project: key, period }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const reports = await listReports(viewer, { projectId: project.id, periodKey: period })
  if (!reports) notFound()
  const units = gridUnits(t, key, reports)
  const writes = units.some(({ form }) => form !== null)
  const title = t('statusReports.grid.projectTitle', { period: periodName(period) })
  const round = { label: t('rounds.crumb', { period: periodName(period) }), href: roundAddress(key, period) }
  const crumbs = [{ label: project.name, href: projectAddress(key) }, round, { label: t('statusReports.grid.caption') }]
  const words = { ...gridWords(t), label: title, toReport: t('statusReports.grid.whole') }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={title}
        intro={t(writes ? 'statusReports.grid.projectHelp' : 'statusReports.grid.projectReadHelp')}
        actions={writes && <ButtonLink href={figureSheetsAddress(key, period)}>{t('figureSheets.title')}</ButtonLink>}
      />
      {units.length === 0 ? (
        <EmptyState title={t('statusReports.grid.projectNone')}>{t('statusReports.grid.projectNoneHelp')}</EmptyState>
      ) : (
        <ProjectGrid action={saveReport} address={roundGridAddress(key, period)} units={units} words={words} />
      )}
    </>
  )
}
