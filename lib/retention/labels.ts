import type { ListState, RetentionKind, RetentionStart } from '@/lib/retention/model'

export const kindLabels: Record<RetentionKind, string> = {
  project: 'retention.kind.project',
  files: 'retention.kind.files',
  working_copies: 'retention.kind.working_copies',
  personal_data: 'retention.kind.personal_data',
  mails: 'retention.kind.mails',
  sign_ins: 'retention.kind.sign_ins',
}

export const kindHelp: Record<RetentionKind, string> = {
  project: 'retention.kindHelp.project',
  files: 'retention.kindHelp.files',
  working_copies: 'retention.kindHelp.working_copies',
  personal_data: 'retention.kindHelp.personal_data',
  mails: 'retention.kindHelp.mails',
  sign_ins: 'retention.kindHelp.sign_ins',
}

export const startLabels: Record<RetentionStart, string> = {
  project_end: 'retention.start.project_end',
  created: 'retention.start.created',
}

export const listStateLabels: Record<ListState, string> = {
  prepared: 'retention.state.prepared',
  withdrawn: 'retention.state.withdrawn',
  refused: 'retention.state.refused',
  approved: 'retention.state.approved',
  carried_out: 'retention.state.carried_out',
}
