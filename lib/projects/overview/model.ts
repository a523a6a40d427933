import type { DeclarationRow } from '@/lib/projects/declarations/model'
import type { DnshRow } from '@/lib/projects/dnsh/model'
import type { DocumentRow } from '@/lib/projects/documents/model'
import type { LinkRow } from '@/lib/projects/links/model'
import type { PeopleInRole } from '@/lib/projects/people/model'
import type { Retention } from '@/lib/projects/retention/model'

/** What the project page tells beside the header and the structure. Days as stored; amounts in euros as exact text. */
export type ProjectOverview = {
  version: number
  name: string
  nameVariants: string[]
  description: string | null
  website: string | null
  periodAsWritten: string | null
  predecessor: string | null
  programmeNote: string | null
  steeringGroup: string | null
  totalCost: string | null
  totalCostAsWritten: string | null
  goals: string[]
  targetGroups: string[]
  retention: Retention
  documents: DocumentRow[]
  links: LinkRow[]
  dnsh: DnshRow[]
  declarations: DeclarationRow[]
  people: PeopleInRole[]
}
