import { z } from 'zod'
import { takeFile } from '@/app/api/sent-file'
import { aboutAddress } from '@/lib/projects/addresses'
import { addDocument } from '@/lib/projects/documents/commands'
import { documentSchema } from '@/lib/projects/documents/schema'
import { fail } from '@/lib/values/result'

const told = z.string().default('')
/** What is told of the file is looked at when it is taken: the form wants it back. */
const form = z.object({ projectId: z.uuid(), label: told, kind: told, datedOn: told, caseNumber: told })

/** Takes a file for the project's documents and goes back to the form, after a refusal with what was typed. */
export async function POST(request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const { project } = await params
  return takeFile(
    request,
    form,
    async (viewer, typed, file) => {
      const read = documentSchema.safeParse({ ...typed, project, url: '' })
      return read.success ? addDocument(viewer, read.data, file) : fail('INVALID')
    },
    ({ projectId: _place, ...typed }, answer) => {
      const kept = Object.entries(typed).map(([name, value]) => [name, value.slice(0, 300)])
      const query = new URLSearchParams([['file', answer], ...(answer === 'added' ? [] : kept)])
      return `${aboutAddress(project, 'documents')}?${query}#file`
    },
  )
}
