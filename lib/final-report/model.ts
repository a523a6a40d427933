import { type BlockFile, captionKind, type ReportBlock } from '@/lib/final-report/blocks/model'
import { linesOf, wordCount } from '@/lib/final-report/text/model'
import type { Locale } from '@/lib/platform/locales'

export const sectionKinds = ['chapter', 'question', 'workpackage', 'toimintamalli', 'attachment'] as const
export type SectionKind = (typeof sectionKinds)[number]

/** What a document made of sections and blocks is; a plan is never taken for the final report. */
export const documentKinds = ['final_report', 'project_plan'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const sectionStates = ['empty', 'draft', 'ready', 'approved'] as const
export type SectionState = (typeof sectionStates)[number]

export const reportStates = ['draft', 'checked', 'approved', 'decided', 'frozen', 'sent'] as const
export type ReportState = (typeof reportStates)[number]

export const reportEventTypes = [
  'checked',
  'returned',
  'approved',
  'decided',
  'frozen',
  'sent',
  'correction_opened',
] as const
export type ReportEventType = (typeof reportEventTypes)[number]

/** Whether a report in this state may still be written. */
export const isWritable: Record<ReportState, boolean> = {
  draft: true,
  checked: true,
  approved: false,
  decided: false,
  frozen: false,
  sent: false,
}

/** Whose document it is of which kind: what addresses are made of. `key` is the project's. */
export type DocumentPlace = { key: string; kind: DocumentKind }

/** Why a change of a report was not made. Each has one sentence in the catalogues. */
export type FinalReportReason =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'LOCKED'
  | 'STALE'
  | 'EXISTS'
  | 'NO_TEMPLATE'
  | 'NOT_IN_PROJECT'
  | 'NOTHING'
  | 'UNFINISHED'
  | 'INVALID'
  | 'GONE'

export type ReportSection = {
  id: string
  parentId: string | null
  /** Name of the place in the template; null for the project's own sections */
  templateKey: string | null
  kind: SectionKind
  number: string | null
  title: string
  /** Help that the template gives for writing */
  prompt: string | null
  /** What is asked besides the question: in every section of the kind, and in this one */
  prompts: string[]
  state: SectionState
  version: number
  /** When its content was last written */
  updatedAt: string
  owner: { id: string; name: string } | null
  /** The section whose content stands here as well: one source, two places */
  showsSectionId: string | null
  /** The model that the section tells of */
  toimintamalliId: string | null
  blocks: ReportBlock[]
}

/** `sectionId`: the section that holds the attachment's text. */
export type ReportAttachment = {
  id: string
  label: string
  title: string
  note: string | null
  sectionId: string | null
  file: BlockFile | null
}

/** loppuraportti, or the plan as a document, with its sections in reading order. */
export type FinalReport = {
  id: string
  kind: DocumentKind
  title: string
  language: Locale
  state: ReportState
  /** Counts the changes of the report itself: title, order and life */
  version: number
  template: { key: string; name: string; version: number }
  sections: ReportSection[]
  attachments: ReportAttachment[]
}

export type SectionNode = ReportSection & { children: SectionNode[] }

/** The sections as a tree, each level in the order given. */
export function sectionTree(sections: readonly ReportSection[], parentId: string | null = null): SectionNode[] {
  return sections
    .filter((section) => section.parentId === parentId)
    .map((section) => ({ ...section, children: sectionTree(sections, section.id) }))
}

/** A section is answered when it, or something inside it, holds content. */
export function isAnswered(node: SectionNode): boolean {
  return node.blocks.length > 0 || node.showsSectionId !== null || node.children.some(isAnswered)
}

/** Whether an answer is waited for here: at every question, and where a chapter has nothing inside it. */
export function awaitsAnswer(node: SectionNode): boolean {
  return !isAnswered(node) && (node.kind === 'question' || node.children.length === 0)
}

export function flatNodes(nodes: readonly SectionNode[]): SectionNode[] {
  return nodes.flatMap((node) => [node, ...flatNodes(node.children)])
}

/** How many of the template's questions have an answer. */
export function questionCount(nodes: readonly SectionNode[]): { answered: number; all: number } {
  const questions = flatNodes(nodes).filter((node) => node.kind === 'question')
  return { answered: questions.filter(isAnswered).length, all: questions.length }
}

/** Typed words of the section itself. */
export function sectionWords(section: Pick<ReportSection, 'blocks'>): number {
  return section.blocks.reduce((words, block) => {
    return words + wordCount(linesOf(block) ?? [])
  }, 0)
}

/** How many blocks still wait for their caption, or a picture for its alternative text. */
export function unfinishedBlocks(blocks: readonly ReportBlock[]): number {
  return blocks.filter((block) => {
    if (block.type === 'unreadable') return false
    const { content } = block
    const captionless = 'caption' in content && content.caption.trim() === ''
    return captionless || ('alt' in content && content.alt.trim() === '')
  }).length
}

/** Numbers of tables and figures through the report, by the id of their block. */
export function captionNumbers(
  sections: readonly ReportSection[],
): Map<string, { kind: 'table' | 'figure'; number: number }> {
  const numbers = new Map<string, { kind: 'table' | 'figure'; number: number }>()
  const last = { table: 0, figure: 0 }
  for (const node of flatNodes(sectionTree(sections))) {
    for (const block of node.blocks) {
      const kind = captionKind(block.type)
      if (!kind || (block.type !== 'unreadable' && 'numbered' in block.content)) continue
      last[kind] += 1
      numbers.set(block.id, { kind, number: last[kind] })
    }
  }
  return numbers
}
