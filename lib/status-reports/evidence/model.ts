import type { EvidenceRow } from '@/lib/evidence/model'

/** Evidence of a report; `path` is the section it belongs to, null for the whole report. */
export type ReportEvidence = EvidenceRow & { path: string | null }
