export const blockTypes = [
  'paragraph',
  'list',
  'quote',
  'links',
  'toimintamalli',
  'bound_number',
  'indicator_table',
  'toimintamalli_table',
  'budget_table',
  'purchase_table',
  'decision_list',
  'risk_table',
  'chart',
  'free_table',
  'image',
  'attachment_reference',
  'cross_reference',
] as const
export type BlockType = (typeof blockTypes)[number]

/**
 * A piece of running text. `binding` is the `sort` of a binding of the same block; a `bare` number leaves its unit to the words
 * around it ("60 nuorta").
 */
export type Run =
  | { kind: 'text'; text: string }
  | { kind: 'number'; binding: number; bare?: true | undefined }
  | { kind: 'reference'; target: ReferenceTarget }
  | { kind: 'link'; text: string; address: string }

/** What a reference points at: a captioned block, a section, or an attachment of the same report. */
export type ReferenceTarget = { to: 'block' | 'section' | 'attachment'; id: string }

/** Which indicators a table shows: an investment's national ones, its measured ones, or those named by bindings. */
export const indicatorPicks = ['national', 'measured', 'chosen'] as const
export type IndicatorPick = (typeof indicatorPicks)[number]

type Captioned = { caption: string }

export type BlockContents = {
  paragraph: { runs: Run[] }
  list: { ordered: boolean; items: Run[][] }
  quote: { runs: Run[]; attribution: string | null }
  links: { items: { text: string; address: string }[] }
  toimintamalli: { toimintamalliId: string }
  bound_number: { label: string }
  indicator_table: Captioned & { pick: IndicatorPick }
  toimintamalli_table: Captioned
  budget_table: Captioned
  purchase_table: Captioned
  decision_list: Captioned
  risk_table: Captioned
  chart: Captioned
  free_table: Captioned & { columns: string[]; rows: string[][] }
  image: Captioned & { fileId: string; alt: string }
  attachment_reference: { attachmentId: string }
  cross_reference: { target: ReferenceTarget }
}

/** A block's content with its type; `unreadable` when what is stored does not fit the type. */
export type BlockContent =
  | { [T in BlockType]: { type: T; content: BlockContents[T] } }[BlockType]
  | { type: 'unreadable' }

export const bindingSources = [
  'measurement',
  'latest_measurement',
  'target',
  'budget_total',
  'purchase_total',
  'purchase_count',
  'toimintamalli_count',
  'investment',
  'indicator',
] as const
export type BindingSource = (typeof bindingSources)[number]

/** What a block shows from the data. Exactly one of the ids is set, which one depends on the source. */
export type Binding = {
  sort: number
  source: BindingSource
  measurementId: string | null
  indicatorId: string | null
  targetId: string | null
  investmentId: string | null
}

export type ReportBlock = BlockContent & { id: string; version: number; bindings: Binding[] }

/** Blocks numbered and captioned as tables, and as figures; the rest have no number. */
const tableTypes = [
  'indicator_table',
  'toimintamalli_table',
  'budget_table',
  'purchase_table',
  'decision_list',
  'risk_table',
  'free_table',
] as const satisfies readonly BlockType[]
const figureTypes = ['chart', 'image'] as const satisfies readonly BlockType[]

export function captionKind(type: BlockType | 'unreadable'): 'table' | 'figure' | null {
  if (tableTypes.some((one) => one === type)) return 'table'
  return figureTypes.some((one) => one === type) ? 'figure' : null
}

/** Types whose text is typed by a person in the section's form. */
export const typedTypes = ['paragraph', 'list', 'quote'] as const satisfies readonly BlockType[]
export type TypedType = (typeof typedTypes)[number]

/** Tables that show what belongs to an investment, or to the whole project when none is bound. */
export const scopedTypes = [
  'toimintamalli_table',
  'budget_table',
  'purchase_table',
  'decision_list',
  'risk_table',
  'indicator_table',
] as const satisfies readonly BlockType[]
export type ScopedType = (typeof scopedTypes)[number]

/** Whether a text may become a link: a page or a mail address, nothing that runs. */
export function isAddress(text: string | null): text is string {
  return text !== null && /^(https?|mailto):/i.test(text) && URL.canParse(text)
}
