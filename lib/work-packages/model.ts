export const workPackageLevels = ['plan', 'stream'] as const
export type WorkPackageLevel = (typeof workPackageLevels)[number]

export const lifecycles = ['in_progress', 'completed', 'ended', 'not_reported'] as const
export type Lifecycle = (typeof lifecycles)[number]

export const itemKinds = ['objective', 'output', 'next_step', 'deviation', 'ended_output'] as const
export type ItemKind = (typeof itemKinds)[number]

/** A work package or a part of one. Titles differ between plan and review; both are kept. */
export type WorkPackageRow = {
  id: string
  sourceId: string
  parentId: string | null
  investmentId: string | null
  level: WorkPackageLevel
  /** A reporting unit of the rounds */
  reports: boolean
  code: string | null
  titlePlan: string | null
  titleReview: string | null
  earlierTitles: string[]
  responsibleRole: string | null
  /** Null: the source does not tell */
  lifecycle: Lifecycle | null
  statusText: string | null
  serviceAreas: { id: string; parentId: string | null; name: string }[]
  /** Ids of the work packages it reports for beside itself, and of those that report for it */
  covers: string[]
  coveredBy: string[]
  coordinators: { userId: string; name: string }[]
}

/** A work package as the structure of the plan shows it. */
export type OutlineRow = Pick<
  WorkPackageRow,
  'id' | 'sourceId' | 'parentId' | 'investmentId' | 'level' | 'reports' | 'code' | 'titlePlan' | 'titleReview'
>

/** One remark that another part of the source makes of the package; which keys it has depends on its kind. */
export type Remark = Record<string, unknown> & { kind: string }

export type WorkPackageDetails = WorkPackageRow & {
  schedule: { asWritten: string | null; start: string | null; end: string | null; note: string | null }
  cost: { estimate: string | null; asWritten: string | null; note: string | null; basis: string | null }
  statusAsWritten: string | null
  serviceAreaBasis: string | null
  serviceAreaNote: string | null
  reviewSlides: string[]
  /** What is told of a package that has ended; null when nothing is */
  ended: Ending | null
  remarks: Remark[]
  note: string | null
  items: { id: string; kind: ItemKind; type: string | null; text: string }[]
  links: { id: string; label: string; url: string | null; note: string | null; atEnd: boolean }[]
}

export type Ending = {
  asWritten: string | null
  code: string | null
  title: string | null
  summary: string | null
  linksMissing: number | null
}

type Titled = Pick<WorkPackageRow, 'titlePlan' | 'titleReview' | 'code' | 'sourceId'>

/** What people call it now: the title of the review, else of the plan, else its code. */
export function titleOf({ titleReview, titlePlan, code, sourceId }: Titled): string {
  return titleReview ?? titlePlan ?? code ?? sourceId
}

/** Parts that stand under the unit, in their order. */
export function partsOf<T extends Pick<WorkPackageRow, 'parentId'>>(rows: readonly T[], id: string): T[] {
  return rows.filter((row) => row.parentId === id)
}

/** Texts of one list of the package, in their order. */
export function textsOf({ items }: Pick<WorkPackageDetails, 'items'>, kind: ItemKind): string[] {
  return items.filter((item) => item.kind === kind).map((item) => item.text)
}
