import { z } from 'zod'
import { refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import { periodName } from '@/components/rounds/period-name'
import { currentViewer } from '@/lib/access/session'
import { listPickable } from '@/lib/final-report/picking/queries'
import { sectionLabels } from '@/lib/status-reports/labels'

/** Paragraphs of approved quarterly reports, for the editor of a section to pick from. */
export async function GET(_request: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  const [viewer, t, { section }] = await Promise.all([currentViewer(), requestWords(), params])
  if (!viewer) return refuse('SIGNED_OUT')
  const reports = z.uuid().safeParse(section).success ? await listPickable(viewer, section) : null
  if (!reports) return refuse('NOT_FOUND')
  return Response.json({
    reports: reports.map(({ reportId, periodKey, unitTitle, paragraphs }) => ({
      reportId,
      label: `${periodName(periodKey)}, ${unitTitle}`,
      paragraphs: paragraphs.map(({ path, text, section: part }) => ({ path, text, part: t(sectionLabels[part]) })),
    })),
  })
}
