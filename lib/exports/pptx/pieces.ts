import {
  isTold,
  type KeyFigure,
  type Review,
  type ReviewBlock,
  type ReviewLight,
  type ReviewTable,
  type Run,
} from '../../steering/review/model.ts'
import { chartHeight, nativeChart } from './charts.ts'
import type { DeckColours } from './colours.ts'
import { textWidth } from './measure.ts'
import { type ColouredRun, heightOf, paragraphsOf } from './paragraphs.ts'
import { riskTable } from './risks.ts'
import type { Chart, Paragraph } from './slide.ts'
import { heightOfRows, measureTable, type TableContent } from './tables.ts'

/** What is laid one under another. `keep`: never the last thing of a slide. */
export type Piece =
  | { kind: 'text'; paragraph: Paragraph; keep: boolean }
  | { kind: 'table'; table: TableContent; alt: string; size: number; firstColumn: boolean; keepWhole: boolean }
  | {
      kind: 'chart'
      chart: Chart
      height: number
      alt: string
      beside: { table: TableContent; alt: string; size: number } | null
    }
  | { kind: 'gallery'; items: Small[] }
  | { kind: 'cards'; cards: Paragraph[][] }

/**
 * What may stand beside others of its kind under its name: a narrow table, or a chart whose numbers another table has. `wish` is
 * the width at which no text of it goes on to a second line.
 */
export type Small = { name: Paragraph[]; remark: Paragraph[]; alt: string; least: number; wish: number } & (
  | { kind: 'chart'; chart: Chart; height: number }
  | { kind: 'table'; table: TableContent; size: number }
)

/** The space between two small things. */
export const smallGap = 20

type PieceContext = {
  colours: DeckColours
  words: Review['words']
  size: number
  /** A label goes on the line of its text: pages that gather several units */
  runIn: boolean
  /** Title of the page */
  title: string
}

/** The pieces of all blocks; small tables and charts that follow one another come side by side. */
export function piecesOfAll(blocks: readonly ReviewBlock[], context: PieceContext, told: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  for (const block of blocks) {
    const small = block.kind === 'table' ? smallTable(block, context) : smallChart(block, context, told)
    const last = pieces.at(-1)
    if (small && last?.kind === 'gallery') last.items.push(small)
    else if (small) pieces.push({ kind: 'gallery', items: [small] })
    else pieces.push(...piecesOf(block, context))
  }
  return pieces
}

function smallChart(block: ReviewBlock, { colours }: PieceContext, told: ReadonlySet<string>): Small | null {
  if (block.kind !== 'chart') return null
  const { model, sourceTable, summary: alt } = block
  if (model.kind !== 'line' && model.kind !== 'bars') return null
  if (sourceTable && !isTold(sourceTable, told)) return null
  const chart = nativeChart(model, colours)
  const height = Math.max(smallHeight, chartHeight(chart))
  const least = model.kind === 'bars' ? 400 : 250
  return { kind: 'chart', ...named(model.title, targetsOf(model), colours), alt, least, wish: least, chart, height }
}

const measuredSmall = new WeakMap<ReviewTable, Small | null>()

/** A table of a few short rows; asked for again and again with the same. */
function smallTable(block: ReviewTable, context: PieceContext): Small | null {
  const kept = measuredSmall.get(block)
  if (kept !== undefined) return kept
  const made = madeSmall(block, context)
  measuredSmall.set(block, made)
  return made
}

function madeSmall(block: ReviewTable, context: PieceContext): Small | null {
  const { columns, rows, total, caption: alt, note } = block
  const all = [...rows, ...(total ? [total] : [])]
  if (rows.length === 0 || all.length > mostRows) return null
  const widths = columns.map(({ title, align }, at) => {
    const texts = [title, ...all.map((cells) => (cells[at] ?? []).map(({ text }) => text).join(''))]
    const widest = Math.max(...texts.map((text) => textWidth(text, 12, true))) + 12
    return { widest, enough: align === 'left' && at === 0 ? Math.min(widest, mostOfTexts) : widest }
  })
  const least = widths.reduce((sum, { enough }) => sum + enough, 0)
  const wish = widths.reduce((sum, { widest }) => sum + widest, 0) * 1.1
  if (least > mostOfTable || heightOfRows(measureTable(block, least, 12, context.colours)) > mostHigh) return null
  const name = captionText(context, alt)
  return { kind: 'table', ...named(name, note ?? '', context.colours), alt, least, wish, table: block, size: 12 }
}

