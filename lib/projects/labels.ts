import type { DocumentKind } from '@/lib/projects/documents/model'
import type { LinkKind } from '@/lib/projects/links/model'

export const dnshKinds = ['self_assessment', 'authority_assessment'] as const
export type DnshKind = (typeof dnshKinds)[number]

export const dnshKindLabels: Record<DnshKind, string> = {
  self_assessment: 'projects.dnsh.self_assessment',
  authority_assessment: 'projects.dnsh.authority_assessment',
}

export const documentKindLabels: Record<DocumentKind, string> = {
  plan: 'projects.document.kind.plan',
  application: 'projects.document.kind.application',
  funding_decision: 'projects.document.kind.funding_decision',
  dnsh_self_assessment: 'projects.document.kind.dnsh_self_assessment',
  dnsh: 'projects.document.kind.dnsh',
  procurement_decision: 'projects.document.kind.procurement_decision',
  contract: 'projects.document.kind.contract',
  recovery_decision: 'projects.document.kind.recovery_decision',
  final_report: 'projects.document.kind.final_report',
  other: 'projects.document.kind.other',
}

export const linkKindLabels: Record<LinkKind, string> = {
  predecessor: 'projects.link.kind.predecessor',
  successor: 'projects.link.kind.successor',
  sister: 'projects.link.kind.sister',
  steering: 'projects.link.kind.steering',
  other: 'projects.link.kind.other',
}

/** What came of a file that was sent. */
export const documentAnswerLabels = {
  added: 'projects.document.added',
  EMPTY_FILE: 'evidence.error.emptyFile',
  TOO_LARGE: 'evidence.error.tooLarge',
  WRONG_KIND: 'evidence.error.wrongKind',
  NOT_ALLOWED: 'projects.form.reason.NOT_ALLOWED',
  NOT_FOUND: 'projects.form.reason.NOT_FOUND',
  INVALID: 'projects.form.reason.INVALID',
}
