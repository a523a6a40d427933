import {
  captionText,
  flatSections,
  headingText,
  inlineText,
  type ReportDocument,
} from '@/lib/final-report/document/model'
import type { Bookmark, Tag, TaggedPdf } from '@/tests/exports/pdf-structure/tagged'

/** What a check found wrong, and how many things it looked at. */
type Finding = { looked: number; faults: string[] }
export type Check = { name: string; run(pdf: TaggedPdf, document: ReportDocument): Finding }

const all = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(all)]
const withRole = (pdf: TaggedPdf, role: RegExp) => all(pdf.tree).filter((tag) => role.test(tag.role))
const check = (name: string, run: (pdf: TaggedPdf, document: ReportDocument) => Finding): Check => ({ name, run })

/** A line end takes the space with it, and hyphenation and joiners leave invisible marks. */
const squeezed = (text: string): string => text.replace(/[\s\u00a0\u00ad\u2060]/g, '')

/** Contents, the lists in front that have something to list, and every heading of the report. */
const expectedHeadings = (document: ReportDocument) => {
  const sections = flatSections(document.sections)
  const numbered = sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => ('label' in block && block.label !== '' ? [block.kind] : []))
  const { contents, figures, tables } = document.words
  const hasFigures = numbered.some((kind) => kind === 'figure' || kind === 'image')
  return [
    { level: 1, text: contents },
    ...(figures !== undefined && hasFigures ? [{ level: 2, text: figures }] : []),
    ...(tables !== undefined && numbered.includes('table') ? [{ level: 2, text: tables }] : []),
    ...sections.flatMap((section) => [
      { level: section.level, text: headingText(section) },
      ...section.blocks.flatMap((block) =>
        block.kind === 'heading' ? [{ level: block.level, text: block.text }] : [],
      ),
    ]),
  ]
}

const levelOf = (tag: Tag): number => Number(tag.role.slice(1))

const titleCheck = check('document title is set and shown', (pdf, document) => ({
  looked: 2,
  faults: [
    ...(pdf.title === document.title ? [] : [`title is ${pdf.title}`]),
    ...(pdf.displayTitle ? [] : ['the window shows the file name']),
  ],
}))

const languageCheck = check('language', (pdf, document) => ({
  looked: 1,
  faults: pdf.language?.split('-')[0] === document.language ? [] : [`language is ${pdf.language}`],
}))

const identifierCheck = check('PDF/UA-1 identifier', (pdf) => ({
  looked: 2,
  faults: [...(pdf.universalAccess === '1' ? [] : ['no PDF/UA-1 identifier']), ...(pdf.marked ? [] : ['not tagged'])],
}))

const headingCheck = check('headings as in the report, no level skipped', (pdf, document) => {
  const found = withRole(pdf, /^H\d$/).map((tag) => ({ level: levelOf(tag), text: tag.text }))
  const faults: string[] = []
  found.forEach(({ level, text }, index) => {
    if (level > (found[index - 1]?.level ?? 0) + 1)
      faults.push(`level ${level} after ${found[index - 1]?.level ?? 0}: ${text}`)
    if (text.trim() === '') faults.push('empty heading')
  })
  expectedHeadings(document).forEach((wanted, index) => {
    const got = found[index]
    if (got?.level !== wanted.level || squeezed(got.text) !== squeezed(wanted.text)) {
      faults.push(`heading ${index + 1} is "${got?.text}" (${got?.level}), not "${wanted.text}" (${wanted.level})`)
    }
  })
  return { looked: found.length, faults }
})

