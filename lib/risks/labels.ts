import type { MitigationState, RiskKind } from '@/lib/risks/model'

export const riskKindLabels: Record<RiskKind, string> = {
  risk: 'risks.kind.risk',
  problem: 'risks.kind.problem',
  deviation: 'risks.kind.deviation',
}

export const mitigationStateLabels: Record<MitigationState, string> = {
  planned: 'risks.mitigation.planned',
  in_progress: 'risks.mitigation.in_progress',
  done: 'risks.mitigation.done',
}
