import 'server-only'
import { fork } from 'node:child_process'
import path from 'node:path'
import type { PdfJob, PdfMade } from '@/lib/exports/typst/compile'
import type { WorkerAnswer } from '@/lib/exports/typst/worker.mts'
import { documentData, type ReportDocument } from '@/lib/final-report/document/model'

// One report at a time: a second one would take the processor from the people who are using the service meanwhile.
const holder = globalThis as { etappiPdfQueue?: Promise<unknown> }

/**
 * A report as PDF/UA-1, made in a child process. The same document and moment give the same bytes.
 * @throws when the child fails, or is not ready within the limit after its turn has come
 */
export function renderReport(
  document: ReportDocument,
  createdAt: Date,
  limits: { seconds?: number } = {},
): Promise<PdfMade> {
  const job: PdfJob = {
    document,
    data: JSON.stringify(documentData(document), null, 1),
    createdAt: Math.floor(createdAt.getTime() / 1000),
  }
  return renderJob(job, limits)
}

/** The same for any document that has a template. @throws as renderReport */
export function renderJob(job: PdfJob, limits: { seconds?: number } = {}): Promise<PdfMade> {
  const turn = (holder.etappiPdfQueue ?? Promise.resolve()).then(() => run(job, (limits.seconds ?? 60) * 1000))
  holder.etappiPdfQueue = turn.catch(() => undefined)
  return turn
}

function run(job: PdfJob, milliseconds: number): Promise<PdfMade> {
  return new Promise((resolve, reject) => {
    // The path is resolved when the server runs: the worker is not part of the bundle.
    const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/exports/typst/worker.mts')
    const child = fork(script, { serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'] })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`PDF was not ready in ${milliseconds} ms`))
    }, milliseconds)
    child.once('message', (answer: WorkerAnswer) => {
      clearTimeout(timer)
      if ('error' in answer) reject(new Error(`PDF could not be made: ${answer.error}`))
      else resolve(answer)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`PDF worker ended early (${code ?? signal})`))
    })
    child.send(job)
  })
}
