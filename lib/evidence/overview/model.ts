import type { EvidenceSubject, TargetFigure } from '@/lib/evidence/model'

/** A target in force with how much evidence there is of it and of the newest value beside it. */
export type TargetEvidence = {
  subject: EvidenceSubject
  indicator: string
  target: TargetFigure
  unit: string | null
  isNational: boolean
  pieces: number
  reachedOn: string | null
}

/** A piece of evidence of the project with what it shows. */
export type ListedEvidence = {
  id: string
  label: string
  subject: EvidenceSubject
  shows: string
  hasFile: boolean
  addedAt: string
}
