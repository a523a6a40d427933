import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { addDays } from '@/lib/values/calendar'
import { formatDate } from '@/lib/values/format'
import { nextQuarter, quarterOf, quarterParts, timeSpanFromCode } from '@/lib/values/time'

export type NewPeriodWords = {
  fields: Record<(typeof fields)[number], string>
  help: { key: string; day: string }
  send: string
  summary: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

export const fields = ['key', 'from', 'to', 'opensOn', 'dueOn', 'closesOn'] as const

const errors = ['key', 'keyTaken', 'day', 'endsBeforeStart', 'dueBeforeOpens', 'closesBeforeDue'] as const

export function newPeriodWords(t: Words): NewPeriodWords {
  return {
    fields: {
      key: t('rounds.new.key'),
      from: t('rounds.new.from'),
      to: t('rounds.new.to'),
      opensOn: t('rounds.new.opensOn'),
      dueOn: t('rounds.new.dueOn'),
      closesOn: t('rounds.new.closesOn'),
    },
    help: { key: t('rounds.new.keyHelp'), day: t('rounds.new.dayHelp') },
    send: t('rounds.new.send'),
    summary: t('ui.errorSummary'),
    reasons: {
      NOT_ALLOWED: t('rounds.reason.NOT_ALLOWED'),
      NOT_FOUND: t('rounds.reason.NOT_FOUND'),
      SIGNED_OUT: t('rounds.reason.SIGNED_OUT'),
      INVALID: t('rounds.reason.INVALID'),
      EXISTS: t('rounds.reason.EXISTS'),
    },
    errors: Object.fromEntries(errors.map((name) => [`rounds.error.${name}`, t(`rounds.error.${name}`)])),
  }
}

export type SuggestedPeriod = { key: string; from: string; to: string }

/** Days as they are typed, the Finnish way in every language. The quarter after the newest period; the quarter of the day given when there is none. */
export function suggestPeriod(
  periods: readonly PeriodHeader[],
  today = new Date().toISOString().slice(0, 10),
): SuggestedPeriod {
  const newest = periods.at(-1)
  const after = newest ? addDays(newest.to, 1) : today
  const key = newest && quarterParts(newest.key) ? nextQuarter(newest.key) : quarterOf(after)
  const span = timeSpanFromCode(key)
  const day = (date: string | null) => formatDate(date ?? after, 'fi')
  return { key, from: day(span.ok ? span.value.from : null), to: day(span.ok ? span.value.to : null) }
}
