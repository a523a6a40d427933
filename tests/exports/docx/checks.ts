import { textWidth } from '@/lib/exports/pptx/measure'
import { captionText, flatSections, headingText, type ReportDocument } from '@/lib/final-report/document/model'
import { all, one } from '../deck/read-deck'
import { expectedLines } from './expected'
import { packageChecks } from './package-checks'
import { body, bookmarkTexts, fields, lines, type ReadDocx, reportLines, shownText } from './read-docx'

type Found = { looked: number; faults: string[] }
export type Check = { name: string; run: (docx: ReadDocx, document: ReportDocument) => Found }

const blocksOf = ({ sections }: ReportDocument) => flatSections(sections).flatMap((section) => section.blocks)

const captionsOf = (document: ReportDocument) => blocksOf(document).filter((block) => 'label' in block)

/** Places where two lists differ, told by the first ones. */
function differences(found: readonly string[], wanted: readonly string[]): string[] {
  const longest = Math.max(found.length, wanted.length)
  return Array.from({ length: longest }, (_, at) => at)
    .filter((at) => found[at] !== wanted[at])
    .slice(0, 5)
    .map((at) => `${at}: ${JSON.stringify(found[at])} for ${JSON.stringify(wanted[at])}`)
}

const text: Check = {
  name: 'every paragraph, heading, item and cell stands in its place with its style',
  run(docx, document) {
    const wanted = expectedLines(document).lines.map(({ style, text }) => `${style}: ${text}`)
    const found = reportLines(docx).map((line) => `${line.style}: ${line.text}`)
    return { looked: wanted.length, faults: differences(found, wanted) }
  },
}

const footnotes: Check = {
  name: 'every footnote is there, and referred to once, in order',
  run(docx, document) {
    const notes = all(docx.xml('word/footnotes.xml'), 'w:footnote').filter((note) => !note.attributes['w:type'])
    const referred = all(body(docx), 'w:footnoteReference').map((node) => node.attributes['w:id'] ?? '')
    const wanted = expectedLines(document).footnotes
    return {
      looked: wanted.length,
      faults: [
        ...differences(
          notes.map((note) => shownText(note).slice(1)),
          wanted,
        ),
        ...differences(
          referred,
          notes.map((note) => note.attributes['w:id'] ?? ''),
        ),
      ],
    }
  },
}

const captions: Check = {
  name: 'every number of a caption is a field of the sequence, and counting anew gives the same',
  run(docx, document) {
    const counted = new Map<string, number>()
    const found = fields(docx, 'SEQ').map(({ instruction, shown }) => {
      const [, word = '', reset] = /^SEQ (\S+) \\\* ARABIC(?: \\r (\d+))?$/.exec(instruction) ?? []
      const number = reset === undefined ? (counted.get(word) ?? 0) + 1 : Number(reset)
      counted.set(word, number)
      return shown === String(number) ? `${word} ${shown}` : `${word} ${shown}, which Word would count as ${number}`
    })
    const wanted = captionsOf(document).flatMap(({ label }) => (label === '' ? [] : [label.replace(/\s/g, ' ')]))
    return { looked: wanted.length, faults: differences(found, wanted) }
  },
}

const references: Check = {
  name: 'every reference is a field whose bookmark holds the text it shows',
  run(docx, document) {
    const held = bookmarkTexts(docx)
    const found = fields(docx, 'REF')
    const targets = new Set([
      ...flatSections(document.sections).map((section) => section.id),
      ...blocksOf(document).flatMap((block) => ('label' in block || block.kind === 'heading' ? [block.id] : [])),
    ])
    const wanted = blocksOf(document)
      .flatMap((block) => (block.kind === 'list' ? block.items.flat() : 'inlines' in block ? block.inlines : []))
      .filter((inline) => inline.kind === 'reference' && targets.has(inline.target))
    const lost = found.flatMap(({ instruction, shown }) => {
      const name = /^REF (\S+) \\h$/.exec(instruction)?.[1] ?? instruction
      if (!held.has(name)) return [`${shown}: there is no bookmark ${name}`]
      return held.get(name) === shown ? [] : [`${shown}: the bookmark holds "${held.get(name)}"`]
    })
    const missing = found.length === wanted.length ? [] : [`${found.length} fields for ${wanted.length} references`]
    return { looked: wanted.length, faults: [...lost, ...missing] }
  },
}

