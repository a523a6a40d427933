// bench:exports – a deck of forty slides with native charts and tables, and the same review as PDF/UA-1, each made as the
// product makes it: in a child process that is started for it; and a long list as a workbook and as CSV. --short: fewer repeats. --report: prints MISSED without failing;
// a file that differs from run to run or overflows still fails.
// Limit (quality P6): the deck at most 0.5 s. The same measurement must miss it when the deck is kept waiting for that long.
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { reviewDeck } from '@/lib/exports/pptx/deck'
import { reviewPdf } from '@/lib/exports/typst/render-review'
import { noLooks } from '@/lib/projects/looks/model'
import type { ReviewDrawing } from '@/lib/steering/review/export/model'
import { checkedSlides, reviewOfForty } from './exports/forty-slides.mts'
import { measureSheets, memoryLimit, sheetLimits } from './exports/sheets.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const limit = 500
const repeats = process.argv.includes('--short') ? 3 : 9
const drawn = { review: reviewOfForty(), looks: noLooks, publishedAt: new Date('2025-10-14T06:30:00Z') }

type Measured = { milliseconds: number[]; bytes: Uint8Array; pages: number }

/** Makes the file again and again, each time in a new process. @throws when two of them differ */
async function measure(draw: ReviewDrawing['draw']): Promise<Measured> {
  const milliseconds: number[] = []
  const hashes = new Set<string>()
  let last = await draw(drawn)
  for (let run = 0; run < repeats; run++) {
    const began = performance.now()
    last = await draw(drawn)
    milliseconds.push(performance.now() - began)
    hashes.add(createHash('sha256').update(last.bytes).digest('hex'))
  }
  if (hashes.size !== 1) throw new Error('the same review gave different files')
  return { milliseconds, bytes: last.bytes, pages: last.pages }
}

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
const isMet = ({ milliseconds }: Measured): boolean => median(milliseconds) <= limit

const deck = await measure(reviewDeck.draw)
const pdf = await measure(reviewPdf.draw)
const late = await measure(async (one) => {
  await wait(limit)
  return reviewDeck.draw(one)
})
const { slides, charts, tables } = checkedSlides(deck.bytes)
if (slides !== 40) throw new Error(`the deck has ${slides} slides, not 40`)
if (isMet(late)) throw new Error('a deck that was kept waiting met the limit: the measurement sees nothing')

const { measured: sheets, wholeSheet } = await measureSheets(repeats)
const sheetsMet = sheets.map(
  ({ kind, milliseconds, memory }) => median(milliseconds) <= sheetLimits[kind] && memory <= memoryLimit,
)

const raw = keepRaw('exports', [
  ...sheets.map(({ kind, ...rest }) => ({ file: kind, limit: sheetLimits[kind], ...rest })),
  { file: 'deck', limit, milliseconds: deck.milliseconds, bytes: deck.bytes.length },
  { file: 'pdf', milliseconds: pdf.milliseconds, bytes: pdf.bytes.length },
  { file: 'late deck', milliseconds: late.milliseconds },
])
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`
const told = (one: Measured) =>
  `median ${seconds(median(one.milliseconds))}, slowest ${seconds(Math.max(...one.milliseconds))}, ${(one.bytes.length / 1024).toFixed(0)} KiB`
console.log(
  `bench:exports deck of ${slides} slides, ${charts} charts, ${tables} tables: ${told(deck)} (limit ${seconds(limit)}) ${isMet(deck) ? 'ok' : 'MISSED'}`,
)
console.log(`bench:exports the same review as PDF/UA-1, ${pdf.pages} pages: ${told(pdf)}`)
for (const [index, { kind, milliseconds, whole, processor, bytes, memory }] of sheets.entries())
  console.log(
    `bench:exports ${kind} of 50 000 × 12${kind === 'csv' ? ', first byte' : ''}: median ${seconds(median(milliseconds))}, whole ${seconds(median(whole))} (limit ${seconds(sheetLimits[kind])}), processor ${seconds(median(processor))}, ${(bytes / 1048576).toFixed(1)} MiB, memory grown by ${memory} MiB (limit ${memoryLimit} MiB) ${sheetsMet[index] ? 'ok' : 'MISSED'}`,
  )
console.log(
  `bench:exports planted wait: ${seconds(median(late.milliseconds))} caught, a whole sheet in memory: ${wholeSheet} MiB caught; ${repeats} repeats, ${machineLoad()}, ${raw}`,
)
process.exit((isMet(deck) && sheetsMet.every(Boolean)) || process.argv.includes('--report') ? 0 : 1)
