import 'server-only'

/** As many as a process names; PostgreSQL keeps each for every connection that asked it, so they are not without end. */
const most = 600

/** A text that is asked once or twice (a list of another length each time) is not worth keeping. */
const worthKeeping = 3

/** Texts that are counted before they have a name; then the count begins anew. */
const mostCounted = 5_000

/**
 * Names for statements, so that PostgreSQL reads and plans a statement once per connection and not each time: planning, with the
 * conditions of row-level security in it, costs more than most of our reads. A text has a name from its third time on, and the
 * first that come have them all.
 * @returns a function that gives a text's name, or undefined while it has none
 */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const met = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= most) return known
    const times = (met.get(text) ?? 0) + 1
    if (times < worthKeeping) {
      if (met.size >= mostCounted) met.clear()
      met.set(text, times)
      return undefined
    }
    met.delete(text)
    const name = `etappi_${names.size}`
    names.set(text, name)
    return name
  }
}