const pictures: Check = {
  name: 'every drawing has an alternative text',
  run(docx, document) {
    const drawn = all(body(docx), 'wp:docPr').map((node) => node.attributes.descr ?? '')
    const wanted = [
      ...(document.looks?.logo ? [document.looks.logo.alt] : []),
      document.emblem.alt,
      ...blocksOf(document).flatMap((block) =>
        block.kind === 'figure' || (block.kind === 'image' && block.file) ? [block.alt] : [],
      ),
    ]
    return { looked: wanted.length, faults: differences(drawn, wanted) }
  },
}

const tables: Check = {
  name: 'every table has a marked header row that repeats, its caption, and as many cells in each row',
  run(docx, document) {
    const wanted = blocksOf(document).filter((block) => block.kind === 'table')
    const found = all(body(docx), 'w:tbl')
    const faults = wanted.flatMap((table, at) => {
      const node = found[at]
      if (!node) return [`${table.caption}: there is no table`]
      const rows = node.children.filter((child) => child.tag === 'w:tr')
      const marked = rows.map((row) => all(row, 'w:tblHeader').length > 0)
      const widths = new Set(rows.map((row) => row.children.filter((child) => child.tag === 'w:tc').length))
      const count = 1 + table.rows.length + (table.total === null ? 0 : 1)
      return [
        ...(marked[0] && !marked.slice(1).some(Boolean) ? [] : [`${table.caption}: the header row is not marked`]),
        ...(one(node, 'w:tblCaption')?.attributes['w:val'] === table.caption ? [] : [`${table.caption}: not told`]),
        ...(rows.length === count ? [] : [`${table.caption}: ${rows.length} rows`]),
        ...([...widths].join() === String(table.columns.length) ? [] : [`${table.caption}: rows of ${[...widths]}`]),
      ]
    })
    return { looked: wanted.length, faults }
  },
}

/** Words up to so many points are never broken; a table is as wide as a standing or a lying page. */
const [longestWord, pages] = [99, [9184, 14116]]

const columns: Check = {
  name: 'the columns fill the width of the page, and no short word is broken in one',
  run(docx, document) {
    const found = all(body(docx), 'w:tbl')
    const words = blocksOf(document)
      .filter((block) => block.kind === 'table')
      .flatMap((table, at) => {
        const node = found[at]
        const grid = node ? all(node, 'w:gridCol').map((column) => Number(column.attributes['w:w'])) : []
        const full = grid.reduce((sum, width) => sum + width, 0)
        const rows = [table.columns.map(({ header }) => ({ text: header })), ...table.rows, table.total ?? []]
        const broken = rows.flatMap((row, number) =>
          row.flatMap(({ text }, place) =>
            text.split(/ |(?<=[-/\u2013])/).map((word) => {
              const width = textWidth(word, 9, number === 0 || number === rows.length - 1)
              return width > longestWord || width * 20 + 180 <= (grid[place] ?? 0) ? [] : [`${table.caption}: ${word}`]
            }),
          ),
        )
        return [pages.includes(full) ? [] : [`${table.caption}: ${full} wide`], ...broken]
      })
    return { looked: words.length, faults: words.flat() }
  },
}

const contents: Check = {
  name: 'the contents and the lists of captions lead to what they name, with page numbers',
  run(docx, document) {
    const held = bookmarkTexts(docx)
    const entries = lines(body(docx)).filter(({ style }) => /^(TOC\d|TableofFigures)$/.test(style))
    // What is a heading inside a section is no line of the contents, as in the PDF.
    const headings = flatSections(document.sections).flatMap((section) =>
      section.level <= 4 ? [headingText(section)] : [],
    )
    const list = (...kinds: string[]) =>
      captionsOf(document).flatMap((item) =>
        kinds.includes(item.kind) && item.label !== '' ? [captionText(item)] : [],
      )
    const wanted = [...headings, ...list('figure', 'image'), ...list('table')]
    const faults = entries.flatMap(({ text, node }) => {
      const anchor = one(node, 'w:hyperlink')?.attributes['w:anchor'] ?? ''
      const [title, page = ''] = text.split('\t')
      return [
        ...(held.get(anchor) === title?.replaceAll('\n', '') ? [] : [`${title}: leads to "${held.get(anchor)}"`]),
        ...(/^\d+$/.test(page) ? [] : [`${title}: no page number`]),
      ]
    })
    return {
      looked: wanted.length,
      faults: [
        ...faults,
        ...differences(
          entries.map(({ text }) => text.split('\t')[0] ?? ''),
          wanted,
        ),
      ],
    }
  },
}

export const checks: readonly Check[] = [
  ...packageChecks,
  text,
  footnotes,
  captions,
  references,
  pictures,
  tables,
  columns,
  contents,
]
