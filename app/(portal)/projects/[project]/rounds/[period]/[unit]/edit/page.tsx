import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { commentsBeside } from '@/components/comments/beside'
import { CommentedForm } from '@/components/comments/commented-form'
import { ReportProposals } from '@/components/plan-changes/report-proposals'
import { EvidenceForms } from '@/components/status-reports/evidence/evidence-forms'
import { ClosedReport } from '@/components/status-reports/form/closed-report'
import { formProps } from '@/components/status-reports/form/form-props'
import { ReportForm } from '@/components/status-reports/form/report-form'
import { FormHeading } from '@/components/status-reports/form-heading'
import { reportAddress } from '@/lib/status-reports/addresses'
import { listReportEvidence } from '@/lib/status-reports/evidence/queries'
import { isWritable } from '@/lib/status-reports/model'
import { titleOf } from '@/lib/work-packages/model'
import { type CommentSearch, loadTalk } from '../comments/load'
import { loadReport, type ReportParams } from '../load'
import { loadProposals } from '../proposals'
import { saveReport } from './actions'
import { addLink, removeEvidence } from './evidence/actions'

export async function generateMetadata({ params }: { params: ReportParams }): Promise<Metadata> {
  const { t, report } = await loadReport(params)
  return { title: t('statusReports.form.title', { unit: titleOf(report.unit) }) }
}

type Props = { params: ReportParams; searchParams: Promise<CommentSearch & { file?: string | string[] }> }

export default async function ReportFormPage({ params, searchParams }: Props) {
  const [{ viewer, t, project, report }, { file }] = await Promise.all([loadReport(params), searchParams])
  const place = { project: project.key, period: report.period.key, unit: report.unit.id }
  if (!report.may.write) redirect(reportAddress(place.project, place.period, place.unit))
  if (!isWritable(report.state) || report.closed) return <ClosedReport t={t} project={project} report={report} />
  const talk = await loadTalk(viewer, report, searchParams)
  const evidence = await listReportEvidence(viewer, report.id)
  const proposals = await loadProposals(viewer, project, report)
  return (
    <>
      <FormHeading t={t} project={project} report={report} />
      <CommentedForm t={t} projectKey={project.key} report={report} {...talk}>
        <ReportForm
          action={saveReport}
          {...formProps(t, report, place)}
          beside={commentsBeside({ t, report, comments: talk.comments, on: 'form' })}
        >
          <EvidenceForms
            t={t}
            reportId={report.id}
            place={place}
            evidence={evidence}
            lastFile={typeof file === 'string' ? file : null}
            addLink={addLink}
            removeEvidence={report.within ? undefined : removeEvidence}
          />
        </ReportForm>
      </CommentedForm>
      <ReportProposals t={t} {...proposals} />
    </>
  )
}
