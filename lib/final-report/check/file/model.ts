import { measureOfFact, modelsOfFacts } from '@/lib/final-report/check/file/facts/model'
import type { FactsFile, FileBlock, FileSection, ReportFile } from '@/lib/final-report/check/file/schema'
import { type FileTargets, lineOfText } from '@/lib/final-report/check/file/text/model'
import type { CheckedAttachment, CheckedBlock, CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { isMissingNotice } from '@/lib/final-report/check/sections/model'
import { plain } from '@/lib/final-report/check/words/model'

/** A report of a file as the check reads it. Without facts it has no captions, measures or toimintamallit of theirs. */
export function reportOfFile(file: ReportFile, facts: FactsFile | null): CheckedReport {
  const models = modelsOfFacts({ toimintamallit: facts?.toimintamallit ?? [] })
  const attachments = attachmentsOf(file, facts)
  const made: Made = {
    models,
    targets: targetsOf(file, attachments),
    captions: new Map(
      [...(facts?.figures ?? []), ...(facts?.tables ?? [])].map((one) => [plain(one.label ?? ''), one]),
    ),
    tables: new Map((facts?.tables ?? []).map((table) => [plain(table.label ?? ''), table])),
  }
  return {
    language: file.report?.language ?? 'fi',
    sections: file.sections.map((section) => checkedSection(section, made)),
    attachments,
    measures: (facts?.indicators ?? []).map(measureOfFact),
    models: models.map(({ fact: _fact, ...model }) => model),
  }
}

type Made = {
  models: ReturnType<typeof modelsOfFacts>
  targets: FileTargets
  captions: ReadonlyMap<string, { caption?: string | null | undefined }>
  tables: ReadonlyMap<string, FactsFile['tables'][number]>
}

function checkedSection(section: FileSection, made: Made): CheckedSection {
  const told = made.models.filter(({ fact }) => fact.section_id === section.id)
  return {
    id: section.id,
    parentId: section.parent ?? null,
    kind: section.kind,
    number: section.number ?? null,
    title: section.heading,
    showsSectionId: section.shows ?? null,
    // A chapter may tell of several models, and is then none's own.
    modelId: told.length === 1 ? (told[0]?.id ?? null) : null,
    blocks: section.blocks.map((block, index) => checkedBlock(block, `${section.id}:${index + 1}`, made)),
  }
}

function checkedBlock(block: FileBlock, id: string, made: Made): CheckedBlock {
  const line = (text: string) => lineOfText(text, made.targets)
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { type: 'text', id, form: block.type, lines: [line(block.text)] }
    case 'list':
      return { type: 'text', id, form: 'list', lines: block.items.map(line) }
    case 'links':
      return {
        type: 'links',
        id,
        items: [
          ...block.urls.map((address) => ({ text: address, address })),
          ...block.items.map(({ text, url }) => ({ text: text ?? url, address: url })),
        ],
      }
    case 'figure':
      return {
        type: 'figure',
        ...captionOf(block, id, made),
        alt: block.alt ?? null,
        content: block.sha256 ?? block.image ?? block.file ?? null,
      }
    case 'table':
      return { type: 'table', ...captionOf(block, id, made), ...tableOf(block, made) }
    case 'toimintamalli_table':
      return { type: 'models', ...captionOf(block, id, made), rows: modelRowsOf(block, made) }
    case 'decision_refs':
      return { type: 'attachments', id, labels: block.attachments }
  }
}

type Of<T extends FileBlock['type']> = Extract<FileBlock, { type: T }>

function captionOf(
  block: { label?: string | null | undefined; caption?: string | null | undefined },
  id: string,
  { captions }: Made,
) {
  const label = block.label ?? null
  return { id, label, caption: block.caption ?? captions.get(plain(label ?? ''))?.caption ?? '' }
}

const totalRow = /^(?:yhteensä|summa|kaikki yhteensä|totalt|sammanlagt|summa|total)(?!\p{L})/iu

function tableOf(block: Of<'table'>, { tables }: Made) {
  const fact = block.label ? tables.get(plain(block.label)) : undefined
  const rows = block.rows ?? fact?.rows ?? []
  const last = rows.at(-1)
  const isTotal = block.total == null && rows.length > 1 && totalRow.test(last?.[0]?.trim() ?? '')
  return {
    bound: false,
    columns: (block.columns ?? fact?.columns ?? []).map((column) => column ?? ''),
    rows: isTotal ? rows.slice(0, -1) : rows,
    total: isTotal ? (last ?? null) : (block.total ?? null),
  }
}

