import 'server-only'
import { inChild } from '@/lib/exports/child'
import type { DocxJob, DocxMade } from '@/lib/exports/docx/job'
import type { ReportDocument } from '@/lib/final-report/document/model'
import type { Picture } from '@/lib/final-report/export/model'

const drawer = { script: 'lib/exports/docx/worker.mts', what: 'the Word document' }

/**
 * A report as a Word document for commenting, made in a child process. The same document, pictures and moment give the same
 * bytes. A picture of a kind that is not drawn keeps its place and its text alternative.
 * @throws when the child fails, or is not ready within the limit after its turn has come
 */
export function renderWord(
  { looks, ...document }: ReportDocument,
  createdAt: Date,
  { pictures, seconds = 180 }: { pictures: readonly Picture[]; seconds?: number },
): Promise<DocxMade> {
  const job: DocxJob = { document, looks: looks ?? null, pictures, createdAt: createdAt.getTime() }
  return inChild<DocxJob, DocxMade>(drawer, job, seconds)
}
