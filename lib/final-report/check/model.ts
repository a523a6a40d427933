import type { SectionKind } from '@/lib/final-report/model'
import type { TargetRole } from '@/lib/indicators/model'
import type { Locale } from '@/lib/platform/locales'
import type { TypedValue } from '@/lib/values/typed-value'

/**
 * raportin tarkastus: what the check of a report reads. The same shape is made of a report in the database and of one in a
 * file, so that every rule holds for both. All text is as the reader of the report sees it.
 */
export type CheckedReport = {
  language: Locale
  /** In reading order */
  sections: readonly CheckedSection[]
  attachments: readonly CheckedAttachment[]
  measures: readonly CheckedMeasure[]
  models: readonly CheckedModel[]
}

export type CheckedSection = {
  id: string
  parentId: string | null
  kind: SectionKind
  number: string | null
  title: string
  /** The section whose content is shown here as well; null when the content is its own */
  showsSectionId: string | null
  /** The toimintamalli that the section tells of */
  modelId: string | null
  blocks: readonly CheckedBlock[]
}

/** `label` is the number in the report ("Kuva 12"); null when the block has none. */
type Captioned = { id: string; label: string | null; caption: string }

export type CheckedBlock =
  | { type: 'text'; id: string; form: 'paragraph' | 'list' | 'quote' | 'heading'; lines: readonly CheckedLine[] }
  | { type: 'links'; id: string; items: readonly { text: string; address: string }[] }
  /** `bound`: the rows come from the data. A cell that is not known is null. */
  | (Captioned & {
      type: 'table'
      bound: boolean
      columns: readonly string[]
      rows: readonly (readonly (string | null)[])[]
      total: readonly (string | null)[] | null
    })
  /** `content` names what is drawn (the hash of an image, the id of an indicator); null when nothing is known of it. */
  | (Captioned & { type: 'figure'; alt: string | null; content: string | null })
  /** A table of toimintamallit; what each row says, as the table says it */
  | (Captioned & { type: 'models'; rows: readonly CheckedModelRow[] })
  | { type: 'attachments'; id: string; labels: readonly string[] }

export type CheckedModelRow = {
  modelId: string
  piloted: string | null
  stayedInUse: string | null
  /** Where the model's name leads; null or left out when it is no link */
  address?: string | null
}

export type CheckedLine = readonly CheckedPiece[]

/** What stands in running text. */
export type CheckedPiece =
  | { kind: 'text'; text: string }
  /** Drawn from the data and therefore right; null measure: a sum or a count. */
  | { kind: 'number'; text: string; source: CheckedSource | null }
  /** Says what the number typed just before it means; shows nothing itself. */
  | { kind: 'source'; source: CheckedSource }
  /** A made reference. `targetId` is the section, block or attachment it leads to; null when there is no such thing. */
  | { kind: 'reference'; to: ReferenceKind; label: string; targetId: string | null }
  | { kind: 'link'; text: string; address: string }

export type ReferenceKind = 'figure' | 'table' | 'attachment' | 'section'

/** A measurement of a measure, or its target when no measurement is named. Null value: the source is not among the data. */
export type CheckedSource = { measureId: string; measurementId: string | null }

export type CheckedMeasure = {
  id: string
  /** As people know it: the indicator's name */
  name: string
  unit: string | null
  measurements: readonly { id: string; value: TypedValue; time: string | null; n: string | null }[]
  /** `text` of the value holds all the words of the target: they may tell another level than its number. */
  targets: readonly {
    id: string
    value: TypedValue
    time: string | null
    role: TargetRole
    superseded: boolean
  }[]
}

export type CheckedModel = {
  id: string
  name: string
  /** All addresses by which the data know the model's page, the one in force first */
  addresses: readonly string[]
  titleTag: string | null
  /** Short marks of its investments, "I1" */
  investments: readonly string[]
  piloted: string | null
  stayedInUse: string | null
}

export type CheckedAttachment = {
  id: string
  label: string
  title: string
  /** Whether there is anything behind the name: a file, or text of its own in the report */
  hasContent: boolean
  /** The section of the report that holds its text; left out when that is told by the id */
  sectionId?: string | null
}

export const severities = ['error', 'warning', 'notice'] as const
export type Severity = (typeof severities)[number]

export type FindingPlace = {
  sectionId: string
  blockId: string | null
  /** Index of the line and the characters of its visible text; null when the whole block or section is meant */
  at: { line: number; from: number; to: number } | null
}

/** What a rule found. The sentence is made from the rule's name and `params` in the reader's language. */
export type Finding<Rule extends string = string> = {
  rule: Rule
  severity: Severity
  place: FindingPlace
  /** Where the other value stands, when it stands in the report */
  other: FindingPlace | null
  /** The values that do not agree, as written: the one at the place first */
  values: readonly string[]
  /** Which of the rule's sentences is meant, when it has several */
  variant: string | null
  params: Readonly<Record<string, string>>
}

/** One rule: pure, and quick enough to be run while somebody writes. */
export type Rule = { name: string; check(report: CheckedReport): Finding[] }

/** The visible text of a line. */
export function lineText(line: CheckedLine): string {
  return line
    .map((piece) => (piece.kind === 'source' ? '' : piece.kind === 'reference' ? piece.label : piece.text))
    .join('')
}
