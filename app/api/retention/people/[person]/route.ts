import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { drawCsv } from '@/lib/exports/sheets/csv'
import { exportPersonalData } from '@/lib/retention/personal-data/commands'

/**
 * What is held of a person, `?format=json` (or none) or `csv`; `me` is the viewer. Who may not have it gets the answer of a
 * missing one.
 */
export async function GET(request: Request, { params }: { params: Promise<{ person: string }> }): Promise<Response> {
  const [viewer, { person }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'json'
  return madeAnswer(
    format,
    await exportPersonalData(viewer, { person, format, draw: (listing) => drawCsv(listing, 'csv') }),
  )
}
