import 'server-only'
import { fork } from 'node:child_process'
import path from 'node:path'
import type { PdfJob, PdfMade, PrintedLooks } from '@/lib/exports/typst/compile'
import { logoSvg } from '@/lib/exports/typst/logo-svg'
import type { WorkerAnswer } from '@/lib/exports/typst/worker.mts'
import { type DocumentLooks, documentData, type ReportDocument } from '@/lib/final-report/document/model'
import type { Drawing } from '@/lib/final-report/export/model'
import { isLogoType } from '@/lib/projects/looks/model'

// One report at a time: a second one would take the processor from the people who are using the service meanwhile.
const holder = globalThis as { etappiPdfQueue?: Promise<unknown> }

/**
 * A report as PDF/UA-1, or as PDF/A-3a for the archive, made in a child process. The same document, pictures and moment give
 * the same bytes. A picture of a kind that is not drawn keeps its place and its text alternative.
 * @throws when the child fails, or is not ready within the limit after its turn has come
 */
export function renderReport(
  document: ReportDocument,
  createdAt: Date,
  { seconds, ...drawing }: Partial<Drawing> & { seconds?: number } = {},
): Promise<PdfMade> {
  return renderJob(reportJob(document, createdAt, drawing), seconds === undefined ? {} : { seconds })
}

/** Everything that the child process is told of a report. */
export function reportJob(
  { looks, ...document }: ReportDocument,
  createdAt: Date,
  { pictures = [], standard }: Partial<Drawing> = {},
): PdfJob {
  const drawn = pictures.flatMap(({ id, bytes, mediaType }) =>
    isLogoType(mediaType) ? [[id, logoSvg({ bytes, mediaType })]] : [],
  )
  return {
    document,
    data: JSON.stringify(documentData(document), null, 1),
    createdAt: Math.floor(createdAt.getTime() / 1000),
    ...(standard && { standard }),
    dressing: { pictures: Object.fromEntries(drawn), ...(looks && { looks: printedLooks(looks) }) },
  }
}

function printedLooks({ logo, ...colours }: DocumentLooks): PrintedLooks {
  if (!logo) return { ...colours, logo: null }
  const { mediaType, alt } = logo
  return {
    ...colours,
    logo: { svg: logoSvg({ bytes: new Uint8Array(Buffer.from(logo.data, 'base64')), mediaType }), alt },
  }
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
