import type { Metadata } from 'next'
import { CommentedReport } from '@/components/comments/commented-report'
import { ReportProposals } from '@/components/plan-changes/report-proposals'
import { EvidenceList } from '@/components/status-reports/evidence/evidence-list'
import { ReviewPanel } from '@/components/status-reports/review/review-panel'
import { ReportNotes } from '@/components/status-reports/view/report-notes'
import { ReportTop } from '@/components/status-reports/view/report-top'
import { Timeline } from '@/components/status-reports/view/timeline'
import { UnitFacts } from '@/components/status-reports/view/unit-facts'
import { Section } from '@/components/ui/section'
import { listReportEvidence } from '@/lib/status-reports/evidence/queries'
import { nextWaiting } from '@/lib/status-reports/views/queries'
import { titleOf } from '@/lib/work-packages/model'
import { approve, beginReview, recall, reopen, sendBack } from './actions'
import { type CommentSearch, loadTalk } from './comments/load'
import { loadReport, type ReportParams, type ReturnSearch } from './load'
import { loadProposals } from './proposals'

export async function generateMetadata({ params }: { params: ReportParams }): Promise<Metadata> {
  const { t, report } = await loadReport(params)
  return { title: t('statusReports.view.title', { unit: titleOf(report.unit) }) }
}

type Props = { params: ReportParams; searchParams: Promise<CommentSearch & ReturnSearch> }

export default async function ReportPage({ params, searchParams }: Props) {
  const { viewer, t, project, report } = await loadReport(params, searchParams)
  const [talk, evidence, proposals, next] = await Promise.all([
    loadTalk(viewer, report, searchParams),
    listReportEvidence(viewer, report.id),
    loadProposals(viewer, project, report),
    nextWaiting(viewer, { projectId: project.id, periodKey: report.period.key }),
  ])
  return (
    <>
      <ReportTop t={t} project={project} report={report} next={next} />
      <ReviewPanel
        t={t}
        projectKey={project.key}
        report={report}
        actions={{ approve, sendBack, startReview: beginReview, recall, reopen }}
      />
      <Section id="unit" title={t('statusReports.unit.title')}>
        <UnitFacts t={t} unit={report.unit} />
      </Section>
      <CommentedReport t={t} projectKey={project.key} report={report} {...talk} />
      <ReportProposals t={t} {...proposals} />
      <Section id="evidence" title={t('evidence.title')}>
        <EvidenceList t={t} reportId={report.id} evidence={evidence} />
      </Section>
      <ReportNotes t={t} report={report} />
      <Timeline t={t} report={report} />
    </>
  )
}
