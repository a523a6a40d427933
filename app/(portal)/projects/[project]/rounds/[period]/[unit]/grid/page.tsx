import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ClosedReport } from '@/components/status-reports/form/closed-report'
import { formProps } from '@/components/status-reports/form/form-props'
import { gridWords } from '@/components/status-reports/form/grid/words'
import { ReportForm } from '@/components/status-reports/form/report-form'
import { FormHeading } from '@/components/status-reports/form-heading'
import { reportAddress, reportFormAddress } from '@/lib/status-reports/addresses'
import { sectionPaths } from '@/lib/status-reports/fields/model'
import { isWritable } from '@/lib/status-reports/model'
import { titleOf } from '@/lib/work-packages/model'
import { saveReport } from '../edit/actions'
import { loadReport, type ReportParams } from '../load'

type Props = { params: ReportParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t, report } = await loadReport(params)
  return { title: t('statusReports.grid.title', { unit: titleOf(report.unit) }) }
}

export default async function ReportGridPage({ params }: Props) {
  const { t, project, report } = await loadReport(params)
  const place = { project: project.key, period: report.period.key, unit: report.unit.id }
  if (!report.may.write) redirect(reportAddress(place.project, place.period, place.unit))
  if (!isWritable(report.state) || report.closed) return <ClosedReport t={t} project={project} report={report} />
  const { sections, ...form } = formProps(t, report, place)
  const indicators = sections.filter(({ path }) => path === sectionPaths.indicators)
  // Nothing of it is open for writing: the form tells what is.
  if (indicators.length === 0) redirect(reportFormAddress(place.project, place.period, place.unit))
  return (
    <>
      <FormHeading t={t} project={project} report={report} grid />
      <ReportForm action={saveReport} {...form} sections={indicators} grid={gridWords(t)} />
    </>
  )
}
