import { dueDay, type KindOfProject, type RetentionKind, yearsLater } from '@/lib/retention/model'
import { addDays, isIsoDate, momentInHelsinki } from '@/lib/values/calendar'

/** What stands in the place of a file whose content was destroyed: its row and name stay, since published texts name it. */
export const destroyedMark = 'text/plain; etappi=destroyed'

/** Tables of a kind that goes row by row, with the column that tells when a row was made. */
export const tablesOfKind: Readonly<
  Record<Exclude<KindOfProject, 'project'>, readonly [table: string, made: string | null][]>
> = {
  // Evidence and documents stay as rows: a reached target must be shown by something, and a publication names it.
  files: [],
  working_copies: [
    ['SectionCopy', 'at'],
    ['ReportImport', 'createdAt'],
    ['FigureSheet', 'createdAt'],
    ['ActualPaste', 'createdAt'],
  ],
  personal_data: [['BeneficialOwner', null]],
}

/** Tables whose files are evidence and documents of a project. */
export const tablesOfFiles: readonly string[] = ['Evidence', 'ProjectDocument']

/** What is due of one kind, of one project or of the county. */
export type DueLine = {
  kind: RetentionKind
  projectId: string | null
  projectKey: string | null
  title: string
  rows: number
  dueOn: string
  basis: string
  years: number
  /** Why it is not on the list: the reason of a hold */
  heldBy: string | null
}

/** Kinds of projects that have a rule which cannot be counted, since the project's end is not told. */
export type Unknown = { kind: KindOfProject; title: string; projectKey: string }

/**
 * Rows of a rule that counts from when each was made are due by a day when they were made before this moment. Null when the
 * calendar does not reach so far back, or when everything is kept still.
 */
export function madeBefore(day: string, years: number, floor: string | null): Date | null {
  if (floor !== null && floor >= day) return null
  const cutoff = yearsLater(addDays(day, -1), -years)
  return cutoff === null || !isIsoDate(cutoff) ? null : momentInHelsinki(addDays(cutoff, 1), 0)
}

/** When the first of such rows became due. */
export const firstDue = (made: string, years: number, floor: string | null): string | null => dueDay(made, years, floor)
