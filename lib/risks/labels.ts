import type { RiskKind } from '@/lib/risks/model'

export const riskKindLabels: Record<RiskKind, string> = {
  risk: 'risks.kind.risk',
  problem: 'risks.kind.problem',
  deviation: 'risks.kind.deviation',
}
