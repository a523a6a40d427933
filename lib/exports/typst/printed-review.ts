import { emblemSvg } from '@/lib/charts/emblem'
import { printPalette } from '@/lib/charts/palette'
import { chartSvg } from '@/lib/charts/svg'
import { logoSvg } from '@/lib/exports/typst/logo-svg'
import type {
  Captioned,
  PrintedBlock,
  PrintedCell,
  PrintedInline,
  PrintedReview,
  PrintedSection,
  PrintedTable,
  Tone,
} from '@/lib/exports/typst/review-document'
import type { Looks } from '@/lib/projects/looks/model'
import {
  isTold,
  type Review,
  type ReviewBlock,
  type ReviewLight,
  type ReviewPage,
  type ReviewTable,
  type Run,
  toldFigures,
} from '@/lib/steering/review/model'

const marks: Record<ReviewLight['light'], string> = { green: '●', yellow: '▲', red: '◆', reported: '■', none: '○' }
// As wide as leaves letters that can be read when the template has made the picture smaller.
const chartWidth = 560

/** Pure: the same review and looks give the same document. */
export function printedReview(review: Review, looks: Looks): PrintedReview {
  const make = printer(review)
  const { words } = review
  return {
    language: review.locale,
    title: `${review.project}: ${review.title}`,
    heading: review.title,
    project: review.project,
    county: review.organisation,
    period: review.subtitle,
    published: review.published,
    statement: review.statement,
    emblem: { svg: emblemSvg(words.emblem), alt: words.emblem },
    brand: looks.brandColour,
    accent: looks.accentColour,
    logo: looks.logo && { svg: logoSvg(looks.logo), alt: looks.logo.alt },
    words: { contents: words.contents, page: words.page, notes: words.notes },
    glance: make.glance(review.glance),
    sections: review.sections.map(make.section),
  }
}

