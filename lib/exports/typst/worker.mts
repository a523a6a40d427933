// Started with fork() by render.ts: plain Node, outside the Next bundle, one process per report. Its memory goes back at exit.
import { enableCompileCache } from 'node:module'
import type { PdfJob, PdfMade } from './compile.ts'

type WorkerAnswer = PdfMade | { error: string }

// Half of a short life would go into reading the program: what was compiled once is kept in the system's folder for such files.
enableCompileCache()
const compiling = import('./compile.ts')

process.once('message', (job: PdfJob) => {
  const failed = (error: unknown): WorkerAnswer => ({ error: error instanceof Error ? error.message : String(error) })
  void compiling
    .then(({ compileReport }) => compileReport(job))
    .catch(failed)
    // Ended at once: taking down everything that the compiler remembers would take the processor from others.
    .then((answer) => process.send?.(answer, () => process.exit()))
})
