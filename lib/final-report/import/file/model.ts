import {
  type FactsFile,
  type FileBlock,
  type FileSection,
  factsFile,
  reportFile,
} from '@/lib/final-report/check/file/schema'
import { plain } from '@/lib/final-report/check/words/model'
import { piecesOf } from '@/lib/final-report/import/model'
import type {
  Loss,
  WrittenCaption,
  WrittenPart,
  WrittenReport,
  WrittenRun,
  WrittenSection,
} from '@/lib/final-report/import/written/model'
import { Refused } from '@/lib/platform/refused-file'

/** Addresses that are told of a file with many mistakes. */
const mostTold = 8

/**
 * Reads a report in the form of a file of its own into the shape of the import. It is taken whole or not at all.
 * @throws Refused WRONG_SHAPE with the addresses at fault, NOTHING
 */
export function readFileReport(bytes: Uint8Array): WrittenReport {
  const read = reportFile.safeParse(parsed(bytes))
  if (!read.success) {
    const at = read.error.issues.map(({ path }) => addressOf(path))
    throw new Refused('WRONG_SHAPE', ...[...new Set(at)].slice(0, mostTold))
  }
  const { sections } = read.data
  const wrong = wrongPlaces(sections)
  if (wrong.length > 0) throw new Refused('WRONG_SHAPE', ...wrong.slice(0, mostTold))
  if (sections.every(({ blocks }) => blocks.length === 0)) throw new Refused('NOTHING')
  const facts = factsFile.safeParse(read.data.facts ?? {})
  if (!facts.success) {
    throw new Refused(
      'WRONG_SHAPE',
      ...facts.error.issues.slice(0, mostTold).map(({ path }) => `facts.${addressOf(path)}`),
    )
  }
  const losses: Loss[] = []
  const known = knownBy(facts.data)
  return {
    format: 1,
    from: 'json',
    sections: sections.map((one) => sectionOf(one, sections, { losses, known })),
    losses,
  }
}

/** Deeper brackets than any report has are not given to the parser. */
function parsed(bytes: Uint8Array): unknown {
  let depth = 0
  for (const byte of bytes) {
    if (byte === 0x5b || byte === 0x7b) depth += 1
    else if (byte === 0x5d || byte === 0x7d) depth -= 1
    if (depth > 500) throw new Refused('TOO_DEEP')
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (_key, value: unknown) =>
      typeof value === 'string' ? storable(value) : value,
    )
  } catch {
    throw new Refused('WRONG_SHAPE')
  }
}

/** Signs that no text of the database can hold. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** `sections[3].blocks[0].text` */
function addressOf(path: readonly PropertyKey[]): string {
  const written = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return written.replace(/^\./, '')
}

/** The same id twice, a parent or a shown section that is not in the file, and a section inside itself. */
function wrongPlaces(sections: readonly FileSection[]): string[] {
  const byId = new Map(sections.map((one) => [one.id, one]))
  const inside = (section: FileSection): boolean => {
    const seen = new Set([section.id])
    for (let up = section.parent; up != null; up = byId.get(up)?.parent) {
      if (seen.has(up)) return true
      seen.add(up)
    }
    return false
  }
  return sections.flatMap((section, index) => [
    ...(byId.get(section.id) === section ? [] : [`sections[${index}].id`]),
    ...(section.parent != null && (!byId.has(section.parent) || inside(section)) ? [`sections[${index}].parent`] : []),
    ...(section.shows != null && !byId.has(section.shows) ? [`sections[${index}].shows`] : []),
  ])
}

type Ground = { losses: Loss[]; known: ReturnType<typeof knownBy> }

/** What the facts beside the report tell of its figures and tables. */
function knownBy({ figures, tables }: FactsFile) {
  const named = <T extends { label?: string | null | undefined }>(all: readonly T[]) =>
    new Map(all.flatMap((one) => (one.label ? [[plain(one.label), one] as const] : [])))
  return { captions: named([...figures, ...tables]), tables: named(tables) }
}

function sectionOf(section: FileSection, all: readonly FileSection[], ground: Ground): WrittenSection {
  let level = 1
  for (let up = section.parent; up != null; up = all.find(({ id }) => id === up)?.parent) level += 1
  return {
    key: `h${all.indexOf(section) + 1}`,
    level,
    number: section.number ?? null,
    title: section.heading.trim(),
    kind: section.kind,
    anchors: [section.id],
    blocks: section.blocks.flatMap((block) => partsOf(block, section.heading, ground)),
  }
}

function partsOf(block: FileBlock, where: string, { losses, known }: Ground): WrittenPart[] {
  switch (block.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(block.text) }]
    case 'quote':
      return [{ kind: 'quote', runs: runsOf(block.text), attribution: null }]
    case 'heading':
      return [{ kind: 'heading', text: block.text, level: 1 }]
    case 'list':
      return [{ kind: 'list', items: block.items.map((text) => ({ level: 0, ordered: false, runs: runsOf(text) })) }]
    case 'links':
      return [
        {
          kind: 'links',
          items: [
            ...block.urls.map((address) => ({ text: address, address })),
            ...block.items.map(({ text, url }) => ({ text: text ?? url, address: url })),
          ],
        },
      ]
    case 'figure':
      // The file names its pictures and does not hold them.
      if (block.image ?? block.file ?? block.sha256)
        losses.push({ what: 'picture_missing', where, text: block.label ?? block.caption ?? '' })
      return [
        {
          kind: 'image',
          caption: captionOf(block, known.captions),
          alt: block.alt ?? '',
          description: null,
          picture: null,
        },
      ]
    case 'table': {
      const fact = block.label ? known.tables.get(plain(block.label)) : undefined
      const columns = (block.columns ?? fact?.columns ?? []).map((column) => column ?? '')
      if (!block.rows && !fact?.rows)
        losses.push({ what: 'unknown_rows', where, text: block.label ?? block.caption ?? '' })
      const rows = block.rows ?? fact?.rows ?? []
      return [
        {
          kind: 'table',
          caption: captionOf(block, known.captions),
          columns,
          rows,
          total: block.total ?? null,
          notes: [],
        },
      ]
    }
    case 'toimintamalli_table':
      return [
        {
          kind: 'models',
          caption: captionOf(block, known.captions),
          workPackage: block.workpackage ?? null,
          investment: block.investment ?? null,
        },
      ]
    case 'decision_refs':
      return [{ kind: 'attachments', labels: block.attachments }]
  }
}

function captionOf(
  block: { label?: string | null | undefined; caption?: string | null | undefined },
  captions: ReturnType<typeof knownBy>['captions'],
): WrittenCaption | null {
  const label = block.label?.trim() || null
  const text = (block.caption ?? captions.get(plain(label ?? ''))?.caption ?? '').trim()
  return label === null && text === '' ? null : { label, text, anchors: label === null ? [] : [label] }
}

function runsOf(text: string): WrittenRun[] {
  return piecesOf(text).map((piece): WrittenRun => {
    if (typeof piece === 'string') return { kind: 'text', text: piece }
    if (piece.kind === 'reference') return { kind: 'reference', text: piece.name, to: piece.name }
    return { kind: 'value', indicator: piece.indicator, index: piece.index }
  })
}
