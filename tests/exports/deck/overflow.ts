import { readFontWidths } from '@/tests/exports/deck/font-widths'
import { all, type Node, one, type Part } from '@/tests/exports/deck/read-deck'

// Looks at a finished slide as somebody who knows nothing of how it was laid out: sizes, places and texts are read from the
// file, letters are measured with the font itself, and lines are broken the plain way. Units: points.

const fonts = { regular: readFontWidths('Regular'), bold: readFontWidths('Bold') }
const point = 12700
/** A hair's breadth: places are rounded to whole units of the file. */
const close = 0.6

type Rect = { x: number; y: number; w: number; h: number }
type Shape = { name: string; kind: 'text' | 'table' | 'picture' | 'chart'; rect: Rect; node: Node }

const number = (node: Node | undefined, name: string): number => Number(node?.attributes[name] ?? 0)

function rectOf(node: Node): Rect {
  const frame = one(node, node.tag === 'p:graphicFrame' ? 'p:xfrm' : 'a:xfrm')
  const [off, ext] = frame ? [one(frame, 'a:off'), one(frame, 'a:ext')] : []
  return {
    x: number(off, 'x') / point,
    y: number(off, 'y') / point,
    w: number(ext, 'cx') / point,
    h: number(ext, 'cy') / point,
  }
}

function shapesOf(slide: Part): Shape[] {
  const tree = one(slide.xml, 'p:spTree')
  return (tree?.children ?? []).flatMap((node): Shape[] => {
    if (!['p:sp', 'p:pic', 'p:graphicFrame'].includes(node.tag)) return []
    // The number of the slide stands in the foot, which the layout owns.
    if (one(node, 'p:ph')?.attributes.type === 'sldNum') return []
    const name = one(node, 'p:cNvPr')?.attributes.name ?? ''
    const kind =
      node.tag === 'p:pic' ? 'picture' : node.tag === 'p:sp' ? 'text' : one(node, 'a:tbl') ? 'table' : 'chart'
    return [{ name, kind, rect: rectOf(node), node }]
  })
}

/** Height that paragraphs need in the width given. */
function neededHeight(paragraphs: readonly Node[], width: number, sizes: number[]): number {
  return paragraphs.reduce((sum, paragraph, index) => {
    const properties = paragraph.children.find((child) => child.tag === 'a:pPr')
    const spacing = properties && one(properties, 'a:lnSpc')
    const above = properties && one(properties, 'a:spcBef')
    const indent = number(properties, 'marL') / point
    const runs = all(paragraph, 'a:r').map((run) => {
      const look = one(run, 'a:rPr')
      const link = look !== undefined && one(look, 'a:hlinkClick') !== undefined
      const text = one(run, 'a:t')?.text ?? ''
      return { text, size: number(look, 'sz') / 100, bold: look?.attributes.b === '1', link }
    })
    sizes.push(...runs.map(({ size }) => size))
    const step = number(spacing && one(spacing, 'a:spcPts'), 'val') / 100
    const before = index === 0 ? 0 : number(above && one(above, 'a:spcPts'), 'val') / 100
    const lines = Math.max(lineCount(runs, width - indent, false), lineCount(runs, width - indent, true))
    return sum + before + lines * step
  }, 0)
}

type MeasuredRun = { text: string; size: number; bold: boolean; link: boolean }

/**
 * Lines of a paragraph: words go on at spaces and after hyphens, and a word longer than a line goes on anywhere. LibreOffice
 * lays a link like one word (`linksWhole`), PowerPoint like any text.
 */
