import type { Words } from '@/lib/platform/words'

/** Texts of the forms of this folder, picked on the server. */
export type AccountFormLabels = {
  organisation: string
  email: string
  password: string
  passwordHelp: string
  submit: string
  summary: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

export function accountFormWords(t: Words, submit: string): AccountFormLabels {
  return {
    organisation: t('access.first.organisation'),
    email: t('access.email'),
    password: t('access.password'),
    passwordHelp: t('access.first.passwordHelp'),
    submit,
    summary: t('ui.errorSummary'),
    reasons: {
      WRONG_CREDENTIALS: t('access.reason.WRONG_CREDENTIALS'),
      TOO_MANY_ATTEMPTS: t('access.reason.TOO_MANY_ATTEMPTS'),
      INVITATION_USED: t('access.reason.INVITATION_USED'),
      EMAIL_REFUSED: t('people.error.emailRefused'),
      EASY_PASSWORD: t('access.error.passwordEasy'),
    },
    errors: {
      'access.error.email': t('access.error.email'),
      'access.error.password': t('access.error.password'),
      'access.error.passwordShort': t('access.error.passwordShort'),
      'access.error.passwordLong': t('access.error.passwordLong'),
      'access.error.passwordEasy': t('access.error.passwordEasy'),
      'access.error.organisation': t('access.error.organisation'),
      'people.error.emailRefused': t('people.error.emailRefused'),
    },
  }
}

/** Errors for the summary: of the fields, else the reason of the whole form. */
export function summaryErrors(
  state: { reason: string | null; fields: Record<string, string> },
  labels: AccountFormLabels,
): { fieldId?: string; message: string }[] {
  const fields = Object.entries(state.fields).map(([field, key]) => ({
    fieldId: field,
    message: labels.errors[key] ?? key,
  }))
  if (fields.length > 0 || !state.reason) return fields
  return [{ message: labels.reasons[state.reason] ?? state.reason }]
}
