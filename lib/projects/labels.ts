export const dnshKinds = ['self_assessment', 'authority_assessment'] as const
export type DnshKind = (typeof dnshKinds)[number]

export const dnshKindLabels: Record<DnshKind, string> = {
  self_assessment: 'projects.dnsh.self_assessment',
  authority_assessment: 'projects.dnsh.authority_assessment',
}