function lineCount(runs: readonly MeasuredRun[], width: number, linksWhole: boolean): number {
  let lines = 1
  let used = 0
  let word = 0
  let isLong = false
  let linkBroken = false
  const endWord = () => {
    if (!isLong && used > 0 && used + word > width) {
      lines += 1
      used = 0
    }
    used += word
    word = 0
    isLong = false
  }
  for (const { text, size, bold, link } of runs) {
    const whole = linksWhole && link
    if (whole) endWord()
    // After a link that took several lines the text goes on on a line of its own.
    const isSeen = text.trim() !== ''
    if (linkBroken && isSeen) {
      lines += 1
      used = 0
    }
    const before = lines
    for (const letter of text) {
      const wide = ((bold ? fonts.bold : fonts.regular).widthOf(letter) ?? strange(letter)) * (size / 1000)
      if (letter === ' ' && !whole) {
        endWord()
        used += wide
        continue
      }
      word += wide
      if (word > width) {
        lines += used > 0 && !isLong ? 2 : 1
        used = 0
        word = wide
        isLong = true
      }
      if (letter === '-' && !whole) endWord()
    }
    if (isSeen) linkBroken = whole && isLong && lines > before
    if (whole) endWord()
  }
  endWord()
  return lines
}

const strange = (letter: string): number =>
  /^[\p{Default_Ignorable_Code_Point}\p{Mn}]$/u.test(letter) ? 0 : (letter.codePointAt(0) ?? 0) > 0xffff ? 1300 : 1000

export type Looked = { shapes: number; findings: string[]; sizes: number[] }

/** Everything on a slide that does not fit its place, lies over something else or leaves the slide. */
export function overflowsOf(slide: Part, size: { w: number; h: number } = { w: 960, h: 540 }): Looked {
  const shapes = shapesOf(slide)
  const sizes: number[] = []
  const findings: string[] = []
  const tell = (shape: Shape, what: string) => findings.push(`${slide.name} ${shape.name}: ${what}`)
  for (const shape of shapes) {
    const { rect, node, kind } = shape
    if (rect.w <= 0 || rect.h <= 0) tell(shape, 'has no size')
    if (rect.x < -close || rect.y < -close || rect.x + rect.w > size.w + close || rect.y + rect.h > size.h + close)
      tell(shape, 'leaves the slide')
    if (kind === 'text') {
      const body = one(node, 'a:bodyPr')
      const inset = (name: string, usual: number) => Number(body?.attributes[name] ?? usual * point) / point
      const height = neededHeight(all(node, 'a:p'), rect.w - inset('lIns', 7.2) - inset('rIns', 7.2), sizes)
      const free = rect.h - inset('tIns', 3.6) - inset('bIns', 3.6)
      if (height > free + close) tell(shape, `needs ${height.toFixed(1)} pt of ${free.toFixed(1)}`)
    }
    if (kind === 'table') for (const finding of tableFindings(shape, sizes)) tell(shape, finding)
  }
  for (const [index, a] of shapes.entries())
    for (const b of shapes.slice(index + 1)) if (overlap(a.rect, b.rect)) tell(a, `lies over ${b.name}`)
  return { shapes: shapes.length, findings, sizes }
}

const overlap = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > close &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > close

function tableFindings({ node, rect }: Shape, sizes: number[]): string[] {
  const widths = all(node, 'a:gridCol').map((column) => number(column, 'w') / point)
  const rows = all(node, 'a:tr')
  const findings = rows.flatMap((row, index) => {
    const height = number(row, 'h') / point
    const needs = all(row, 'a:tc').map((cell, column) => {
      const margins = one(cell, 'a:tcPr')
      const margin = (name: string) => number(margins, name) / point
      const width = (widths[column] ?? 0) - margin('marL') - margin('marR')
      return neededHeight(all(cell, 'a:p'), width, sizes) + margin('marT') + margin('marB')
    })
    const most = Math.max(...needs)
    return most > height + close ? [`row ${index + 1} needs ${most.toFixed(1)} pt of ${height.toFixed(1)}`] : []
  })
  const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0)
  const high = sum(rows.map((row) => number(row, 'h') / point))
  return [
    ...findings,
    ...(high > rect.h + close ? [`its rows are ${high.toFixed(1)} pt high, its place ${rect.h.toFixed(1)}`] : []),
    ...(sum(widths) > rect.w + close ? ['its columns are wider than its place'] : []),
  ]
}
