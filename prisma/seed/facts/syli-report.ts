// Shapes of the final report in syli.json (its tables, figures, attachments and addresses) and of its text in
// syli-narrative.json.
import type { SectionKind } from '@/lib/final-report/model'
import type { SyliDecisionFact } from './syli.ts'

/** `data_present` false: the table was a picture, and only what the text tells of it is known. */
export type SyliTableFact = {
  label: string | null
  caption: string
  data_present: boolean | 'partly'
  columns?: string[]
  columns_from_caption?: string[]
  rows?: (string | null)[][]
  title_row?: string
  unit?: string
  source?: string
  time_axis?: string
  text_facts?: string[]
  caveat?: string
}

export type SyliReportFacts = {
  tables: SyliTableFact[]
  figures: { label: string; caption: string }[]
  attachments: { label: string; title: string; kind: string; present_in_text: boolean }[]
  links: { url: string; anchor_texts: string[] }[]
  toimintamallit: { section_id: string }[]
  decisions: Pick<SyliDecisionFact & { attachment: string }, 'attachment' | 'decision'>[]
}

export type NarrativeBlock =
  | { type: 'paragraph' | 'quote'; text: string }
  | { type: 'list'; items: string[] }
  | { type: 'links'; urls: string[] }
  | { type: 'figure'; label: string; alt: string }
  | { type: 'table'; label: string }
  | { type: 'toimintamalli_table'; workpackage?: string; investment?: string }
  | { type: 'decision_refs'; attachments: string[] }

export type NarrativeSection = {
  id: string
  number: string | null
  heading: string
  kind: SectionKind
  parent: string | null
  blocks: NarrativeBlock[]
}

export type SyliNarrative = { report: { title: string }; sections: NarrativeSection[] }
