// Started with fork() by render.ts: plain Node, outside the Next bundle, one process per report. Its memory goes back at exit.
import { enableCompileCache } from 'node:module'
import type { DocxJob, DocxMade } from './job.ts'

type WorkerAnswer = DocxMade | { error: string }

// Half of a short life would go into reading the program: what was compiled once is kept in the system's folder for such files.
enableCompileCache()
const compiling = import('./compile.ts')

process.once('message', (job: DocxJob) => {
  const failed = (error: unknown): WorkerAnswer => ({ error: error instanceof Error ? error.message : String(error) })
  void compiling
    .then(({ compileDocx }) => compileDocx(job))
    .catch(failed)
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})
