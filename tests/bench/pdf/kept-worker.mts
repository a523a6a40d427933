// Started with fork(): makes report after report in one process and says how long each took and how much memory it holds.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { compileReport, type PdfJob } from '../../../lib/exports/typst/compile.ts'

export type KeptAnswer = { milliseconds: number; pages: number; bytes: number; peak: number }

process.on('message', (job: PdfJob) => {
  const began = performance.now()
  const { pdf, pages } = compileReport(job)
  const milliseconds = performance.now() - began
  // Kibibytes, the most this process has ever held.
  const peak = process.resourceUsage().maxRSS
  process.send?.({ milliseconds, pages, bytes: pdf.length, peak } satisfies KeptAnswer, () => {
    // Cleared when nobody waits; the next report would clear it first.
    NodeCompiler.create().evictCache(0)
  })
})
