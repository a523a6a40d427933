import pg from 'pg'

/**
 * PostgreSQL promises no order of rows but the one that was asked for, and among equal rows none at all. It mostly gives them
 * as they were written, so what forgets to ask goes well until a table grows. This makes every such order another one each time.
 */

const middle = ' /* middle select */'

/**
 * The text of one statement of Prisma's with its rows, and those of each list inside it, in no order but what it asks for.
 * `forgotten`: as if it asked for none at all.
 */
export function inAnyOrder(text: string, forgotten = false): string {
  if (!text.startsWith('SELECT') || !text.includes('"public".') || text.includes(' DISTINCT ')) return text
  const ends: number[] = []
  for (let at = text.indexOf(middle); at >= 0; at = text.indexOf(middle, at + 1)) ends.push(at)
  const whole = text.trimEnd()
  return [whole.length, ...ends.reverse()].reduce((all, end) => shuffledAt(all, end, forgotten), whole)
}

/** `end`: where the part of the statement ends that is to be shuffled; it begins where its bracket does. */
function shuffledAt(text: string, end: number, forgotten: boolean): string {
  let depth = 0
  let before = end
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === ')') depth++
    else if (text[at] === '(') depth--
    if (depth < 0) break
    if (depth > 0) continue
    if (text.startsWith(' LIMIT ', at) || text.startsWith(' OFFSET ', at)) before = at
    if (text.startsWith(' ORDER BY ', at)) return forgotten ? ordered(text, at, before) : tied(text, before)
  }
  return ordered(text, before, before)
}

const tied = (text: string, at: number) => `${text.slice(0, at)}, random()${text.slice(at)}`
const ordered = (text: string, from: number, to: number) => `${text.slice(0, from)} ORDER BY random()${text.slice(to)}`

type Query = (this: pg.Client, asked: unknown, ...more: unknown[]) => unknown

/** From here on every statement of Prisma's in this process is asked so. `end` says how many there were. */
export function askInAnyOrder(forgotten = false): { end: () => number } {
  let statements = 0
  const { prototype } = pg.Client as unknown as { prototype: { query: Query } }
  const asked = prototype.query
  prototype.query = function (this: pg.Client, config, ...more) {
    const one = config as pg.QueryConfig & { rowMode?: string }
    if (one?.rowMode !== 'array') return asked.call(this, config, ...more)
    const text = inAnyOrder(one.text, forgotten)
    if (text !== one.text) statements++
    return asked.call(this, { ...one, text }, ...more)
  }
  const end = () => {
    prototype.query = asked
    return statements
  }
  return { end }
}
