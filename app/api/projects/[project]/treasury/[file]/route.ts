import { z } from 'zod'
import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { fetchFile } from '@/lib/finance/treasury/files/commands'
import { fileFormats } from '@/lib/finance/treasury/files/model'

type Params = Promise<{ project: string; file: string }>

/** A file that was made for the State Treasury, as `?format=json` (or none) or `xlsx`. Who may not have it gets the answer of a missing one. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project: projectKey, file }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const asked = new URL(request.url).searchParams.get('format') ?? 'json'
  const format = fileFormats.find((one) => one === asked)
  if (!format || !z.uuid().safeParse(file).success) return new Response(null, { status: 404 })
  const made = await fetchFile(viewer, { projectKey, fileId: file, format }, (sheets, title) =>
    drawWorkbook(sheets, title, 'fi'),
  )
  return madeAnswer(format, made.ok || made.reason === 'TOO_MANY' ? made : { ok: false, reason: 'NOT_FOUND' })
}