const mostRows = 12
const mostHigh = 240
/** A longer text of the first column goes on to a second line. */
const mostOfTexts = 170
const mostOfTable = 540

const named = (name: string, remark: string, colours: DeckColours) => ({
  name: paragraphsOf([{ text: name }], { size: 12, bold: true }, colours),
  remark: remark ? paragraphsOf([{ text: remark }], { size: 12, colour: colours.muted }, colours) : [],
})

const smallHeight = 150

/** Targets that the office programs cannot draw across bars. */
const targetsOf = (model: { kind: 'bars'; targets: readonly { label: string }[] } | { kind: string }): string =>
  'targets' in model && model.kind === 'bars' ? model.targets.map((target) => target.label).join(' · ') : ''

const lightMarks = { green: '●', yellow: '▲', red: '◆', reported: '■', none: '○' } as const
const tableSize = (size: number): number => (size >= 16 ? 14 : 12)

/** The pieces of a block. Texts are split into paragraphs, tables are measured where their width is known. */
function piecesOf(block: ReviewBlock, context: PieceContext): Piece[] {
  const { colours, size } = context
  switch (block.kind) {
    case 'heading':
      return [
        ...texts(
          context,
          [{ text: block.text }],
          { size: size + 2, bold: true, colour: colours.brand, before: 12 },
          true,
        ),
        ...(block.light ? texts(context, lightRuns(block.light, colours), { size, bold: true, before: 2 }, true) : []),
      ]
    case 'paragraph':
      if (context.runIn && block.label !== null) {
        return texts(context, [{ text: `${block.label}: `, strong: true }, ...block.runs], { size, before: 4 })
      }
      return [
        ...label(context, block.label),
        ...texts(context, block.runs, { size, before: block.label === null ? 6 : 2 }),
      ]
    case 'list':
      return [
        ...label(context, block.label),
        ...block.items.flatMap((item) => texts(context, item, { size, before: 3, bullet: true })),
      ]
    case 'keyFigures':
      return [{ kind: 'cards', cards: block.items.map((item) => card(context, item)) }]
    case 'lights':
      return [...caption(context, block.caption), lightsTable(context, block.caption, block.items)]
    case 'table':
      return tablePieces(context, block)
    case 'chart':
      return chartPieces(context, block)
  }
}

type TextLook = Parameters<typeof paragraphsOf>[1]

function texts({ colours }: PieceContext, runs: readonly Run[], look: TextLook, keep = false): Piece[] {
  return paragraphsOf(runs, look, colours).map((paragraph) => ({ kind: 'text', paragraph, keep }))
}

const label = (context: PieceContext, text: string | null): Piece[] =>
  text === null ? [] : texts(context, [{ text }], { size: context.size, bold: true, before: 8 }, true)

/** The slide has said what it is about. */
const captionText = ({ title }: PieceContext, text: string): string =>
  text.endsWith(`: ${title}`) ? text.slice(0, -title.length - 2) : text

const caption = (context: PieceContext, text: string): Piece[] =>
  texts(
    context,
    [{ text: captionText(context, text) }],
    { size: Math.min(context.size, 14), bold: true, before: 8 },
    true,
  )

const remark = (context: PieceContext, text: string | null): Piece[] =>
  text === null ? [] : texts(context, [{ text }], { size: 12, colour: context.colours.muted, before: 4 })

