import type { LogoReason } from '@/lib/projects/looks/model'

export const logoReasonLabels: Record<LogoReason, string> = {
  NOT_ALLOWED: 'projects.form.reason.NOT_ALLOWED',
  STALE: 'admin.looks.stale',
  EMPTY_FILE: 'projects.error.emptyFile',
  TOO_LARGE: 'projects.error.tooLarge',
  WRONG_KIND: 'admin.looks.error.logoKind',
  ALT_MISSING: 'admin.looks.error.alt',
}
