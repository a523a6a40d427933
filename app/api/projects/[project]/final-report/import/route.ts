import { z } from 'zod'
import { takeFile } from '@/app/api/sent-file'
import { largestFile } from '@/lib/evidence/files/model'
import { importAddress } from '@/lib/final-report/addresses'
import { keepImport } from '@/lib/final-report/import/commands'

/** Parts the reason from the places in the file, which a form's answer carries in one text. */
const between = '\n'

/** Takes a report written elsewhere and goes on to what it would come to; after a refusal back to the form, with the places. */
export async function POST(request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const { project } = await params
  return takeFile(
    request,
    z.object({}),
    async (viewer, _fields, { name, bytes }) => {
      const kept = await keepImport(viewer, { project, name, bytes })
      if (kept.ok) return kept
      return { ok: false, reason: [kept.reason, ...('at' in kept ? kept.at : [])].join(between) }
    },
    (_fields, answer) => {
      const [file = '', ...at] = answer.split(between)
      const query = new URLSearchParams([['file', file], ...at.map((place) => ['at', place])])
      return `${importAddress(project)}?${query}`
    },
    { largest: largestFile, told: `${importAddress(project)}?file=TOO_LARGE` },
  )
}
