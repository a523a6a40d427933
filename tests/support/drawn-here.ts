// Instead of `@/lib/exports/child`, for files that draw by the dozen: decks and PDFs come of the same programs and the same
// copies of what they are told, in this process, since starting one for each takes longer than drawing.
//   vi.mock('@/lib/exports/child', () => import('../support/drawn-here'))
import { type DeckJob, renderDeck } from '@/lib/exports/pptx/render'
import { compileReport, type PdfJob } from '@/lib/exports/typst/compile'

const programs: Record<string, (job: never) => unknown> = {
  'lib/exports/pptx/worker.mts': (job: DeckJob) => renderDeck(job),
  'lib/exports/typst/worker.mts': (job: PdfJob) => compileReport(job),
}

export async function inChild(drawer: { script: string }, job: object): Promise<unknown> {
  const program = programs[drawer.script]
  if (!program) throw new Error(`${drawer.script} is not drawn here`)
  return structuredClone(await program(structuredClone(job) as never))
}
