import { takeFile } from '@/app/api/sent-file'
import { evidenceAddress } from '@/lib/evidence/addresses'
import { keepEvidenceFile } from '@/lib/evidence/commands'
import { keepFileSchema } from '@/lib/evidence/schema'

/** Takes a file as evidence of a thing and goes back to the page of its evidence. */
export function POST(request: Request): Promise<Response> {
  return takeFile(
    request,
    keepFileSchema,
    (viewer, { kind, id, label, note }, file) => keepEvidenceFile(viewer, { kind, id, label, note, ...file }),
    ({ project, kind, id }, answer) => `${evidenceAddress(project, { kind, id })}?file=${answer}#evidence`,
  )
}
