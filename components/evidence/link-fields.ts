import type { RecordField, RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

/** An address that shows something, with its name; `note` asks for a note, too. */
export function linkFields(t: Words, { note = false } = {}): RecordField[] {
  const more: RecordField = {
    as: 'text',
    name: 'note',
    rows: 2,
    label: t('evidence.note'),
    optional: t('ui.optional'),
  }
  return [
    { as: 'line', name: 'label', label: t('evidence.label') },
    { as: 'line', name: 'url', type: 'url', width: 'full', label: t('evidence.url') },
    ...(note ? [more] : []),
  ]
}

const errors = ['label', 'labelTooLong', 'url', 'noteTooLong'].map((name) => `evidence.error.${name}`)

/** What the form of a link says; the reasons are those of its place. */
export const linkWords = (t: Words, reasons: Record<string, string>): RecordWords => recordWords(t, { reasons, errors })
