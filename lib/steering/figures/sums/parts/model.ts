import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { FigureRef } from '@/lib/steering/figures/model'
import { type FigureRow, refOf } from '@/lib/steering/figures/rows/model'
import { type FigureValue, figureTitle, figureValue } from '@/lib/steering/figures/values/model'
import { formatNumber } from '@/lib/values/format'

/** One row that a computed figure is made of; without `ref` there is no row to look at. */
export type FigureTerm = { ref: FigureRef | null; title: string; value: FigureValue; note: string | null }

/** A figure that has no row of its own: how it is computed, and every row it is computed from. */
export type ComputedFigure = {
  ref: FigureRef
  title: string
  value: FigureValue
  /** How it is computed, in a sentence or two */
  how: string
  terms: FigureTerm[]
  /** How many of the terms nobody has told */
  unknown: number
  /** Section of the dashboard where it stands */
  section: BoardSection
}

/** Sections of the dashboard by the key of their title, with their anchors. */
export const boardAnchors = {
  targets: 'targets',
  units: 'units',
  toimintamallit: 'toimintamallit',
  money: 'money',
  purchases: 'purchases',
  risks: 'risks',
  decisions: 'decisions',
  planChanges: 'plan-changes',
} as const
export type BoardSection = keyof typeof boardAnchors

/** The first part of a figure's name, and what follows it: a word, or a row in its short form. */
export type ComputedRequest = { t: Words; body: SnapshotBody; name: string; of: string | null }

/** Rows as terms, in their order. */
export function termsOf(
  t: Words,
  body: SnapshotBody,
  rows: readonly FigureRow[],
  noteOf: (row: FigureRow) => string | null = () => null,
): FigureTerm[] {
  return rows.map((row) => ({
    ref: refOf(row),
    title: figureTitle(t, body, row),
    value: figureValue(t, row),
    note: noteOf(row),
  }))
}

/** `12/35` */
export function shareOf(t: Words, part: number, all: number): FigureValue {
  return { text: `${formatNumber(part, t.locale)}/${formatNumber(all, t.locale)}` }
}
