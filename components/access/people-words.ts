import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import { linkReasonLabels, passwordReasonLabels, peopleReasonLabels } from '@/lib/access/labels'
import type { Words } from '@/lib/platform/words'

const texts = (t: Words, labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([reason, key]) => [reason, t(key)]))

const errors = ['name', 'roles', 'locale', 'way', 'units', 'emailKnown', 'emailRefused'].map(
  (name) => `people.error.${name}`,
)

/** What the forms about a person say. */
export function peopleWords(t: Words): RecordWords {
  return recordWords(t, { reasons: texts(t, peopleReasonLabels), errors: [...errors, 'access.error.email'] })
}

const rules = ['access.error.passwordShort', 'access.error.passwordLong', 'access.error.passwordEasy']

/** What the form of a link says. */
export function linkWords(t: Words): RecordWords {
  return recordWords(t, { reasons: texts(t, linkReasonLabels), errors: rules })
}

/** What the form of the own password says. */
export function passwordWords(t: Words): RecordWords {
  const own = ['people.error.wrongPassword', 'people.error.samePassword', 'access.error.password']
  return recordWords(t, { reasons: texts(t, passwordReasonLabels), errors: [...own, ...rules] })
}
