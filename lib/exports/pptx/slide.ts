// A slide as it will stand in the file: every box has its place, every text its size. Points; the slide is 960 × 540.

export type TextRun = { text: string; href?: string; bold?: boolean; colour: string }

export type Paragraph = {
  runs: TextRun[]
  size: number
  /** Space above, in points; none at the top of a box */
  before: number
  bullet?: boolean
  align?: 'right' | 'center'
}

type Place = { x: number; y: number; w: number; h: number }

export type TextBox = Place & {
  kind: 'text'
  paragraphs: Paragraph[]
  fill?: string
  /** Space between the edge and the text */
  inset: number
}

export type Cell = { paragraphs: Paragraph[]; fill?: string }
export type Row = { height: number; cells: Cell[]; kind: 'head' | 'row' | 'total' }
export type TableBox = Place & { kind: 'table'; columns: number[]; rows: Row[]; alt: string; firstColumn: boolean }

export type ChartSeries = {
  name: string
  /** Exact decimals; null is unknown and stays a gap */
  values: (string | null)[]
  /** How each value is written beside its mark; null: not written */
  labels: (string | null)[]
  colour: string
  dash: 'solid' | 'dash' | 'sysDash' | 'sysDot' | 'lgDashDot'
  marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'x' | 'none'
}
export type Chart = {
  kind: 'line' | 'bars' | 'stacked'
  categories: string[]
  series: ChartSeries[]
  /** Number format of the axis, in the language of Excel */
  format: string
  fromZero: boolean
}
export type ChartBox = Place & { kind: 'chart'; chart: Chart; alt: string }

export type PictureBox = Place & {
  kind: 'picture'
  bytes: Uint8Array
  mediaType: 'image/png' | 'image/jpeg'
  alt: string
}

export type Box = TextBox | TableBox | ChartBox | PictureBox

export type NoteRun = { text: string; href?: string }

export type Slide = {
  layout: 'cover' | 'page'
  title: string
  titleSize: number
  boxes: Box[]
  /** One paragraph each */
  notes: NoteRun[][]
}

export const slideSize = { w: 960, h: 540 } as const
export const edge = 36
/** On every machine that has PowerPoint; where it is missing, what stands in for it has the same widths. */
export const deckFont = 'Arial'

/** Where the title stands in each layout. */
export const titlePlaces = {
  cover: { x: edge, y: 120, w: 888, h: 112 },
  page: { x: edge, y: 18, w: 888, h: 46 },
} as const

/** Between title and footer. */
export const bodyPlace = { x: edge, y: 74, w: 888, h: 412 } as const
export const footerTop = 496
/** Of cells: left and right, above and below */
export const cellMargin = { x: 5, y: 3 } as const
export const bulletIndent = 14
