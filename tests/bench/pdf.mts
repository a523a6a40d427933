// bench:pdf – a final report of about 190 pages, 80 tables and 40 charts as PDF/UA-1: in a fresh child process as the product
// makes it, in a kept one, and printed by Chromium from the same content, in turns. --short: fewer repeats. --report: prints
// MISSED without failing; a file without tags, or one that does not change with its numbers, still fails.
// Limits (quality P5): fresh at most 2.0 s, kept at most 1.2 s, other requests' p99 at most doubled, at least 2.5 times as fast
// as Chromium. Planted: the report made in the server's own process must be seen in the other requests.
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { compileReport } from '@/lib/exports/typst/compile'
import { renderReport, reportJob } from '@/lib/exports/typst/render'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { readTaggedPdf, type Tag } from '@/tests/exports/pdf-structure/tagged'
import type { KeptAnswer } from './pdf/kept-worker.mts'
import { longReport } from './pdf/long-report.mts'
import { withNeighbours } from './pdf/neighbours.mts'
import { pageOf } from './pdf/page.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const limits = { fresh: 2000, kept: 1200, neighbours: 2, chromium: 2.5 }
const repeats = process.argv.includes('--short') ? 3 : 7
const at = new Date('2025-11-21T10:00:00Z')
const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b)
const median = (all: readonly number[]): number => sorted(all)[Math.floor(all.length / 2)] ?? Number.NaN
const p99 = (all: readonly number[]): number => sorted(all)[Math.floor(all.length * 0.99)] ?? Number.NaN

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const began = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - began }
}

/** One process for many reports. */
function keptMaker() {
  const child = fork(path.join(import.meta.dirname, 'pdf/kept-worker.mts'), {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  return {
    make: (document: ReportDocument) =>
      new Promise<KeptAnswer>((resolve, reject) => {
        child.once('message', resolve)
        child.once('error', reject)
        child.send(reportJob(document, at))
      }),
    end: () => child.disconnect(),
  }
}

const fromEnvironment = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch(fs.existsSync(fromEnvironment) ? { executablePath: fromEnvironment } : {})
const kept = keptMaker()
const fresh: number[] = []
const warm: number[] = []
const printed: number[] = []
const quiet: number[] = []
const meanwhile: number[] = []
const hashes = new Set<string>()
let last = await renderReport(longReport(0), at)
const first = await kept.make(longReport(0))
let answer = first
try {
  for (let run = 1; run <= repeats; run++) {
    const document = longReport(run)
    const html = pageOf(document)
    quiet.push(...(await withNeighbours(() => wait(1500))).milliseconds)
    const made = await withNeighbours(() => timed(() => renderReport(document, at)))
    fresh.push(made.value.milliseconds)
    meanwhile.push(...made.milliseconds)
    last = made.value.value
    hashes.add(createHash('sha256').update(last.pdf).digest('hex'))
    answer = await kept.make(document)
    warm.push(answer.milliseconds)
    const page = await browser.newPage()
    const paper = await timed(async () => {
      await page.setContent(html)
      return page.pdf({ format: 'A4', tagged: true, outline: true, preferCSSPageSize: true })
    })
    printed.push(paper.milliseconds)
    await page.close()
  }
} finally {
  kept.end()
  await browser.close()
}

const another = reportJob(longReport(repeats + 1), at)
const planted = await withNeighbours(async () => {
  await wait(200)
  compileReport(another)
})
if (hashes.size !== repeats) throw new Error('reports with other numbers gave the same file')
const tags = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(tags)]
const roles = tags(readTaggedPdf(last.pdf).tree).map(({ role }) => role)
const count = (role: string) => roles.filter((one) => one === role).length
if (count('Table') !== 80 || count('Figure') < 40)
  throw new Error(`${count('Table')} tables, ${count('Figure')} figures`)

const slowed = p99(meanwhile) / p99(quiet)
const faster = median(printed) / median(fresh)
if (p99(planted.milliseconds) / p99(quiet) <= limits.neighbours) {
  throw new Error('a report made in the server itself did not slow the others: the measurement sees nothing')
}
const raw = keepRaw('pdf', [
  {
    pages: last.pages,
    bytes: last.pdf.length,
    fresh,
    kept: warm,
    printed,
    peakFirst: first.peak,
    peakLast: answer.peak,
  },
  { quiet, meanwhile, planted: planted.milliseconds },
])
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`
const verdicts: boolean[] = []
function told(met: boolean): string {
  verdicts.push(met)
  return met ? 'ok' : 'MISSED'
}
console.log(
  `bench:pdf ${last.pages} pages, ${count('Table')} tables, ${count('Figure')} figures, ${(last.pdf.length / 1024).toFixed(0)} KiB, PDF/UA-1`,
)
console.log(
  `bench:pdf fresh process: median ${seconds(median(fresh))} (limit 2.0 s) ${told(median(fresh) <= limits.fresh)}`,
)
console.log(
  `bench:pdf kept process: median ${seconds(median(warm))} (limit 1.2 s) ${told(median(warm) <= limits.kept)}`,
)
console.log(
  `bench:pdf other requests: p99 ${p99(meanwhile).toFixed(1)} ms meanwhile, ${p99(quiet).toFixed(1)} ms before: ${slowed.toFixed(2)} times (limit 2) ${told(slowed <= limits.neighbours)}; planted in the server itself: ${p99(planted.milliseconds).toFixed(0)} ms, caught`,
)
console.log(
  `bench:pdf Chromium prints the same in ${seconds(median(printed))}: ${faster.toFixed(1)} times as long (goal 2.5) ${told(faster >= limits.chromium)}`,
)
console.log(
  `bench:pdf memory: ${(first.peak / 1024).toFixed(0)} MiB for one report, ${(answer.peak / 1024).toFixed(0)} MiB after ${repeats + 1} in one process; ${repeats} repeats, ${machineLoad()}, ${raw}`,
)
process.exit(verdicts.every(Boolean) || process.argv.includes('--report') ? 0 : 1)
