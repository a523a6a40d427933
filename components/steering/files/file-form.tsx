'use client'

import type { ReactNode, SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { FileStatus, type FileTexts, useFile } from '@/components/ui/file-status'

type Texts = FileTexts & Record<'deck' | 'deckAbout' | 'pdf' | 'pdfAbout', string>

type Props = { deckHref: string; pdfHref: string; texts: Texts; children: ReactNode }

/**
 * Asks for a file and shows that it is being made. Without scripts the same form is a plain link to the download: the fields
 * are its query.
 */
export function FileForm({ deckHref, pdfHref, texts, children }: Props) {
  const { state, ask } = useFile()

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const button = event.nativeEvent.submitter
    if (!(button instanceof HTMLButtonElement)) return
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    void ask(`${button.formAction}?${new URLSearchParams(fields)}`)
  }

  return (
    <form action={deckHref} method="get" onSubmit={submit} aria-busy={state.kind === 'making'}>
      {children}
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        <div>
          <Button formAction={deckHref} aria-describedby="deck-about">
            {texts.deck}
          </Button>
          <p className="field-help mt-2" id="deck-about">
            {texts.deckAbout}
          </p>
        </div>
        <div>
          <Button formAction={pdfHref} kind="secondary" aria-describedby="pdf-about">
            {texts.pdf}
          </Button>
          <p className="field-help mt-2" id="pdf-about">
            {texts.pdfAbout}
          </p>
        </div>
      </div>
      <FileStatus state={state} texts={texts} className="mt-6" />
    </form>
  )
}
