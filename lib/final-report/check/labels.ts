import type { Severity } from '@/lib/final-report/check/model'

export const severityLabels: Record<Severity, string> = {
  error: 'reportCheck.severity.error',
  warning: 'reportCheck.severity.warning',
  notice: 'reportCheck.severity.notice',
}

/** The same over a number of findings. */
export const severityCountLabels: Record<Severity, string> = {
  error: 'reportCheck.severities.error',
  warning: 'reportCheck.severities.warning',
  notice: 'reportCheck.severities.notice',
}
