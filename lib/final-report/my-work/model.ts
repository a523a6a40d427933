import type { SectionState } from '@/lib/final-report/model'

/** A section of a final report that its owner has not said to be ready. */
export type OwnSection = {
  id: string
  projectKey: string
  projectName: string
  number: string | null
  title: string
  state: SectionState
}
