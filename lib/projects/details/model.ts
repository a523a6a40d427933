/** What the project page tells beside the header. Days and codes as stored; amounts in euros as exact text. */
export type ProjectDetails = {
  id: string
  key: string
  name: string
  nameVariants: string[]
  description: string | null
  organisationName: string
  programmeName: string
  programmeNote: string | null
  retentionUntil: string | null
  period: { asWritten: string | null; start: string | null; end: string | null; basis: string | null }
  predecessor: string | null
  totalCost: { amount: string | null; asWritten: string | null; currency: string }
  steeringGroup: string | null
  communicationMessage: string | null
  newslettersPerYear: number | null
  language: string
  goals: { id: string; investmentId: string | null; no: number | null; text: string }[]
  targetGroups: TargetGroup[]
  effects: { id: string; goal: string; outcome: string; impact: string }[]
  facts: ProjectFact[]
}

export type TargetGroup = {
  id: string
  investmentId: string | null
  no: number | null
  text: string
  ageMin: number | null
  ageMax: number | null
}

/** A fact without a table of its own; `data` keeps what is not plain text in the source's own form. */
export type ProjectFact = { topic: string; key: string; text: string | null; data: unknown; source: string | null }

/** The facts of one topic, in their order. */
export function factsOf({ facts }: Pick<ProjectDetails, 'facts'>, topic: string): ProjectFact[] {
  return facts.filter((fact) => fact.topic === topic)
}

/** A service area or, with a parent, one of its units. */
export type ServiceAreaRow = { id: string; parentId: string | null; name: string }

/** A box of the organisation overview: what goes on in a service area, with the units it stands for. */
export type TileRow = {
  id: string
  serviceAreaId: string
  slide: number | null
  unitAsWritten: string | null
  text: string
  statusAsWritten: string | null
  note: string | null
  workPackageIds: string[]
}

export type ReviewSlideRow = { id: string; no: number; title: string; type: string }
