import type { Words } from '@/lib/platform/words'
import type { Cell, Resource, Shown } from '@/lib/reporting-api/model'
import { type Cursor, cursorSchema } from '@/lib/reporting-api/schema'

/** A cursor as one word for an address. */
export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Null when it is none of ours. */
export function readCursor(text: string): Cursor | null {
  try {
    return cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null
  } catch {
    return null
  }
}

export type Place = Pick<Cursor, 'publication' | 'row'>
export const beginning: Place = { publication: 0, row: 0 }

export type Page = { rows: Cell[][]; next: Place | null }

/**
 * One page of a table, over the publications in their order; `read` gives one of them at a time, so that no more than one and a
 * page are held. A dimension has each id once: what an earlier publication has given, later ones do not give again.
 */
export async function pageOf(
  resource: Resource,
  t: Words,
  publications: number,
  read: (at: number) => Promise<Shown>,
  { from, limit }: { from: Place; limit: number },
): Promise<Page> {
  const rows: Cell[][] = []
  const given = new Set<Cell>()
  const once = resource.kind === 'dimension'
  // A dimension is counted from its beginning: what has been given decides what comes.
  for (let at = once ? 0 : from.publication; at < publications; at += 1) {
    const found = resource.cells(await read(at), t).filter((row) => !once || isNew(given, row))
    const skip = at === from.publication ? from.row : at < from.publication ? found.length : 0
    const room = limit - rows.length
    rows.push(...found.slice(skip, skip + room))
    if (found.length > skip + room) return { rows, next: { publication: at, row: skip + room } }
  }
  return { rows, next: null }
}

function isNew(given: Set<Cell>, [id = null]: readonly Cell[]): boolean {
  if (given.has(id)) return false
  given.add(id)
  return true
}
