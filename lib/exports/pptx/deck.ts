import 'server-only'
import { fork } from 'node:child_process'
import path from 'node:path'
import type { DeckJob, DeckMade } from '@/lib/exports/pptx/render'
import type { WorkerAnswer } from '@/lib/exports/pptx/worker.mts'
import type { ReviewDrawing } from '@/lib/steering/review/export/model'

// One deck at a time: a second one would take the processor from the people who are using the service meanwhile.
const holder = globalThis as { etappiDeckQueue?: Promise<unknown> }

/**
 * A review as a deck of slides, made in a child process. The same review, looks and moment give the same bytes.
 * @throws when the child fails, or is not ready within the limit after its turn has come
 */
function makeDeck(job: DeckJob, limits: { seconds?: number } = {}): Promise<DeckMade> {
  const turn = (holder.etappiDeckQueue ?? Promise.resolve()).then(() => run(job, (limits.seconds ?? 60) * 1000))
  holder.etappiDeckQueue = turn.catch(() => undefined)
  return turn
}

function run(job: DeckJob, milliseconds: number): Promise<DeckMade> {
  return new Promise((resolve, reject) => {
    // The path is resolved when the server runs: the worker is not part of the bundle.
    const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/exports/pptx/worker.mts')
    const child = fork(script, { serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'] })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the deck was not ready in ${milliseconds} ms`))
    }, milliseconds)
    child.once('message', (answer: WorkerAnswer) => {
      clearTimeout(timer)
      if ('error' in answer) reject(new Error(`the deck could not be made: ${answer.error}`))
      else resolve(answer)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`the deck's worker ended early (${code ?? signal})`))
    })
    child.send(job)
  })
}

/** Draws the review as a deck, dated by its publication. */
export const reviewDeck: ReviewDrawing = {
  format: 'pptx',
  extension: 'pptx',
  async draw({ review, looks, publishedAt }) {
    const { pptx, slides, replaced } = await makeDeck({ review, looks, createdAt: publishedAt.getTime() })
    return { bytes: pptx, pages: slides, replaced }
  },
}
