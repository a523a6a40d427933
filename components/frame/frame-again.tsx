'use client'

import { useEffect } from 'react'

/** The parts of the frame that come as markup with the page. */
const parts = ['#rail', '.top-bar .languages', '.frame > .footer']

/**
 * Fills the frame where the browser had to draw the page by itself. The answer "not found" comes without the page's markup, so
 * the parts that are kept as markup (docs/decisions/063-frame-as-markup.md) would stay empty: no way on but the browser's own.
 * They are taken from another page (`from`) that has the same ones.
 */
export function FrameAgain({ from }: { from: string }) {
  useEffect(() => {
    const empty = () =>
      parts.filter((part) => {
        const place = document.querySelector(part)
        return place !== null && place.childElementCount === 0
      })
    if (empty().length === 0) return
    const left = new AbortController()
    fetch(from, { signal: left.signal })
      .then((answer) => answer.text())
      .then((text) => {
        const page = new DOMParser().parseFromString(text, 'text/html')
        for (const part of empty()) {
          document.querySelector(part)?.replaceChildren(...(page.querySelector(part)?.childNodes ?? []))
        }
      })
      // The answer itself is there; without the frame it is what it was.
      .catch(() => undefined)
    return () => left.abort()
  }, [from])
  return null
}
