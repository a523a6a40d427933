import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CorrectionScreen } from '@/components/status-reports/corrections/correction-screen'
import { figureToCorrect } from '@/components/status-reports/corrections/figure'
import { correctedPath, reportAddress } from '@/lib/status-reports/addresses'
import { isFinal } from '@/lib/status-reports/model'
import { loadReport, type ReportParams } from '../load'
import { correct } from './actions'

type Props = { params: ReportParams; searchParams: Promise<{ field?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await loadReport(params)
  return { title: t('corrections.page.title') }
}

export default async function CorrectionPage({ params, searchParams }: Props) {
  const [{ t, project, report }, query] = await Promise.all([loadReport(params), searchParams])
  if (!report.may.review || !isFinal(report.state)) {
    redirect(reportAddress(project.key, report.period.key, report.unit.id))
  }
  const figure = figureToCorrect(t, report, correctedPath(query))
  if (!figure) notFound()
  return <CorrectionScreen t={t} project={project} report={report} figure={figure} action={correct} />
}
