import type { EvidenceSubjectKind } from '@/lib/evidence/model'

export const evidenceSubjectLabels: Record<EvidenceSubjectKind, string> = {
  target: 'evidence.subject.target',
  measurement: 'evidence.subject.measurement',
  action: 'evidence.subject.action',
  purchase: 'evidence.subject.purchase',
  decision: 'evidence.subject.decision',
  toimintamalli: 'evidence.subject.toimintamalli',
}
