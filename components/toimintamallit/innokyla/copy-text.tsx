'use client'

import { useState, useSyncExternalStore } from 'react'

type Words = { copy: string; copied: string; failed: string; label: string }

/** Puts a text on the clipboard and says so. Without scripts there is no button: the text can be chosen by hand. */
export function CopyText({ text, words }: { text: string; words: Words }) {
  const [said, setSaid] = useState('')
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      setSaid(words.failed)
    }
  }
  if (!scripted) return null
  return (
    <span className="flex flex-wrap items-center gap-3">
      <button
        type="button"
        className="button"
        data-kind="secondary"
        data-size="small"
        aria-label={words.label}
        onClick={copy}
      >
        {words.copy}
      </button>
      <span role="status" className="text-small text-muted">
        {said}
      </span>
    </span>
  )
}
