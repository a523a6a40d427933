import type { Autosave } from '@/components/status-reports/form/autosave'

/** A report as one of several on a page: it saves itself as ever, and its cells are a part of the grid of all of them. */
export type FormPart = {
  formId: string
  /** Number of its first row in the whole grid */
  firstRow: number
  /** Where to come back to after signing in again */
  address: string
  /** Lets the whole write into its cells; the answer takes it out again */
  join: (autosave: Autosave) => () => void
}
