'use client'

import type { RecordField, RecordWords } from '@/components/ui/record-fields'
import { ShownOnce, ShownOnceForm } from '@/components/ui/shown-once-form'
import type { FormAction } from '@/lib/access/form-state'

/** What is said of a link that was made. */
export type LinkTexts = { made: string; mailed: string; shown: string; lost: string; address: string }

type Props = {
  id: string
  action: FormAction
  values: Record<string, string | number>
  fields: readonly RecordField[]
  send: string
  words: RecordWords
  texts: LinkTexts
  back?: { href: string; label: string }
}

/** A form that makes a link, and shows it this once unless it went into a mail. */
export function PersonLinkForm({ texts, back, ...form }: Props) {
  // An empty link went into a mail; none at all was made by a form that was sent twice.
  const textOf = (link: string | undefined) =>
    link === undefined ? texts.lost : link === '' ? texts.mailed : texts.shown
  return (
    <ShownOnceForm
      {...form}
      made={(link) => (
        <>
          <ShownOnce
            id={`${form.id}-made`}
            name="made"
            label={texts.address}
            secret={link}
            word={texts.made}
            text={textOf(link)}
          />
          {back && (
            <p>
              <a href={back.href}>{back.label}</a>
            </p>
          )}
        </>
      )}
    />
  )
}
