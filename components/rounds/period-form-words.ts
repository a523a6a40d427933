import type { Words } from '@/lib/platform/words'

export type PeriodField = (typeof periodFields)[number]

export const periodFields = ['key', 'from', 'to', 'opensOn', 'dueOn', 'closesOn'] as const

export type PeriodFormWords = {
  fields: Record<PeriodField, string>
  help: Partial<Record<PeriodField, string>>
  optional: Partial<Record<PeriodField, string>>
  overlaps: string
  send: string
  summary: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

const roundErrors = ['key', 'keyTaken', 'day', 'endsBeforeStart', 'dueBeforeOpens', 'closesBeforeDue'] as const
const calendarErrors = [
  'dueBeforeFrom',
  'closesBeforeOpens',
  'publishedDays',
  'alreadyOpened',
  'opensMissing',
  'overlaps',
] as const
const roundReasons = ['NOT_ALLOWED', 'NOT_FOUND', 'SIGNED_OUT', 'INVALID', 'EXISTS'] as const

/** Texts of the form of a period; `change`: the period is there already. */
export function periodFormWords(t: Words, change = false): PeriodFormWords {
  const named = (place: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [`${place}.${name}`, t(`${place}.${name}`)]))
  return {
    fields: {
      key: t('rounds.new.key'),
      from: t('rounds.new.from'),
      to: t('rounds.new.to'),
      opensOn: t('rounds.new.opensOn'),
      dueOn: t('rounds.new.dueOn'),
      closesOn: t('rounds.new.closesOn'),
    },
    help: {
      key: t('rounds.new.keyHelp'),
      from: t('rounds.new.dayHelp'),
      opensOn: t(change ? 'calendar.form.opensChangeHelp' : 'calendar.form.opensHelp'),
      dueOn: t('calendar.form.dueHelp'),
      closesOn: t('calendar.form.closesHelp'),
    },
    optional: { opensOn: change ? undefined : t('ui.optional'), dueOn: t('ui.optional'), closesOn: t('ui.optional') },
    overlaps: t('calendar.form.overlaps'),
    send: t(change ? 'calendar.form.change' : 'rounds.new.send'),
    summary: t('ui.errorSummary'),
    reasons: {
      ...Object.fromEntries(roundReasons.map((reason) => [reason, t(`rounds.reason.${reason}`)])),
      STALE: t('calendar.reason.STALE'),
      NO_ANSWER: t('ui.noAnswer'),
      FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
    },
    errors: { ...named('rounds.error', roundErrors), ...named('calendar.error', calendarErrors) },
  }
}
