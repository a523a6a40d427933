import { createHash } from 'node:crypto'
import { z } from 'zod'
import { onceField, onlyOnce } from '@/lib/access/once'
import { currentViewer } from '@/lib/access/session'
import { largestFile } from '@/lib/evidence/files/model'
import { aboutAddress } from '@/lib/projects/addresses'
import { addDocument } from '@/lib/projects/documents/commands'
import { documentSchema } from '@/lib/projects/documents/schema'

const sender = z.object({ projectId: z.uuid(), [onceField]: z.string().min(1).max(200) })
const told = ['label', 'kind', 'datedOn', 'caseNumber'] as const

/**
 * Takes a file for the project's documents, as a plain form sends it, and goes back to the form. A route and not an action:
 * files are larger than what actions take.
 */
export async function POST(request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  // Told before the body is read; the rest of a form takes little.
  const tooLarge = Number(request.headers.get('content-length') ?? 0) > largestFile + 100_000
  const form = tooLarge ? null : await request.formData().catch(() => null)
  const given = Object.fromEntries(form ?? [])
  const from = sender.safeParse(given)
  if (!form || !from.success) return new Response(null, { status: tooLarge ? 413 : 400 })
  const read = documentSchema.safeParse({ ...given, project, url: '' })
  if (!read.success) return back(project, 'INVALID', given)
  const sent = form.get('file')
  const bytes = sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array()
  const name = sent instanceof File ? sent.name : ''
  const words = Object.fromEntries(told.map((name) => [name, String(given[name] ?? '')]))
  const same = {
    ...words,
    project,
    projectId: from.data.projectId,
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const answer = await onlyOnce(viewer, from.data[onceField], same, async () => {
    const added = await addDocument(viewer, read.data, { name, bytes })
    return { answer: added.ok ? 'added' : added.reason, done: added.ok }
  })
  return back(project, answer, answer === 'added' ? {} : given)
}

/** Back to the form with what came of it; after a refusal with what was typed. */
function back(project: string, answer: string, given: Record<string, unknown>): Response {
  const typed = told.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name].slice(0, 300)]] : []))
  const query = new URLSearchParams([['file', answer], ...typed])
  return new Response(null, {
    status: 303,
    headers: { location: `${aboutAddress(project, 'documents')}?${query}#file` },
  })
}