/** The rows that the file gives, else the models of the table's work package or investment. */
function modelRowsOf(block: Of<'toimintamalli_table'>, { models }: Made) {
  if (block.rows) {
    const byName = new Map(models.map((model) => [plain(model.name), model.id]))
    return block.rows.map(({ name, url, piloted, stayed_in_use: stayed }) => ({
      modelId: byName.get(plain(name)) ?? name,
      piloted: piloted ?? null,
      stayedInUse: stayed ?? null,
      address: url ?? null,
    }))
  }
  const shown = models.filter(({ fact }) =>
    block.workpackage != null
      ? fact.in_table_4_2 === true && fact.workpackage === block.workpackage
      : block.investment != null && fact.innokyla_url != null && fact.investments.includes(block.investment),
  )
  return shown.map(({ id, piloted, stayedInUse, fact }) => ({
    modelId: id,
    piloted,
    stayedInUse,
    address: fact.innokyla_url_in_table_4_2 ?? null,
  }))
}

const attachmentLabel = /^(?:LIITE|Liite|BILAGA|Bilaga|ATTACHMENT|Attachment|ANNEX|Annex)\s+(?:\d+|[A-Z])(?=[\s.:]|$)/

/** Attachments that the facts or the file list, and those that have a section of their own. */
function attachmentsOf(file: ReportFile, facts: FactsFile | null): CheckedAttachment[] {
  const listed = [...(facts?.attachments ?? []), ...(file.attachments ?? [])]
  const sections = file.sections.flatMap((section) => {
    const label = section.kind === 'attachment' ? attachmentLabel.exec(section.heading)?.[0] : undefined
    return label === undefined ? [] : [{ section, label, title: section.heading.slice(label.length).trim() }]
  })
  const own = new Map(sections.map((one) => [plain(one.label), one]))
  const known = new Set(listed.map(({ label }) => plain(label)))
  const all = [
    ...listed,
    ...sections
      .filter(({ label }) => !known.has(plain(label)))
      .map(({ label, title }) => ({ label, title, present_in_text: null })),
  ]
  return all.map(({ label, title, present_in_text: present }) => {
    const section = own.get(plain(label))?.section
    return {
      id: section?.id ?? label,
      label,
      title: title ?? own.get(plain(label))?.title ?? '',
      hasContent: present !== false && (section ? hasText(section) : present === true),
    }
  })
}

function hasText({ blocks }: FileSection): boolean {
  const texts = blocks.flatMap((block) => ('text' in block ? [block.text] : block.type === 'list' ? block.items : []))
  if (texts[0] !== undefined && isMissingNotice(texts[0])) return false
  return texts.some((text) => text.trim() !== '') || blocks.some(({ type }) => type === 'table' || type === 'figure')
}

/** What the labels and numbers of the file lead to. */
function targetsOf(file: ReportFile, attachments: readonly CheckedAttachment[]): FileTargets {
  const known = new Map<string, ReturnType<FileTargets>>()
  for (const section of file.sections) {
    known.set(plain(section.id), { to: 'section', targetId: section.id })
    if (section.number != null) known.set(plain(section.number), { to: 'section', targetId: section.id })
  }
  for (const { id, label } of attachments) known.set(plain(label), { to: 'attachment', targetId: id })
  for (const section of file.sections) {
    for (const [index, block] of section.blocks.entries()) {
      if (!('label' in block) || block.label == null) continue
      known.set(plain(block.label), {
        to: block.type === 'figure' ? 'figure' : 'table',
        targetId: `${section.id}:${index + 1}`,
      })
    }
  }
  return (label) => known.get(plain(label)) ?? { to: kindOf(label), targetId: null }
}

function kindOf(label: string): ReturnType<FileTargets>['to'] {
  if (/^(?:kuv|bild|fig)/i.test(label)) return 'figure'
  if (/^(?:tauluk|tabell|table)/i.test(label)) return 'table'
  return /^(?:liit|bilag|attach|annex)/i.test(label) ? 'attachment' : 'section'
}
