import { createRequire } from 'node:module'
import path from 'node:path'
import type { ReactElement } from 'react'
import type { renderToStaticMarkup } from 'react-dom/server'

type Renderer = { renderToStaticMarkup: typeof renderToStaticMarkup }

// Markup by what it was drawn from. What is frozen never changes, so that nothing here is ever stale; it holds nothing of
// the reader, and the caller asks the database what the reader may see before it names a key.
const drawn = new Map<string, string>()
const keptAtMost = 64

type Props = { name: string; draw: () => Promise<ReactElement> }

/**
 * A part of a page that is the same for every reader, drawn once per `name`: which snapshot, which view, which language.
 * Everything in it must be plain components: no hooks, nothing of the request. Why: docs/decisions (frozen markup).
 */
export async function Frozen({ name, draw }: Props) {
  const known = drawn.get(name)
  const html = known ?? (await renderer()).renderToStaticMarkup(await draw())
  if (known === undefined && process.env.NODE_ENV === 'production') keep(name, html)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React of our own components, which escape every text
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}

function keep(name: string, html: string): void {
  const oldest = drawn.keys().next().value
  if (drawn.size >= keptAtMost && oldest !== undefined) drawn.delete(oldest)
  drawn.set(name, html)
}

let loaded: Renderer | null = null

/** Loaded past the bundler, which keeps `react-dom/server` away from server components for the sake of bundle size. */
async function renderer(): Promise<Renderer> {
  loaded ??= createRequire(path.join(process.cwd(), 'package.json'))('react-dom/server') as Renderer
  return loaded
}
