// Started with fork() by deck.ts: plain Node, outside the Next bundle, one process per deck. Its memory goes back at exit.
import { enableCompileCache } from 'node:module'
import type { DeckJob, DeckMade } from './render.ts'

type WorkerAnswer = DeckMade | { error: string }

// Half of a short life would go into reading the program: what was compiled once is kept in the system's folder for such files.
enableCompileCache()
const rendering = import('./render.ts')

process.once('message', (job: DeckJob) => {
  const failed = (error: unknown): WorkerAnswer => ({ error: error instanceof Error ? error.message : String(error) })
  void rendering
    .then(({ renderDeck }) => renderDeck(job))
    .catch(failed)
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})
