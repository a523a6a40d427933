import { z } from 'zod'
import { madeAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { fetchFile } from '@/lib/finance/treasury/files/commands'
import { fileFormats } from '@/lib/finance/treasury/files/model'

type Params = Promise<{ project: string; file: string }>

/** A file that was made for the State Treasury, as `?format=json` (or none) or `xlsx`. Who may not have it gets the answer of a missing one. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project: projectKey, file }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams.get('format') ?? 'json'
  const format = fileFormats.find((one) => one === asked)
  if (!format || !z.uuid().safeParse(file).success) return new Response(null, { status: 404 })
  const made = await fetchFile(viewer, { projectKey, fileId: file, format }, (sheets, title) =>
    drawWorkbook(sheets, title, 'fi'),
  )
  if (!made.ok && made.reason === 'TOO_MANY') {
    return new Response(null, { status: 429, headers: { 'retry-after': '600', 'cache-control': 'no-store' } })
  }
  return madeAnswer(format, made.ok ? made : { ok: false, reason: 'NOT_FOUND' })
}
