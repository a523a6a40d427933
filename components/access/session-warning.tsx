'use client'

import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'

type Text = 'title' | 'idle' | 'whole' | 'stay' | 'later' | 'again' | 'ended' | 'endedText' | 'back'

/** `left`: seconds until the end, 0 when it has ended; told from `warn` seconds before it on. `person`: whose session it is. */
export type SessionAnswer = {
  left: number
  renewable: boolean
  warn: number
  person: string | null
  words: Record<Text, string>
}

/** `close`: the panel was closed; after the end it stays, and whether the person is back is asked. */
export type SessionWarningProps = { answer: SessionAnswer; stay: () => void; close: () => void }

/** Says when the session ends, and lets it go on where that can be done. Closing it changes nothing: it ends as told. */
export function SessionWarning({ answer: { left, renewable, words }, stay, close }: SessionWarningProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const ended = left === 0
  return (
    <dialog
      ref={dialog}
      className="dialog"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={() => {
        if (ended) dialog.current?.showModal()
        close()
      }}
    >
      <h2 id={`${id}-title`}>{ended ? words.ended : words.title}</h2>
      <p id={`${id}-text`}>{ended ? words.endedText : renewable ? words.idle : words.whole}</p>
      <div className="actions mt-4">
        {renewable && !ended ? (
          <Button type="button" onClick={stay}>
            {words.stay}
          </Button>
        ) : (
          // In a tab of its own: what was typed here stays here.
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.again}
          </a>
        )}
        <Button type="button" kind="quiet" onClick={() => (ended ? close() : dialog.current?.close())}>
          {ended ? words.back : words.later}
        </Button>
      </div>
    </dialog>
  )
}
