/** Kinds of documents; those of the reports to the State Treasury among them (order VK/2096/2024). */
export const documentKinds = [
  'plan',
  'application',
  'funding_decision',
  'dnsh_self_assessment',
  'dnsh',
  'procurement_decision',
  'contract',
  'recovery_decision',
  'final_report',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export type DocumentRow = {
  id: string
  label: string
  kind: DocumentKind
  url: string | null
  file: { name: string; size: number } | null
  caseNumber: string | null
  datedOn: string | null
}
