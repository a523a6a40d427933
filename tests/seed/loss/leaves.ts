// Every value of a tree with its address. An empty list or object is a value too: that there is nothing is a fact.

/** A step into an object (its key), into a list (its place), or into a list whose items have a name (that name). */
export type Step = { key: string } | { index: number } | { name: string }
export type Leaf = { steps: Step[]; pattern: string; value: unknown }

/** Lists whose order tells nothing: their items are found by name. Pattern of the list → name of an item. */
export type NamedLists = Record<string, (item: Record<string, unknown>) => string>

export function leavesOf(tree: unknown, named: NamedLists = {}): Leaf[] {
  return walk(tree, [], '', named)
}

function walk(value: unknown, steps: Step[], pattern: string, named: NamedLists): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ steps, pattern, value }]
  if (Array.isArray(value)) {
    if (value.length === 0) return [{ steps, pattern: `${pattern}[]`, value }]
    const nameOf = named[pattern]
    return value.flatMap((item, index) =>
      walk(item, [...steps, nameOf ? { name: nameOf(item) } : { index }], `${pattern}[]`, named),
    )
  }
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  if (entries.length === 0) return [{ steps, pattern: `${pattern}{}`, value }]
  return entries.flatMap(([key, part]) =>
    walk(part, [...steps, { key }], pattern === '' ? key : `${pattern}.${key}`, named),
  )
}

/** What stands at an address of another tree; undefined when nothing does. */
export function valueAt(tree: unknown, steps: readonly Step[], named: NamedLists = {}): unknown {
  let here: unknown = tree
  let pattern = ''
  for (const step of steps) {
    if (typeof here !== 'object' || here === null) return undefined
    if ('key' in step) {
      here = Object.hasOwn(here, step.key) ? (here as Record<string, unknown>)[step.key] : undefined
      pattern = pattern === '' ? step.key : `${pattern}.${step.key}`
      continue
    }
    if (!Array.isArray(here)) return undefined
    const nameOf = named[pattern]
    here = 'index' in step ? here[step.index] : here.find((item) => nameOf?.(item) === step.name)
    pattern = `${pattern}[]`
  }
  return here
}

/** The address as a person would write it. */
export function addressOf(steps: readonly Step[]): string {
  return steps
    .map((step) => ('key' in step ? `.${step.key}` : 'index' in step ? `[${step.index}]` : `[${step.name}]`))
    .join('')
    .replace(/^\./, '')
}