const tableCheck = check('tables: rows, header cells with scope, even width', (pdf) => {
  const tables = withRole(pdf, /^Table$/)
  let looked = 0
  const faults = tables.flatMap((table, index) => {
    const rows = all(table).filter((tag) => tag.role === 'TR')
    const cells = rows.map((row) => row.children.filter((cell) => /^T[HD]$/.test(cell.role)))
    looked += cells.flat().length
    const headers = cells[0] ?? []
    const width = headers.length
    const where = `table ${index + 1}`
    return [
      ...(rows.length < 2 ? [`${where} has ${rows.length} rows`] : []),
      ...(headers.length > 0 && headers.every((cell) => cell.role === 'TH') ? [] : [`${where} has no header row`]),
      ...(headers.every((cell) => cell.attributes.Scope !== undefined)
        ? []
        : [`${where} has a header cell without scope`]),
      ...cells.flatMap((row, at) =>
        row.length === width ? [] : [`${where} row ${at + 1} has ${row.length} of ${width} cells`],
      ),
    ]
  })
  return { looked, faults }
})

const captionCheck = check('every table and figure has its caption', (pdf, document) => {
  const captions = withRole(pdf, /^Caption$/).map((tag) => squeezed(tag.text))
  const wanted = flatSections(document.sections)
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === 'table' || block.kind === 'figure' || block.kind === 'image')
    .map((block) => captionText(block))
  return {
    looked: wanted.length,
    faults: wanted
      .filter((caption) => !captions.some((found) => found.startsWith(squeezed(caption))))
      .map((caption) => `no caption "${caption}"`),
  }
})

const figureCheck = check('every figure has a text alternative', (pdf) => {
  const figures = withRole(pdf, /^(Figure|Formula)$/)
  return {
    looked: figures.length,
    faults: figures.flatMap((figure, index) => (figure.alt?.trim() ? [] : [`figure ${index + 1} has none`])),
  }
})

const linkCheck = check('links have a text, a description and a target', (pdf, document) => {
  const tags = withRole(pdf, /^Link$/)
  const described = tags.flatMap((tag) => tag.annotations)
  const json = JSON.stringify(document.sections)
  const wanted = new Set(
    [...json.matchAll(/"address":"((?:[^"\\]|\\.)*)"/g)]
      .map((match) => JSON.parse(`"${match[1]}"`) as string)
      .map((address) => (address.startsWith('/') ? document.origin + address : address)),
  )
  return {
    looked: pdf.links.length,
    faults: [
      ...tags.flatMap((tag) => (tag.text.trim() ? [] : ['a link without a text'])),
      ...tags.flatMap((tag) => (tag.annotations.length > 0 ? [] : [`"${tag.text}" leads nowhere`])),
      ...pdf.links.flatMap((link) => (link.contents?.trim() ? [] : ['a link without a description'])),
      ...pdf.links.flatMap((link) => (link.address || link.internal ? [] : [`no target: ${link.contents}`])),
      ...(described.length === pdf.links.length
        ? []
        : [`${pdf.links.length - described.length} links outside the tags`]),
      ...[...wanted].flatMap((address) =>
        pdf.links.some((link) => link.address === address) ? [] : [`no link to ${address}`],
      ),
    ],
  }
})

const bookmarkCheck = check('bookmarks are the headings', (pdf, document) => {
  const flat = (list: Bookmark[], level = 1): { level: number; text: string }[] =>
    list.flatMap((item) => [{ level, text: item.title }, ...flat(item.children, level + 1)])
  const found = flat(pdf.bookmarks)
  const wanted = expectedHeadings(document)
  return {
    looked: found.length,
    faults: wanted.flatMap((heading, index) => {
      const got = found[index]
      const same = got?.level === heading.level && squeezed(got.text) === squeezed(heading.text)
      return same ? [] : [`bookmark ${index + 1} is "${got?.text}", not "${heading.text}"`]
    }),
  }
})

const orderCheck = check('text is all there, in the order of the report', (pdf, document) => {
  const text = squeezed(pdf.tree.text)
  const pieces = flatSections(document.sections).flatMap((section) => [
    headingText(section),
    ...section.blocks.flatMap(textsOf),
  ])
  const first = pieces[0] ?? ''
  // The contents repeat the headings: the report itself starts at the second one.
  let at = text.indexOf(squeezed(first), text.indexOf(squeezed(first)) + 1)
  const faults: string[] = at < 0 ? ['the report does not begin'] : []
  for (const piece of pieces) {
    const found = text.indexOf(squeezed(piece), Math.max(at, 0))
    if (found < 0) faults.push(`missing or out of order: "${piece.slice(0, 60)}"`)
    else at = found + squeezed(piece).length
  }
  return { looked: pieces.length, faults }
})

