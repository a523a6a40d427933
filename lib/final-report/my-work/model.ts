import type { DocumentKind, SectionState } from '@/lib/final-report/model'

/** A section of a document that its owner has not said to be ready. */
export type OwnSection = {
  id: string
  kind: DocumentKind
  projectKey: string
  projectName: string
  number: string | null
  title: string
  state: SectionState
}