/** Numbers captions through the whole document, and makes every address whole. */
function printer(review: Review) {
  const { words, locale } = review
  const origin = review.origin.replace(/\/$/, '')
  const counts = { table: 0, figure: 0 }
  let made = 0
  const id = (kind: string) => {
    made += 1
    return `${kind}-${made}`
  }
  const caption = (kind: 'table' | 'figure', text: string, note: string | null): Captioned => {
    counts[kind] += 1
    const label = `${words[kind]} ${counts[kind]}`
    return { id: id(kind), label, caption: text, source: '', notes: note === null ? [] : [note] }
  }
  const inline = ({ text, href, strong }: Run): PrintedInline => ({
    ...(href === undefined
      ? { kind: 'text' as const, text }
      : { kind: 'link' as const, text, address: href.startsWith('/') ? origin + href : href }),
    ...(strong && { strong: true as const }),
  })
  const cell = (runs: readonly Run[]): PrintedCell => ({
    text: runs.map((run) => run.text).join(''),
    inlines: runs.filter((run) => run.text !== '').map(inline),
  })
  // The mark stays on the line of its word.
  const lightRun = ({ light, word, href }: ReviewLight): Run => ({ text: `${marks[light]}\u00a0${word}`, href })
  const paragraph = (runs: readonly Run[], tone: Tone | null): PrintedBlock => ({
    kind: 'paragraph',
    id: id('text'),
    tone,
    inlines: runs.filter((run) => run.text !== '').map(inline),
  })
  const labelled = (label: string | null, runs: readonly Run[]): Run[] =>
    label === null ? [...runs] : [{ text: `${label}: `, strong: true }, ...runs]

  function table(given: ReviewTable): PrintedTable {
    return {
      kind: 'table',
      ...caption('table', given.caption, given.note),
      columns: given.columns.map(({ title, align, width }) => ({ header: title, numeric: align === 'right', width })),
      rows: given.rows.map((row) => row.map(cell)),
      total: given.total?.map(cell) ?? null,
    }
  }

  function lights({ caption: text, items }: Extract<ReviewBlock, { kind: 'lights' }>): PrintedTable {
    const moved = items.some((item) => item.change !== null)
    const titles = [words.unit, words.light, ...(moved ? [words.change] : []), words.note]
    const widths = moved ? [0.3, 0.21, 0.18, 0.31] : [0.36, 0.22, 0.42]
    return {
      kind: 'table',
      ...caption('table', text, null),
      columns: titles.map((header, index) => ({ header, numeric: false, width: widths[index] ?? 0 })),
      rows: items.map(({ title, light, change, note }) => [
        cell([title]),
        cell([lightRun(light)]),
        ...(moved ? [cell([{ text: change ?? '' }])] : []),
        cell([{ text: note ?? '' }]),
      ]),
      total: null,
    }
  }

  function figures({ items }: Extract<ReviewBlock, { kind: 'keyFigures' }>): PrintedBlock {
    return {
      kind: 'list',
      id: id('list'),
      ordered: false,
      items: items.map(({ label, value, note, light }) =>
        [
          { text: light ? `${marks[light]} ${label}: ` : `${label}: ` },
          { ...value, strong: true },
          { text: note ? ` (${note})` : '' },
        ]
          .filter((run) => run.text !== '')
          .map(inline),
      ),
    }
  }

  function block(given: ReviewBlock, told: ReadonlySet<string>): PrintedBlock[] {
    switch (given.kind) {
      case 'heading':
        return [paragraph([{ text: given.text, strong: true }], null)]
      case 'paragraph':
        return [paragraph(labelled(given.label, given.runs), null)]
      case 'list':
        return [
          ...(given.label === null ? [] : [paragraph([{ text: given.label, strong: true }], 'label')]),
          { kind: 'list', id: id('list'), ordered: false, items: given.items.map((item) => item.map(inline)) },
        ]
      case 'keyFigures':
        return [figures(given)]
      case 'lights':
        return [lights(given)]
      case 'table':
        // A table of nothing is a sentence.
        return [
          given.rows.length > 0 ? table(given) : paragraph(labelled(given.caption, [{ text: words.empty }]), null),
        ]
      case 'chart': {
        const { model, summary, sourceTable } = given
        const prefix = id('k')
        const svg = chartSvg(model, { palette: printPalette, locale, width: chartWidth, prefix, description: summary })
        const alt = `${model.title}. ${summary}`
        const drawn = { kind: 'figure' as const, ...caption('figure', model.title, null), alt, svg, chart: model }
        return [drawn, ...(sourceTable && !isTold(sourceTable, told) ? [table(sourceTable)] : [])]
      }
    }
  }

  /** Blocks up to the first heading, and a section of its own for each heading. */
  function parts(blocks: readonly ReviewBlock[], level: number) {
    const own: PrintedBlock[] = []
    const children: PrintedSection[] = []
    const told = toldFigures(blocks)
    for (const given of blocks) {
      if (given.kind === 'heading') {
        const light = given.light ? [paragraph([{ ...lightRun(given.light), strong: true }], given.light.light)] : []
        children.push({ id: id('part'), level, number: null, title: given.text, blocks: light, children: [] })
      } else (children.at(-1)?.blocks ?? own).push(...block(given, told))
    }
    return { own, children }
  }

  function page({ id: name, title, lead, light, blocks, notes, href }: ReviewPage, level: number): PrintedSection {
    const head = [
      ...(light ? [paragraph([{ ...lightRun(light), strong: true }], light.light)] : []),
      ...(lead.length > 0 ? [paragraph(lead, 'lead')] : []),
      paragraph([{ text: `${words.source}: ` }, { text: `${review.title}, ${title}`, href }], 'lead'),
    ]
    const { own, children } = parts(blocks, level + 1)
    const small = notes.map((runs) => paragraph(runs, 'small'))
    // The small print belongs to the whole page, so that it stands after the last thing on it.
    const last = children.at(-1)
    if (last) last.blocks.push(...small)
    return {
      id: name,
      level,
      number: null,
      title,
      blocks: [...head, ...own, ...(last ? [] : small)],
      children,
    }
  }

  function section({ key, title, pages }: Review['sections'][number]): PrintedSection {
    const [only] = pages
    // A section of one page under the same name needs no second heading.
    if (only && pages.length === 1 && only.title === title) return { ...page(only, 1), id: key }
    const children = pages.map((one) => page(one, 2))
    return { id: key, level: 1, number: null, title, blocks: [], children }
  }

  const glance = (items: Review['glance']): PrintedBlock[] =>
    items.length === 0
      ? []
      : [paragraph([{ text: words.glance, strong: true }], 'label'), figures({ kind: 'keyFigures', items })]

  return { glance, section }
}
