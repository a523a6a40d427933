import type { LogoReason } from '@/lib/projects/looks/model'

export const logoReasonLabels: Record<LogoReason, string> = {
  NOT_ALLOWED: 'projects.form.reason.NOT_ALLOWED',
  STALE: 'admin.looks.stale',
  EMPTY_FILE: 'evidence.error.emptyFile',
  TOO_LARGE: 'evidence.error.tooLarge',
  WRONG_KIND: 'admin.looks.error.logoKind',
  ALT_MISSING: 'admin.looks.error.alt',
}