function textsOf(block: ReportDocument['sections'][number]['blocks'][number]): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inlineText(block.inlines)]
    case 'quote':
      return [inlineText(block.inlines), block.attribution ?? '']
    case 'list':
      return block.items.map(inlineText)
    case 'links':
      return block.items.map((item) => item.text)
    case 'table':
      return [
        captionText(block),
        ...block.notes,
        block.source,
        ...[...block.rows, ...(block.total ? [block.total] : [])].flat().map((cell) => cell.text),
      ]
    case 'heading':
      return [block.text]
    case 'image':
      return [captionText(block), ...block.notes, ...(block.description ? [block.description] : [])]
    case 'figure':
      return [captionText(block), ...block.notes, block.source]
    case 'problem':
    case 'unanswered':
      return [block.text]
  }
}

const drawnCheck = check('drawn in the order of the tags', (pdf) => {
  const tagged = pdf.tree.marks
  // The caption of a figure is read first though it is drawn below, and a footnote at its mark though it stands at the foot.
  const apart = new Set(withRole(pdf, /^(Caption|Note)$/).flatMap((tag) => tag.marks))
  const place = new Map(pdf.drawn.map((mark, index) => [mark, index]))
  const pages = new Map<string, number>()
  const faults: string[] = []
  for (const mark of tagged) {
    const at = place.get(mark)
    const page = mark.split(':')[0] ?? ''
    if (at === undefined) faults.push(`${mark} is tagged but not drawn`)
    else if (apart.has(mark)) continue
    else if (at < (pages.get(page) ?? -1)) faults.push(`${mark} is drawn before what it follows`)
    else pages.set(page, at)
  }
  if (new Set(tagged).size !== tagged.length) faults.push('a piece has two tags')
  if (tagged.length !== pdf.drawn.length) faults.push(`${pdf.drawn.length - tagged.length} pieces have no tag`)
  return { looked: tagged.length, faults }
})

const untaggedCheck = check('no text outside the tags', (pdf) => ({
  looked: pdf.drawn.length,
  faults: pdf.untagged.trim() === '' ? [] : [`untagged: "${pdf.untagged.slice(0, 60)}"`],
}))

const centimetre = 72 / 2.54

const emblemCheck = check('emblem at least 1 cm high, with the statement', (pdf, document) => {
  const emblem = withRole(pdf, /^Figure$/).find((tag) => tag.alt === document.emblem.alt)
  const box = emblem?.attributes.BBox
  const [, bottom = 0, , top = 0] = Array.isArray(box) ? box.map(Number) : []
  return {
    looked: 3,
    faults: [
      ...(emblem ? [] : ['no emblem']),
      ...(emblem && top - bottom < centimetre ? [`emblem is ${((top - bottom) / centimetre).toFixed(2)} cm high`] : []),
      ...(squeezed(pdf.tree.text).includes(squeezed(document.statement)) ? [] : ['no statement']),
    ],
  }
})

const dataCheck = check('data of the tables and figures attached', (pdf, document) => {
  const attached = pdf.attachments.find((file) => file.name.endsWith('.json'))
  const data = attached ? (JSON.parse(attached.content) as { title?: string; tables?: unknown[] }) : {}
  return {
    looked: pdf.attachments.length,
    faults: data.title === document.title && Array.isArray(data.tables) ? [] : ['no data of this report'],
  }
})

export const checks: readonly Check[] = [
  titleCheck,
  languageCheck,
  identifierCheck,
  headingCheck,
  tableCheck,
  captionCheck,
  figureCheck,
  linkCheck,
  bookmarkCheck,
  orderCheck,
  drawnCheck,
  untaggedCheck,
  emblemCheck,
  dataCheck,
]
