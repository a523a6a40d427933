'use client'

import type { RecordField, RecordWords } from '@/components/ui/record-fields'
import { ShownOnce, ShownOnceForm } from '@/components/ui/shown-once-form'
import type { FormAction } from '@/lib/access/form-state'

type Texts = { send: string; madeTitle: string; madeHelp: string; secret: string; lost: string }
type Props = { action: FormAction; fields: readonly RecordField[]; words: RecordWords; texts: Texts }

const form = 'api-key'

/** Makes a key and shows it, this once. An answer without the key is that of a form sent twice. */
export function KeyForm({ action, fields, words, texts }: Props) {
  return (
    <ShownOnceForm
      {...{ id: form, action, fields, words }}
      send={texts.send}
      made={(secret) => (
        <ShownOnce
          id={`${form}-secret`}
          name="secret"
          label={texts.secret}
          secret={secret}
          word={texts.madeTitle}
          text={secret ? texts.madeHelp : texts.lost}
        />
      )}
    />
  )
}
