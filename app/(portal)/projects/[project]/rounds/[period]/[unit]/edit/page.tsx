import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EvidenceForms } from '@/components/status-reports/evidence/evidence-forms'
import { ReportForm } from '@/components/status-reports/form/report-form'
import { formSections } from '@/components/status-reports/form/shape'
import { formWords } from '@/components/status-reports/form/words'
import { FormHeading } from '@/components/status-reports/form-heading'
import { savedText } from '@/components/status-reports/saved-text'
import { reportAddress } from '@/lib/status-reports/addresses'
import { listReportEvidence } from '@/lib/status-reports/evidence/queries'
import { isWritable } from '@/lib/status-reports/model'
import { titleOf } from '@/lib/work-packages/model'
import { loadReport, type ReportParams } from '../load'
import { saveReport } from './actions'
import { addLink, removeEvidence } from './evidence/actions'

export async function generateMetadata({ params }: { params: ReportParams }): Promise<Metadata> {
  const { t, report } = await loadReport(params)
  return { title: t('statusReports.form.title', { unit: titleOf(report.unit) }) }
}

type Props = { params: ReportParams; searchParams: Promise<{ file?: string | string[] }> }

export default async function ReportFormPage({ params, searchParams }: Props) {
  const [{ viewer, t, project, report }, { file }] = await Promise.all([loadReport(params), searchParams])
  const place = { project: project.key, period: report.period.key, unit: report.unit.id }
  if (!report.may.write || !isWritable(report.state)) redirect(reportAddress(place.project, place.period, place.unit))
  const evidence = await listReportEvidence(viewer, report.id)
  return (
    <>
      <FormHeading t={t} project={project} report={report} />
      <ReportForm
        action={saveReport}
        saveAddress={`/api/reports/${report.id}/fields`}
        report={{ id: report.id, version: report.version, ...place }}
        sections={formSections(t, report)}
        savedAt={report.savedAt && savedText(t, report.savedAt)}
        words={formWords(t)}
      >
        <EvidenceForms
          t={t}
          reportId={report.id}
          place={place}
          evidence={evidence}
          lastFile={typeof file === 'string' ? file : null}
          addLink={addLink}
          removeEvidence={removeEvidence}
        />
      </ReportForm>
    </>
  )
}
