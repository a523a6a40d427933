import type { Words } from '@/lib/platform/words'
import type { FormatLocale } from '@/lib/values/intl'

const keys = [
  'save',
  'submit',
  'submitting',
  'confirm',
  'confirmSection',
  'carried',
  'unconfirmedLeft',
  'allConfirmed',
  'samePrevious',
  'understood',
  'more',
  'choose',
  'errorSummary',
  'conflictTitle',
  'conflictBy',
  'keepMine',
  'takeOther',
  'otherEmpty',
  'leaving',
] as const

const safeguards = [
  'conflictMine',
  'conflictOther',
  'onlyMine',
  'onlyOther',
  'combine',
  'recoveredOne',
  'recoveredMany',
  'recoveredHelp',
  'recoveredConflict',
  'recoveredUndo',
  'leftTitle',
  'leftHelp',
  'forget',
  'sessionEnded',
  'sessionEndedKept',
  'sessionEndedHere',
  'signIn',
  'signInElsewhere',
  'otherHere',
  'otherAtField',
  'selfHere',
  'fresh',
  'undo',
  'undone',
  'tooLong',
  'pasteTooLong',
] as const

const locals = ['NO_ANSWER', 'SIGNED_OUT'] as const

const saveStates = [
  'quiet',
  'unsaved',
  'saving',
  'saved',
  'conflict',
  'refused',
  'NO_ANSWER',
  'SIGNED_OUT',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'LOCKED',
  'INVALID',
] as const

const errors = [
  'lightMissing',
  'reasonMissing',
  'unconfirmed',
  'wholeNumber',
  'stale',
  'locked',
  'tooLong',
  'unknownField',
] as const

/** Why the form as a whole was refused. */
const reasons = [
  'INCOMPLETE',
  'FIELDS',
  'STALE',
  'WRONG_STATE',
  'LOCKED',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'SIGNED_OUT',
  'INVALID',
] as const

const partWords = ['part', 'value', 'total', 'newPart', 'newName', 'valueOf', 'caption'] as const
const gridWords = ['pasted', 'tooLarge', 'noChoice'] as const

/** Every text of the form that does not belong to one field. `{…}` in them is filled in by the browser. */
export type FormWords = {
  locale: FormatLocale
  text: Record<(typeof keys)[number] | (typeof safeguards)[number], string>
  /** Not on the server but kept on this device, and why */
  local: Record<(typeof locals)[number], string>
  state: Record<(typeof saveStates)[number] | 'CLOSED', string>
  errors: Record<string, string>
  /** Of values that are entered part by part */
  parts: Record<(typeof partWords)[number] | (typeof gridWords)[number], string>
  reasons: Record<string, string>
}

/** These arguments are known only in the browser: they stay as they are in the text. */
const filledInLater = {
  time: '{time}',
  count: '{count}',
  value: '{value}',
  who: '{who}',
  field: '{field}',
  length: '{length}',
  part: '{part}',
}

export function formWords(t: Words): FormWords {
  const pick = <K extends string>(names: readonly K[], place: string) =>
    Object.fromEntries(names.map((name) => [name, t(`${place}.${name}`, filledInLater)])) as Record<K, string>
  const error = Object.entries(pick(errors, 'statusReports.error'))
  return {
    locale: t.locale,
    text: { ...pick(keys, 'statusReports.form'), ...pick(safeguards, 'safeguards.form') },
    local: pick(locals, 'safeguards.local'),
    state: { ...pick(saveStates, 'statusReports.save'), CLOSED: t('calendar.closing.notSaved') },
    errors: Object.fromEntries(error.map(([name, text]) => [`statusReports.error.${name}`, text])),
    parts: { ...pick(partWords, 'statusReports.parts'), ...pick(gridWords, 'statusReports.grid') },
    reasons: {
      ...pick(reasons, 'statusReports.reason'),
      CLOSED: t('calendar.closing.reason'),
      NO_ANSWER: t('ui.noAnswer'),
      FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
    },
  }
}
