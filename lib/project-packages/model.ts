import type { Difference } from '@/lib/project-packages/comparing/model'
import type { Finding, Note } from '@/lib/project-packages/findings/model'

/** What came of a package: `imported`, `identical` (it is here already, nothing was done), or what would come (`tried`). */
export type Imported = {
  outcome: 'imported' | 'tried' | 'identical'
  projectId: string
  key: string
  organisation: string
  /** Rows by part, those that have any */
  rows: Readonly<Record<string, number>>
  notes: readonly Note[]
}

/** Why a package was not taken: what does not fit, or how the project of that key differs. Nothing was changed. */
export type ImportAnswer =
  | { ok: true; value: Imported }
  | { ok: false; reason: 'NOT_ALLOWED' }
  | { ok: false; reason: 'UNREADABLE'; findings: readonly Finding[]; total: number }
  | { ok: false; reason: 'DIFFERS'; differences: readonly Difference[] }

export type ExportReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'BAD_KEY'

/** A package ready to be kept as a file. */
export type MadePackage = { text: string; name: string; sha256: string; rows: Readonly<Record<string, number>> }
