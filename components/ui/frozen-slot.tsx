'use client'

import { createElement } from 'react'

/** The element that holds the markup. */
export type FrozenElement = { tag: 'div' | 'nav' | 'footer'; attributes: Record<string, string> }

type Props = Partial<FrozenElement> & { token?: string; html?: string }

/**
 * Markup that is sent once. A server component would send it twice: as HTML, and again as data for React to take the page
 * over with (docs/decisions/017-frozen-markup.md). Here the data holds a token only: while the page is drawn on the server
 * the markup is taken from where `Frozen` laid it, and the browser keeps what it has been given without comparing.
 * `html` comes along when the browser fetches the page as data instead of opening it.
 */
export function FrozenSlot({ token, html, tag = 'div', attributes }: Props) {
  const markup = html ?? (typeof window === 'undefined' ? laid(token) : '')
  // Made by React of our own components, which escape every text.
  return createElement(tag, {
    ...attributes,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: markup },
  })
}

function laid(token: string | undefined): string {
  const found = (globalThis as { etappiFrozen?: Map<string, string> }).etappiFrozen?.get(token ?? '')
  // An empty page would look like a page without content; better no page at all.
  if (found === undefined) throw new Error('frozen markup was gone before the page was drawn')
  return found
}
