import type { Metadata } from 'next'
import { EvidenceList } from '@/components/status-reports/evidence/evidence-list'
import { ReturnedNotice } from '@/components/status-reports/returned-notice'
import { NextReport } from '@/components/status-reports/review/next-report'
import { ReviewPanel } from '@/components/status-reports/review/review-panel'
import { ReportHeading } from '@/components/status-reports/view/report-heading'
import { ReportNotes } from '@/components/status-reports/view/report-notes'
import { ReportSections } from '@/components/status-reports/view/report-sections'
import { Timeline } from '@/components/status-reports/view/timeline'
import { UnitFacts } from '@/components/status-reports/view/unit-facts'
import { Section } from '@/components/ui/section'
import { listReportEvidence } from '@/lib/status-reports/evidence/queries'
import { nextWaiting } from '@/lib/status-reports/views/queries'
import { titleOf } from '@/lib/work-packages/model'
import { approve, beginReview, recall, sendBack } from './actions'
import { loadReport, type ReportParams } from './load'

export async function generateMetadata({ params }: { params: ReportParams }): Promise<Metadata> {
  const { t, report } = await loadReport(params)
  return { title: t('statusReports.view.title', { unit: titleOf(report.unit) }) }
}

export default async function ReportPage({ params }: { params: ReportParams }) {
  const { viewer, t, project, report } = await loadReport(params)
  const [evidence, next] = await Promise.all([
    listReportEvidence(viewer, report.id),
    nextWaiting(viewer, { projectId: project.id, periodKey: report.period.key }),
  ])
  return (
    <>
      <ReportHeading t={t} project={project} report={report} />
      <ReturnedNotice t={t} report={report} />
      <NextReport t={t} projectKey={project.key} report={report} next={next} />
      <ReviewPanel
        t={t}
        projectKey={project.key}
        report={report}
        actions={{ approve, sendBack, startReview: beginReview, recall }}
      />
      <Section id="unit" title={t('statusReports.unit.title')}>
        <UnitFacts t={t} unit={report.unit} />
      </Section>
      <ReportSections t={t} report={report} />
      <Section id="evidence" title={t('evidence.title')}>
        <EvidenceList t={t} reportId={report.id} evidence={evidence} />
      </Section>
      <ReportNotes t={t} report={report} />
      <Timeline t={t} report={report} />
    </>
  )
}
