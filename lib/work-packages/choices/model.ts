/** A unit that a form offers; `own` when the viewer reports for it. */
export type UnitChoice = {
  id: string
  sourceId: string
  code: string | null
  titlePlan: string | null
  titleReview: string | null
  investmentId: string | null
  own: boolean
}

export type InvestmentChoice = { id: string; code: string | null; title: string }

/** What rows of a register can be tied to. */
export type PlaceChoices = { units: UnitChoice[]; investments: InvestmentChoice[] }
