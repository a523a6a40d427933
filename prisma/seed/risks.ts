import type { Kkk2 } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** Risks with their one assessment; the plan gives it no time, so it belongs to no period. */
export function riskRows(facts: Kkk2, { organisationId, projectId, ids }: Place): Rows {
  const idOf = (no: number) => ids('risk', String(no))
  return {
    risk: facts.risks.map((risk, sort) => ({
      id: idOf(risk.no),
      organisationId,
      projectId,
      no: risk.no,
      description: risk.description,
      ownerRoles: risk.owner_roles,
      sort,
    })),
    riskMitigation: facts.risks.map((risk) => ({
      organisationId,
      riskId: idOf(risk.no),
      text: risk.mitigation,
      sort: 0,
    })),
    riskAssessment: facts.risks.map((risk) => ({
      organisationId,
      riskId: idOf(risk.no),
      probability: risk.probability,
      impact: risk.impact,
      pointsAsWritten: risk.points_as_written,
      sort: 0,
    })),
  }
}
