export const blockTypes = [
  'paragraph',
  'heading',
  'list',
  'quote',
  'links',
  'toimintamalli',
  'bound_number',
  'indicator_table',
  'toimintamalli_table',
  'breakdown_table',
  'budget_table',
  'purchase_table',
  'decision_list',
  'phase_table',
  'cost_table',
  'person_month_table',
  'risk_table',
  'chart',
  'free_table',
  'image',
  'attachment_reference',
  'cross_reference',
] as const
export type BlockType = (typeof blockTypes)[number]

export type TextMark = 'strong' | 'emphasis'

/**
 * A piece of running text. `binding` is the `sort` of a binding of the same block; a `bare` number leaves its unit to the words
 * around it ("60 nuorta"), a number in `digits` its per cent and euros as well ("48 prosenttia"). A `source` shows nothing: it
 * says what the number typed just before it means ("viisi"), so that the check can compare them. A `note` is a footnote. A
 * `bare` reference is a chapter's number alone, for texts that say "luvuissa" before it.
 */
export type Run =
  | { kind: 'text'; text: string; mark?: TextMark | undefined }
  | { kind: 'number'; binding: number; bare?: true | undefined; digits?: true | undefined }
  | { kind: 'source'; binding: number }
  | { kind: 'note'; text: string }
  | { kind: 'reference'; target: ReferenceTarget; bare?: true | undefined }
  | { kind: 'link'; text: string; address: string }

/** What a reference points at: a captioned block, a section, or an attachment of the same report. */
export type ReferenceTarget = { to: 'block' | 'section' | 'attachment'; id: string }

/** Which indicators a table shows: an investment's national ones, its measured ones, or those named by bindings. */
export const indicatorPicks = ['national', 'measured', 'chosen'] as const
export type IndicatorPick = (typeof indicatorPicks)[number]

/** What stands with a caption. One without a number ("numbered: false") is not counted and not referred to by number. */
type Captioned = { caption: string; numbered?: false | undefined }

/** A cell that is not known is null, which is neither empty nor zero. */
export type FreeCell = string | null

export type BlockContents = {
  paragraph: { runs: Run[] }
  /** Level 1 stands right under the section's own heading */
  heading: { text: string; level: 1 | 2 }
  list: { ordered: boolean; items: Run[][] }
  quote: { runs: Run[]; attribution: string | null }
  links: { items: { text: string; address: string }[] }
  toimintamalli: { toimintamalliId: string }
  bound_number: { label: string }
  indicator_table: Captioned & { pick: IndicatorPick }
  /** `listed`: only the models that the register lists in the report's table */
  toimintamalli_table: Captioned & { listed?: true | undefined }
  breakdown_table: Captioned
  budget_table: Captioned
  purchase_table: Captioned
  decision_list: Captioned
  /** The part is bound */
  phase_table: Captioned
  /** One budget table. `scoped`: only what belongs to what is bound, so that a binding that is gone never widens it */
  cost_table: Captioned & { budgetId: string; scoped?: true | undefined }
  person_month_table: Captioned & { scoped?: true | undefined }
  risk_table: Captioned
  chart: Captioned
  free_table: Captioned & {
    columns: string[]
    rows: FreeCell[][]
    total?: FreeCell[] | undefined
    notes?: string[] | undefined
  }
  /** The picture itself is the block's file; without one a place is kept for it. `description` tells more than fits in the alt text */
  image: Captioned & { alt: string; description?: string | undefined }
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
  'work_package',
  'toimintamalli',
  'decision',
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
  workPackageId: string | null
  toimintamalliId: string | null
  decisionId: string | null
  /** Which value of an indicator whose values are counted: these have no rows that could be named. Without it the newest. */
  frozen?: string | undefined
}

/** A binding's ids with none of them set, to be given the one that its source asks for. */
export const unbound = {
  measurementId: null,
  indicatorId: null,
  targetId: null,
  investmentId: null,
  workPackageId: null,
  toimintamalliId: null,
  decisionId: null,
} as const satisfies Omit<Binding, 'sort' | 'source'>

/** Which id a binding of each source carries. */
export const subjectKeys: Record<BindingSource, keyof typeof unbound> = {
  measurement: 'measurementId',
  latest_measurement: 'indicatorId',
  target: 'targetId',
  budget_total: 'investmentId',
  purchase_total: 'investmentId',
  purchase_count: 'investmentId',
  toimintamalli_count: 'investmentId',
  investment: 'investmentId',
  indicator: 'indicatorId',
  work_package: 'workPackageId',
  toimintamalli: 'toimintamalliId',
  decision: 'decisionId',
}

/** "target:0193…": what is bound, as a choice of a form and the editor carry it. */
export function subjectText(source: BindingSource, id: string): string {
  return `${source}:${id}`
}

/** The same of a binding, also of one that names a counted value: "latest_measurement:0193…:2025-Q3". */
export function bindingText(binding: Omit<Binding, 'sort'>): string {
  const subject = subjectText(binding.source, subjectId(binding))
  return binding.frozen === undefined ? subject : `${subject}:${binding.frozen}`
}

/** What a subject's text binds; null when it is none. */
export function subjectBinding(text: string): Omit<Binding, 'sort'> | null {
  const [name = '', id = '', frozen = ''] = text.split(':')
  const source = bindingSources.find((one) => one === name)
  if (!source || !/^[0-9a-f-]{36}$/.test(id)) return null
  const named = source === 'latest_measurement' && /^[\w.%~!*'()-]{1,400}$/.test(frozen) ? { frozen } : {}
  return { ...unbound, source, [subjectKeys[source]]: id, ...named }
}

/** The id that a binding carries, whatever it is an id of. */
export function subjectId(binding: Omit<Binding, 'sort'>): string {
  return binding[subjectKeys[binding.source]] ?? ''
}

/** A stored picture, as far as the report tells of it. */
export type BlockFile = { id: string; name: string; mediaType: string; sha256: string }

/** The approved quarterly report and the field that a text was picked from. */
export type BlockOrigin = { reportId: string; path: string }

/** A block as it is written: everything but its count of changes. */
export type WrittenBlock = BlockContent & {
  id: string
  bindings: Binding[]
  file: BlockFile | null
  from: BlockOrigin | null
}

export type ReportBlock = WrittenBlock & { version: number }

/** Blocks numbered and captioned as tables, and as figures; the rest have no number. */
const tableTypes = [
  'indicator_table',
  'toimintamalli_table',
  'breakdown_table',
  'budget_table',
  'purchase_table',
  'decision_list',
  'phase_table',
  'cost_table',
  'person_month_table',
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

/** Tables of the plan's data. */
export const planTypes = ['phase_table', 'cost_table', 'person_month_table'] as const satisfies readonly BlockType[]
export type PlanType = (typeof planTypes)[number]

/** Whether a text may become a link: a page or a mail address, nothing that runs. */
export function isAddress(text: string | null): text is string {
  return text !== null && /^(https?|mailto):/i.test(text) && URL.canParse(text)
}
