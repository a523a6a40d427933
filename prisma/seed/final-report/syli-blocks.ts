import { type BlockContents, type BlockType, isAddress, unbound } from '@/lib/final-report/blocks/model'
import type { BindingDraft } from '@/lib/final-report/editing/model'
import { type MarkReader, type Meaning, runsOfWritten } from '@/lib/final-report/import/model'
import type { NarrativeBlock, SyliReportFacts } from '../facts/syli-report.ts'
import { tableContent } from './syli-tables.ts'

/** A block before it has its place in the report. `name`: its number in the written report, when it has one. */
export type BlockDraft = {
  [T in BlockType]: { type: T; content: BlockContents[T]; bindings: BindingDraft[]; name?: string }
}[BlockType]

/** Ids of the rows by the names that the written report uses. */
export type Named = { section: Map<string, string>; captioned: Map<string, string>; attachment: Map<string, string> }

/** What the blocks of the written report point at, by the names that it uses. */
export type Known = {
  facts: SyliReportFacts
  /** Binding and readings of "IND-003@0"; the target without an index */
  value(indicator: string, index: number | null): { binding: BindingDraft; forms: Meaning['forms'] } | null
  reference: MarkReader['reference']
  workPackage(code: string): string
  investment(code: string): string
  /** Decisions that an attachment holds, as the register has them */
  decisionsOf(attachment: string): string[]
  attachment(label: string): string
  /** The place where all attachments are listed anyway */
  attachmentsPlace: string
}

/**
 * Blocks of one narrative block.
 * @throws when it names something that is not in the data
 */
export function draftsOf(block: NarrativeBlock, section: string, known: Known): BlockDraft[] {
  const bindings: BindingDraft[] = []
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: { runs: runsOf(block.text, bindings, known) }, bindings }]
    case 'quote':
      return [{ type: 'quote', content: { runs: runsOf(block.text, bindings, known), attribution: null }, bindings }]
    case 'list':
      return [
        {
          type: 'list',
          content: { ordered: false, items: block.items.map((text) => runsOf(text, bindings, known)) },
          bindings,
        },
      ]
    case 'links':
      return [{ type: 'links', content: { items: block.urls.map((url) => linkOf(url, known)) }, bindings }]
    case 'figure': {
      const { caption } = found(known.facts.figures, block.label)
      return [{ type: 'image', name: block.label, content: { caption, alt: block.alt }, bindings }]
    }
    case 'table':
      return [
        {
          type: 'free_table',
          name: block.label,
          content: tableContent(found(known.facts.tables, block.label)),
          bindings,
        },
      ]
    case 'toimintamalli_table':
      return [modelTable(block, known)]
    case 'decision_refs':
      return decisionBlocks(block.attachments, section, known)
  }
}

function found<T extends { label: string | null }>(rows: readonly T[], label: string): T {
  const row = rows.find((one) => one.label === label)
  if (!row) throw new Error(`the written report names ${label}, which is not in the facts`)
  return row
}

function runsOf(text: string, bindings: BindingDraft[], known: Known) {
  const { runs, lost } = runsOfWritten(text, {
    value({ indicator, index }) {
      const value = known.value(indicator, index)
      if (!value) return null
      bindings.push(value.binding)
      return { binding: bindings.length - 1, forms: value.forms }
    },
    reference: known.reference,
  })
  if (lost.length > 0) throw new Error(`nothing answers to ${lost.join(', ')}`)
  return runs
}

/** Some addresses were printed without their scheme: "hoidonperusteet.fi". */
function linkOf(url: string, { facts }: Known): { text: string; address: string } {
  const anchor = facts.links.find((link) => link.url === url)?.anchor_texts[0]
  return { text: anchor ?? url, address: isAddress(url) ? url : `https://${url}` }
}

/** The table of renewed models is not numbered; the one of 4.2 has the models that the register lists there. */
function modelTable(
  { workpackage, investment }: Extract<NarrativeBlock, { type: 'toimintamalli_table' }>,
  known: Known,
): BlockDraft {
  if (workpackage !== undefined) {
    return {
      type: 'toimintamalli_table',
      content: { caption: `Työpaketin ${workpackage} toimintamallit`, numbered: false, listed: true },
      bindings: [{ ...unbound, source: 'work_package', workPackageId: known.workPackage(workpackage) }],
    }
  }
  return {
    type: 'toimintamalli_table',
    content: { caption: `Investoinnin ${investment} toimintamallit`, numbered: false },
    bindings: [{ ...unbound, source: 'investment', investmentId: known.investment(investment ?? '') }],
  }
}

/** Decisions that the register has, as a table; attachments without any are referred to by name. */
function decisionBlocks(attachments: readonly string[], section: string, known: Known): BlockDraft[] {
  const decisions = attachments.flatMap(known.decisionsOf)
  const silent =
    section === known.attachmentsPlace ? [] : attachments.filter((label) => known.decisionsOf(label).length === 0)
  const table: BlockDraft = {
    type: 'decision_list',
    content: { caption: `Päätökset, jotka ovat liitteissä ${attachments.join(', ')}`, numbered: false },
    bindings: decisions.map((decisionId) => ({ ...unbound, source: 'decision' as const, decisionId })),
  }
  return [
    ...(decisions.length > 0 ? [table] : []),
    ...silent.map(
      (label): BlockDraft => ({
        type: 'attachment_reference',
        content: { attachmentId: known.attachment(label) },
        bindings: [],
      }),
    ),
  ]
}