function tablePieces(context: PieceContext, block: ReviewTable): Piece[] {
  const table: Piece = {
    kind: 'table',
    table: block,
    alt: block.caption,
    size: tableSize(context.size),
    firstColumn: false,
    keepWhole: false,
  }
  const empty = block.rows.length === 0 && block.total === null
  return [
    ...caption(context, block.caption),
    ...(empty ? texts(context, [{ text: context.words.empty }], { size: context.size, before: 2 }) : [table]),
    ...remark(context, block.note),
  ]
}

/** A chart with its name above it, its targets where the program cannot draw them, and its numbers as a table below. */
function chartPieces(context: PieceContext, block: Extract<ReviewBlock, { kind: 'chart' }>): Piece[] {
  const { model, summary, sourceTable } = block
  if (model.kind === 'risks') {
    const numbers = sourceTable ? tablePieces(context, sourceTable) : []
    const table = riskTable(model)
    return [
      ...caption(context, model.title),
      { kind: 'table', table, alt: summary, size: 12, firstColumn: true, keepWhole: true },
      ...remark(context, riskNote(model)),
      ...numbers,
    ]
  }
  const chart = nativeChart(model, context.colours)
  const empty = !sourceTable || sourceTable.rows.length === 0
  const targets = targetsOf(model)
  return [
    ...caption(context, model.title),
    {
      kind: 'chart',
      chart,
      height: chartHeight(chart),
      alt: summary,
      beside: empty ? null : { table: sourceTable, alt: sourceTable.caption, size: tableSize(context.size) },
    },
    ...remark(context, targets || null),
    ...remark(context, sourceTable?.note ?? null),
  ]
}

const riskNote = ({
  axes,
  levels,
}: {
  axes: { probability: string; impact: string }
  levels?: readonly { from: number; word: string }[]
}) =>
  [`↑ ${axes.probability}`, `→ ${axes.impact}`, ...(levels ?? []).map(({ word, from }) => `${word} ${from}–`)].join(
    ' · ',
  )

type LightRow = Extract<ReviewBlock, { kind: 'lights' }>['items'][number]

function lightsTable(context: PieceContext, alt: string, items: readonly LightRow[]): Piece {
  const { words, size } = context
  const rows = items.map(({ title, light, change, note }) => [
    lightRuns(light, context.colours),
    [title],
    [{ text: change ?? '' }],
    [{ text: note ?? '' }],
  ])
  const columns = [
    { title: words.light, align: 'left' as const, width: 0.2 },
    { title: words.unit, align: 'left' as const, width: 0.36 },
    { title: words.change, align: 'left' as const, width: 0.16 },
    { title: words.note, align: 'left' as const, width: 0.28 },
  ]
  const used = columns.map((_, at) => at < 2 || rows.some((row) => row[at]?.some((run) => run.text !== '')))
  const table = {
    columns: columns.filter((_, at) => used[at]),
    rows: rows.map((row) => row.filter((_, at) => used[at])),
    total: null,
  }
  return { kind: 'table', table, alt, size: tableSize(size), firstColumn: false, keepWhole: false }
}

/** ● Suunnitelman mukaan, with its link. The mark has the colour, the word says the same. */
export const lightRuns = ({ light, word, href }: ReviewLight, colours: DeckColours): ColouredRun[] => [
  { text: lightMarks[light], colour: colours.lights[light] },
  { text: ' ' },
  { text: word, ...(href && { href }) },
]

function card({ colours }: PieceContext, { label: name, value, note, light }: KeyFigure): Paragraph[] {
  const mark = light ? [{ text: lightMarks[light], colour: colours.lights[light] }, { text: ' ' }] : []
  return [
    ...paragraphsOf([...mark, { text: name }], { size: 12, colour: colours.muted }, colours),
    ...paragraphsOf(
      [value],
      { size: value.text.length > 24 ? 14 : 16, bold: true, colour: colours.brand, before: 2 },
      colours,
    ),
    ...(note ? paragraphsOf([{ text: note }], { size: 12, colour: colours.muted, before: 2 }, colours) : []),
  ]
}

export const cardInset = 8

export const cardHeight = (paragraphs: readonly Paragraph[], width: number): number =>
  heightOf(paragraphs, width - 2 * cardInset) + 2 * cardInset
