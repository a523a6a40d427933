import { createRequire } from 'node:module'
import path from 'node:path'
import type { ReactElement } from 'react'
import type { renderToStaticMarkup } from 'react-dom/server'
import { FrozenSlot } from '@/components/steering/frozen-slot'

type Renderer = { renderToStaticMarkup: typeof renderToStaticMarkup }

// Markup by what it was drawn from. What is frozen never changes, so that nothing here is ever stale; it holds nothing of
// the reader, and the caller asks the database what the reader may see before it names a key.
const drawn = new Map<string, string>()
const keptAtMost = 64

// Where the slot finds the markup of a request: server components and the drawing of the page are two module worlds in one
// process. Each request lays its own, so that no other request can take it away; the oldest give way.
const holder = globalThis as { etappiFrozen?: Map<string, string> }
const laidAtMost = 1000

type Props = {
  /** Names everything the markup depends on: which snapshot, which view, which language */
  name: string
  /** The page is being opened, not fetched as data by a page that is open already */
  opened: boolean
  draw: () => Promise<ReactElement>
}

/**
 * A part of a page that is the same for every reader, drawn once per `name`. Everything in it must be plain components: no
 * hooks, nothing of the request. Why and how: docs/decisions/017-frozen-markup.md.
 */
export async function Frozen({ name, opened, draw }: Props) {
  const known = drawn.get(name)
  const html = known ?? compact(renderer().renderToStaticMarkup(await draw()))
  if (known === undefined && process.env.NODE_ENV === 'production') put(drawn, name, html, keptAtMost)
  const token = crypto.randomUUID()
  if (!opened) return <FrozenSlot token={token} html={html} />
  holder.etappiFrozen ??= new Map()
  put(holder.etappiFrozen, token, html, laidAtMost)
  return <FrozenSlot token={token} />
}

/**
 * The same markup in one byte per character, in one piece: signs beyond Latin-1 (dashes, arrows, quotes) become numeric
 * references, and the many pieces it was put together from one text. The server then sends it without converting it.
 */
function compact(html: string): string {
  const narrow = html.replace(/[^\0-\u00ff]/gu, (sign) => `&#${sign.codePointAt(0)};`)
  return Buffer.from(narrow, 'latin1').toString('latin1')
}

function put(map: Map<string, string>, key: string, value: string, most: number): void {
  const oldest = map.keys().next().value
  if (map.size >= most && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}

let loaded: Renderer | null = null

/** Loaded past the bundler, which keeps `react-dom/server` away from server components for the sake of bundle size. */
function renderer(): Renderer {
  loaded ??= createRequire(path.join(process.cwd(), 'package.json'))('react-dom/server') as Renderer
  return loaded
}
