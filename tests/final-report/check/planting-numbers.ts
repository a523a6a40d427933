import { expect } from 'vitest'
import type { CheckedBlock, CheckedLine, CheckedReport } from '@/lib/final-report/check/model'
import { rules } from '@/lib/final-report/check/rules/model'
import { before, report, recall as told } from './planting'
import { newFindings, paragraph, seeded, withBlocks } from './real-report'

export type Plant = { report: CheckedReport; at: readonly string[]; what: string }

/** Every rule must find nearly all of at least forty plants. */
export const recall = (rule: string, plants: readonly Plant[], floor: number) =>
  told(rule, plants, { floor, atLeast: 40 })

/** The same plants with nothing wrong in them: nothing may be found. */
export function clean(rule: string, controls: readonly Plant[]) {
  const own = rules.filter(({ name }) => name === rule)
  const alarms = controls.flatMap((control) => {
    const found = own.flatMap((one) => newFindings(rule, before, one.check(control.report)))
    return found.some(({ place }) => control.at.includes(place.sectionId)) ? [control.what] : []
  })
  expect(alarms).toEqual([])
  expect(controls.length).toBeGreaterThanOrEqual(10)
}

/** A stretch of a line's visible text written over; it must lie in one piece of text. */
function rewritten(line: CheckedLine, from: number, to: number, text: string): CheckedLine {
  let at = 0
  return line.map((piece) => {
    const length = piece.kind === 'source' ? 0 : piece.kind === 'reference' ? piece.label.length : piece.text.length
    const [start, end] = [at, at + length]
    at = end
    if (piece.kind !== 'text' || from < start || to > end) return piece
    return { ...piece, text: piece.text.slice(0, from - start) + text + piece.text.slice(to - start) }
  })
}

export function withText(
  sectionId: string,
  blockId: string,
  index: number,
  from: number,
  to: number,
  text: string,
): CheckedReport {
  return withBlocks(report, sectionId, (blocks) =>
    blocks.map((block) =>
      block.id === blockId && block.type === 'text'
        ? { ...block, lines: block.lines.map((line, at) => (at === index ? rewritten(line, from, to, text) : line)) }
        : block,
    ),
  )
}

/** Chosen alike every time, so that a miss can be looked at. */
const random = seeded(20)
export const { next, some } = random

/** One digit of a text made another; the first is never made zero. */
export function otherDigit(text: string): string {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
  const at = random.pick(digits)
  const old = text[at]
  const choice = random.pick([...'0123456789'].filter((digit) => digit !== old && (digit !== '0' || at !== digits[0])))
  return text.slice(0, at) + choice + text.slice(at + 1)
}

type Table = Extract<CheckedBlock, { type: 'table' }>

export function withTable(sectionId: string, blockId: string, change: (table: Table) => Table): CheckedReport {
  return withBlocks(report, sectionId, (blocks) =>
    blocks.map((block) => (block.id === blockId && block.type === 'table' ? change(block) : block)),
  )
}

/** A report with one paragraph more in a section. */
export const added = (sectionId: string, text: string): Plant => ({
  report: withBlocks(report, sectionId, (blocks) => [...blocks, paragraph(text)]),
  at: [sectionId],
  what: text,
})
