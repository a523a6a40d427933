import { z } from 'zod'
import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { takeFile } from '@/app/api/sent-file'
import { requestWords } from '@/app/locale'
import { formSheet, sheetWords } from '@/components/status-reports/sheets/form-sheet'
import { largestFile } from '@/lib/evidence/files/model'
import { drawForm } from '@/lib/exports/sheets/form'
import { now } from '@/lib/platform/clock'
import { locales } from '@/lib/platform/locales'
import { Refused } from '@/lib/platform/refused-file'
import { words } from '@/lib/platform/words'
import { figureSheetAddress, figureSheetsAddress } from '@/lib/rounds/addresses'
import { keepSheet, makeForm } from '@/lib/status-reports/sheets/commands'
import { readForm } from '@/lib/status-reports/sheets/reading/model'
import { readWorkbook } from '@/lib/status-reports/sheets/workbook/model'
import { dateInHelsinki } from '@/lib/values/calendar'

const isId = (answer: string): boolean => z.uuid().safeParse(answer).success

type Props = { params: Promise<{ project: string; period: string }> }

/** The form of the indicators that the viewer can fill in; `?unit=` of one unit. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const [viewer, { project, period }, t] = await Promise.all([fileMaker(), params, requestWords()])
  if (viewer instanceof Response) return viewer
  const unitId = new URL(request.url).searchParams.get('unit')
  const made = await makeForm(viewer, { project, period, unitId }, (rows) =>
    drawForm(formSheet(t, { project, period, today: dateInHelsinki(now()) }, rows), t.locale),
  )
  return madeAnswer('xlsx', made.ok ? made : { ok: false, reason: 'NOT_FOUND' })
}

/** Takes a filled-in form and goes on to what it would change; a file that is not read leads back, with the reason. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const place = await params
  const { project, period } = place
  const back = figureSheetsAddress(project, period)
  return takeFile(
    request,
    z.object({}),
    async (viewer, _fields, { name, bytes }) => {
      if (bytes.length === 0) return { ok: false, reason: 'EMPTY_FILE' }
      if (bytes.length > largestFile) return { ok: false, reason: 'TOO_LARGE' }
      try {
        const sheets = await readWorkbook(bytes)
        const read = readForm(
          sheets,
          locales.map((locale) => sheetWords(words(locale))),
          place,
        )
        const kept = await keepSheet(viewer, { ...place, name, bytes, read })
        return kept.ok ? { ok: true, answer: kept.value.id } : kept
      } catch (error) {
        if (error instanceof Refused) return { ok: false, reason: error.reason }
        throw error
      }
    },
    (_fields, answer) =>
      isId(answer) ? figureSheetAddress(project, period, answer) : `${back}?file=${encodeURIComponent(answer)}`,
    { largest: largestFile, told: `${back}?file=TOO_LARGE` },
  )
}
