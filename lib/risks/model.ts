/** One list may mix risks, problems and deviations. */
export const riskKinds = ['risk', 'problem', 'deviation'] as const
export type RiskKind = (typeof riskKinds)[number]

/** Probability and impact 1–5, either may be missing. */
export type AssessmentRow = {
  id: string
  /** Null: the source gives no time */
  periodId: string | null
  probability: number | null
  impact: number | null
  /** probability × impact; null when either is missing */
  points: number | null
  /** As the source prints them; shown beside `points`, never corrected */
  pointsAsWritten: number | null
  source: string | null
  assessedOn: string | null
  /** What is left when the mitigations work; either may be missing */
  probabilityAfter: number | null
  impactAfter: number | null
  note: string | null
}

export const mitigationStates = ['planned', 'in_progress', 'done'] as const
export type MitigationState = (typeof mitigationStates)[number]

export type MitigationRow = {
  id: string
  text: string
  state: MitigationState | null
  ownerRole: string | null
  dueOn: string | null
}

export type RiskRow = {
  id: string
  no: number | null
  kind: string
  description: string
  ownerRoles: string[]
  mitigations: MitigationRow[]
  workPackageId: string | null
  /** The day it was put into the register; null when nobody knows */
  raisedOn: string | null
  closedOn: string | null
  closedReason: string | null
  version: number
  /** In the order of the times they are for, the latest last */
  assessments: AssessmentRow[]
}

export function pointsOf({ probability, impact }: Pick<AssessmentRow, 'probability' | 'impact'>): number | null {
  return probability === null || impact === null ? null : probability * impact
}

/** Whether the printed points agree with the product; null when one of them is missing. */
export function pointsAgree({
  points,
  pointsAsWritten,
}: Pick<AssessmentRow, 'points' | 'pointsAsWritten'>): boolean | null {
  return points === null || pointsAsWritten === null ? null : points === pointsAsWritten
}

/** Where a register is kept one can see who assessed, by role, and when it was written down. */
export type RecordedAssessment = AssessmentRow & { recordedAt: string; recordedByRole: string | null }

export type RiskDetails = Omit<RiskRow, 'assessments'> & { assessments: RecordedAssessment[] }

/** The newest assessment: a risk stands where it was last put. */
export function latestAssessment({ assessments }: Pick<RiskRow, 'assessments'>): AssessmentRow | null {
  return assessments.at(-1) ?? null
}
