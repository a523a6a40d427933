import { createRequire } from 'node:module'
import path from 'node:path'
import type { ReactElement, ReactNode } from 'react'
import type { renderToStaticMarkup } from 'react-dom/server'
import { type FrozenElement, FrozenSlot } from '@/components/ui/frozen-slot'

type Renderer = { renderToStaticMarkup: typeof renderToStaticMarkup }

// Markup by what it was drawn from. Its name says everything that it depends on, so that nothing here is ever stale, and who
// has the same name has the same markup. Those not used for longest give way.
const drawn = new Map<string, string>()
const charactersAtMost = 16_000_000
let characters = 0

// Where the slot finds the markup of a request: server components and the drawing of the page are two module worlds in one
// process. Each request lays its own, so that no other request can take it away; the oldest give way.
const holder = globalThis as { etappiFrozen?: Map<string, string> }
const laidAtMost = 5000
let laidSoFar = 0

type Props = {
  /** Names everything the markup depends on: a snapshot, a view, a language; or all that is drawn, as text */
  name: string
  /** The page is being opened, not fetched as data by a page that is open already */
  opened: boolean
  /** The element around the markup; a plain one where nothing is said */
  element?: FrozenElement
  draw: () => ReactElement | Promise<ReactElement>
}

/**
 * A part of a page that is drawn once per `name` and sent once. Everything in it must be plain components: no hooks, nothing
 * of the request that the name does not say. Why and how: docs/decisions/017-frozen-markup.md and 063-frame-as-markup.md.
 */
export function Frozen({ name, opened, element, draw }: Props): ReactNode | Promise<ReactNode> {
  const known = drawn.get(name)
  if (known !== undefined) {
    drawn.delete(name)
    drawn.set(name, known)
    return slot(known, opened, element)
  }
  const made = draw()
  const place = (content: ReactElement) => slot(keep(name, content), opened, element)
  return made instanceof Promise ? made.then(place) : place(made)
}

function keep(name: string, content: ReactElement): string {
  const html = compact(renderer().renderToStaticMarkup(content))
  if (process.env.NODE_ENV !== 'production' || drawn.has(name)) return html
  drawn.set(name, html)
  characters += name.length + html.length
  for (const [oldest, old] of drawn) {
    if (characters <= charactersAtMost || oldest === name) break
    drawn.delete(oldest)
    characters -= oldest.length + old.length
  }
  return html
}

function slot(html: string, opened: boolean, element?: FrozenElement): ReactNode {
  if (!opened) return <FrozenSlot html={html} {...element} />
  holder.etappiFrozen ??= new Map()
  const laid = holder.etappiFrozen
  const oldest = laid.keys().next().value
  if (laid.size >= laidAtMost && oldest !== undefined) laid.delete(oldest)
  laidSoFar += 1
  const token = laidSoFar.toString(36)
  laid.set(token, html)
  return <FrozenSlot token={token} {...element} />
}

const longFrom = 10_000

/**
 * The same markup in one byte per character, in one piece: signs beyond Latin-1 (dashes, arrows, quotes) become numeric
 * references, and the many pieces it was put together from one text. The server then sends it without converting it. What is
 * short stays as it is.
 */
function compact(html: string): string {
  if (html.length < longFrom) return html
  const narrow = html.replace(/[^\0-\u00ff]/gu, (sign) => `&#${sign.codePointAt(0)};`)
  return Buffer.from(narrow, 'latin1').toString('latin1')
}

let loaded: Renderer | null = null

/** Loaded past the bundler, which keeps `react-dom/server` away from server components for the sake of bundle size. */
function renderer(): Renderer {
  loaded ??= createRequire(path.join(process.cwd(), 'package.json'))('react-dom/server') as Renderer
  return loaded
}
