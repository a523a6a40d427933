// Started with fork() by render.ts: plain Node, outside the Next bundle, one process per report. Its memory goes back at exit.
import { compileReport, type PdfJob, type PdfMade } from './compile.ts'

type WorkerAnswer = PdfMade | { error: string }

process.once('message', (job: PdfJob) => {
  process.send?.(answer(job), () => process.disconnect())
})

function answer(job: PdfJob): WorkerAnswer {
  try {
    return compileReport(job)
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
