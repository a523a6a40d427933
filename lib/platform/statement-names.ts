import 'server-only'

/** As many as a process names: every connection keeps those it asked, in about 80 kB each. */
const most = 300

/** Only what is asked often is worth keeping; most texts are asked now and then, or with a list of another length each time. */
const worthKeeping = 20

/** Texts that are counted before they have a name; then the count begins anew. */
const mostCounted = 5_000

/**
 * Names for statements, so that PostgreSQL reads and plans a statement once per connection and not each time: planning, with the
 * conditions of row-level security in it, costs more than most of our reads. A text has a name when it has been asked often, and the
 * first that were have them all.
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
