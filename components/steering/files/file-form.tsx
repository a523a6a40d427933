'use client'

import { type ReactNode, type SubmitEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Texts = Record<
  'deck' | 'deckAbout' | 'pdf' | 'pdfAbout' | 'making' | 'done' | 'failed' | 'failedHelp' | 'ended' | 'endedHelp',
  string
>
type State = { kind: 'idle' | 'making' | 'failed' | 'ended' } | { kind: 'done'; name: string }

type Props = { deckHref: string; pdfHref: string; texts: Texts; children: ReactNode }

/**
 * Asks for a file and shows that it is being made. Without scripts the same form is a plain link to the download: the fields
 * are its query.
 */
export function FileForm({ deckHref, pdfHref, texts, children }: Props) {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const busy = useRef(false)

  async function ask(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const button = event.nativeEvent.submitter
    if (busy.current || !(button instanceof HTMLButtonElement)) return
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    busy.current = true
    setState({ kind: 'making' })
    setState(await fetchFile(`${button.formAction}?${new URLSearchParams(fields)}`))
    busy.current = false
  }

  return (
    <form action={deckHref} method="get" onSubmit={ask} aria-busy={state.kind === 'making'}>
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
      <div className="mt-6" role="status">
        {state.kind === 'making' && (
          <div className="progress">
            <label htmlFor="making">{texts.making}</label>
            <progress id="making" />
          </div>
        )}
        {state.kind === 'done' && (
          <Notice kind="success" word={texts.done}>
            <p>{state.name}</p>
          </Notice>
        )}
        {state.kind === 'failed' && (
          <Notice kind="danger" word={texts.failed}>
            <p>{texts.failedHelp}</p>
          </Notice>
        )}
        {state.kind === 'ended' && (
          <Notice kind="warning" word={texts.ended}>
            <p>{texts.endedHelp}</p>
          </Notice>
        )}
      </div>
    </form>
  )
}

async function fetchFile(href: string): Promise<State> {
  try {
    const answer = await fetch(href)
    if (answer.status === 401) return { kind: 'ended' }
    if (!answer.ok) return { kind: 'failed' }
    const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? ''
    save(await answer.blob(), name)
    return { kind: 'done', name }
  } catch {
    return { kind: 'failed' }
  }
}

function save(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken the file by then; without this it would stay in memory until the page closes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
