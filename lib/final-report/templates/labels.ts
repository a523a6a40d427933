import type { ReportLanguage } from '@/lib/final-report/templates/choices/model'
import type { PlacePart } from '@/lib/final-report/templates/differences/model'
import type { TemplateReason } from '@/lib/final-report/templates/model'

export const templateReasonLabels: Record<TemplateReason | 'SIGNED_OUT' | 'FACTOR_DEMANDED', string> = {
  NOT_FOUND: 'admin.templates.reason.notFound',
  NOT_ALLOWED: 'admin.templates.reason.notAllowed',
  STALE: 'admin.templates.reason.stale',
  PUBLISHED: 'admin.templates.reason.published',
  EMPTY: 'admin.templates.reason.empty',
  INVALID: 'access.reason.INVALID',
  SIGN_IN_AGAIN: 'security.reason.SIGN_IN_AGAIN',
  SIGNED_OUT: 'access.reason.SIGNED_OUT',
  FACTOR_DEMANDED: 'access.reason.FACTOR_DEMANDED',
}

export const placePartLabels: Record<PlacePart, string> = {
  number: 'admin.templates.field.number',
  kind: 'admin.templates.field.kind',
  titleFi: 'admin.templates.field.titleFi',
  titleSv: 'admin.templates.field.titleSv',
  promptFi: 'admin.templates.field.promptFi',
  promptSv: 'admin.templates.field.promptSv',
  showsKey: 'admin.templates.field.shows',
}

export const reportLanguageLabels: Record<ReportLanguage, string> = {
  fi: 'admin.templates.begin.fi',
  sv: 'admin.templates.begin.sv',
}
