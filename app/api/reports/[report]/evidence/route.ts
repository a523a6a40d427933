import { z } from 'zod'
import { takeFile } from '@/app/api/sent-file'
import { reportFormAddress } from '@/lib/status-reports/addresses'
import { addFile } from '@/lib/status-reports/evidence/commands'
import { sectionField } from '@/lib/status-reports/evidence/schema'
import { reportPlace } from '@/lib/status-reports/schema'

const place = z.object({ ...reportPlace, label: z.string().max(300), section: sectionField })

/** Takes a file for a report and goes back to the form. */
export async function POST(request: Request, { params }: { params: Promise<{ report: string }> }): Promise<Response> {
  const reportId = z.uuid().safeParse((await params).report)
  if (!reportId.success) return new Response(null, { status: 400 })
  return takeFile(
    request,
    place,
    (viewer, { label, section }, file) => addFile(viewer, { reportId: reportId.data, label, path: section, ...file }),
    ({ project, period, unit }, answer) => `${reportFormAddress(project, period, unit)}?file=${answer}#evidence`,
  )
}
