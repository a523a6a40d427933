// Started with fork() by render.ts: plain Node, outside the Next bundle, one process per picture.
import { enableCompileCache } from 'node:module'
import type { PictureJob, PictureMade } from './compile.ts'

type WorkerAnswer = PictureMade | { error: string }

enableCompileCache()
const compiling = import('./compile.ts')

process.once('message', (job: PictureJob) => {
  const failed = (error: unknown): WorkerAnswer => ({ error: error instanceof Error ? error.message : String(error) })
  void compiling
    .then(({ compilePicture }) => compilePicture(job))
    .catch(failed)
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})
