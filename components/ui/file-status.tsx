'use client'

import { useRef, useState } from 'react'
import { Notice } from '@/components/ui/notice'

export type FileTexts = Record<'making' | 'done' | 'failed' | 'failedHelp' | 'ended' | 'endedHelp', string>

type State = { kind: 'idle' | 'making' | 'failed' | 'ended' } | { kind: 'done'; name: string }

/** A file that takes a while to make: `ask` has it made and saves it, one at a time. */
export function useFile(): { state: State; ask: (href: string) => Promise<void> } {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const busy = useRef(false)

  async function ask(href: string) {
    if (busy.current) return
    busy.current = true
    setState({ kind: 'making' })
    setState(await fetchFile(href))
    busy.current = false
  }

  return { state, ask }
}

/** That the file is being made, and how it ended. It stands on the page from the beginning, so that it is announced. */
export function FileStatus({ state, texts, className }: { state: State; texts: FileTexts; className?: string }) {
  return (
    <div className={className} role="status">
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
