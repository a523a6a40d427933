import { TextDifference } from '@/components/status-reports/differences/text-difference'
import { changeWords } from '@/components/status-reports/differences/words'
import type { FormField } from '@/components/status-reports/form/model'
import type { Words } from '@/lib/platform/words'
import type { ChangesSince } from '@/lib/status-reports/differences/since/model'
import { textDifference } from '@/lib/values/text-difference'

type Props = { t: Words; field: FormField; since: ChangesSince }

/** How the field has changed since the report was sent back: words of a text, the earlier choice of a choice. */
export function SinceField({ t, field, since: { from } }: Props) {
  return (
    <div className="mt-2 border-l-4 border-line pl-3">
      {field.choices ? (
        earlierText(t, field, from.texts)
      ) : (
        <TextDifference parts={textDifference(from.texts[field.path] ?? '', field.text).parts} words={changeWords(t)} />
      )}
    </div>
  )
}

/** What stood in the field, in a sentence: `Oli: Käynnissä`. */
export function earlierText(t: Words, { path, choices }: FormField, texts: Readonly<Record<string, string>>): string {
  const text = texts[path]?.trim() ?? ''
  if (text === '') return t('differences.since.wasEmpty')
  const value = choices?.find((choice) => choice.value === text)?.label ?? text
  return t('differences.since.was', { value })
}
