'use client'

import type { MouseEvent } from 'react'
import { newKey, openerId, useCommentTools } from '@/components/comments/context'
import { PeopleChoice } from '@/components/comments/people-choice'
import { Refusal } from '@/components/comments/refusal'
import { Button, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'

type Props = {
  /** The section or field beside which it stands */
  at: string
  /** What can be commented from here; the first is chosen */
  places: { value: string; label: string }[]
  label: string
  /** Says of what, for those who hear the link alone */
  fullLabel: string
  title: string
}

/** A link that opens a form for a new comment beside the field: at once with scripts, by loading the page without. */
export function Composer({ at, places, label, fullLabel, title }: Props) {
  const { may, opened, open } = useCommentTools()
  if (!may.comment) return null
  if (opened.includes(at)) return <NewComment at={at} places={places} title={title} />
  const openHere = (event: MouseEvent) => {
    event.preventDefault()
    open(at, `${newKey(at)}-${places.length > 1 ? 'path' : 'text'}`)
  }
  return (
    <p className="no-print">
      <ButtonLink
        id={openerId(at)}
        className="-ml-2"
        kind="quiet"
        small
        href={`?comment=${encodeURIComponent(at)}#${newKey(at)}-box`}
        aria-label={fullLabel}
        onClick={openHere}
      >
        {label}
      </ButtonLink>
    </p>
  )
}

function NewComment({ at, places, title }: Pick<Props, 'at' | 'places' | 'title'>) {
  const { words, may, answer, close, pending } = useCommentTools()
  const form = newKey(at)
  const last = answer(form)
  const error = (field: string) => {
    const key = last?.fields[field]
    return key ? words.errors[key] : undefined
  }
  return (
    <fieldset id={`${form}-box`} className="no-print mt-3 min-w-0 max-w-text border-l-4 border-brand bg-surface p-4">
      <legend className="sr-only">{title}</legend>
      <Refusal answer={last} />
      {places.length > 1 ? (
        <Select
          id={`${form}-path`}
          form={form}
          name="path"
          className="input w-full"
          label={words.text.place}
          error={error('path')}
          options={places}
          defaultValue={last?.typed.path}
        />
      ) : (
        <input type="hidden" form={form} name="path" value={places[0]?.value} />
      )}
      <TextArea
        id={`${form}-text`}
        form={form}
        name="text"
        data-comment=""
        rows={3}
        label={words.text.text}
        help={words.text.textHelp}
        error={error('text')}
        defaultValue={last?.typed.text}
      />
      <PeopleChoice form={form} />
      {may.show && (
        <Checkbox
          id={`${form}-show`}
          form={form}
          name="visibility"
          value="steering"
          label={words.text.show}
          help={words.text.showHelp}
          defaultChecked={last?.typed.visibility === 'steering'}
        />
      )}
      <div className="actions">
        <Button form={form} disabled={pending(form)}>
          {pending(form) ? words.text.sending : words.text.send}
        </Button>
        <ButtonLink
          kind="quiet"
          href="?"
          onClick={(event) => {
            event.preventDefault()
            close(at)
          }}
        >
          {words.text.cancel}
        </ButtonLink>
      </div>
    </fieldset>
  )
}
