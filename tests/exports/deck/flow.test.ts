// A heading stands with what it is about, on whichever slide that begins.
import { describe, expect, it } from 'vitest'
import { deckColours } from '@/lib/exports/pptx/colours'
import { flow } from '@/lib/exports/pptx/flow'
import { paragraphsOf } from '@/lib/exports/pptx/paragraphs'
import type { Piece } from '@/lib/exports/pptx/pieces'
import type { Box } from '@/lib/exports/pptx/slide'
import type { TableContent } from '@/lib/exports/pptx/tables'

const colours = deckColours({ brandColour: null, accentColour: null })
const column = { x: 0, w: 880, top: 0, firstTop: 0, bottom: 300 }

const text = (words: string, keep = false): Piece[] =>
  paragraphsOf([{ text: words }], { size: 14 }, colours).map((paragraph) => ({ kind: 'text', paragraph, keep }))

const table: TableContent = {
  columns: [{ title: 'Työpaketti', align: 'left', width: 1 }],
  rows: Array.from({ length: 6 }, (_, row) => [[{ text: `Rivi ${row}` }]]),
  total: null,
}
const small: Piece = {
  kind: 'gallery',
  items: [{ kind: 'table', name: [], remark: [], alt: 'Luvut', least: 200, wish: 300, table, size: 12 }],
}

const wordsOf = (box: Box): string =>
  box.kind === 'text' ? box.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)).join('') : ''
const slideOf = (slides: Box[][], found: (box: Box) => boolean) => slides.findIndex((boxes) => boxes.some(found))

describe('a heading', () => {
  it('goes on to the next slide with the small tables below it, wherever it would have stood', () => {
    let parted = 0
    for (let lines = 1; lines <= 14; lines++) {
      const above = Array.from({ length: lines }, (_, line) => text(`Teksti ${line}`)).flat()
      const { slides } = flow([...above, ...text('Työpaketin luvut', true), small], column, colours)
      const heading = slideOf(slides, (box) => wordsOf(box).includes('Työpaketin luvut'))
      expect(heading).toBe(slideOf(slides, ({ kind }) => kind === 'table'))
      if (heading === 1 && wordsOf(slides[1]?.[0] as Box).startsWith('Työpaketin luvut')) parted += 1
    }
    expect(parted).toBeGreaterThan(3)
  })
})
