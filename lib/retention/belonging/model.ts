/** One reference of the database: rows of `table` name a row of `parent` in `column`. */
export type Key = {
  table: string
  column: string
  parent: string
  /** The column must be filled */
  required: boolean
  /** Rows go with the row they name */
  cascades: boolean
}

/** A table whose rows belong to a project. `owners`: the references by which a row is known to belong. */
export type Belonging = { table: string; owners: { column: string; parent: string }[]; files: string[] }

/**
 * The tables of which rows belong to a project, parents first: a row belongs that cannot be without a row that belongs, since
 * it must name one or goes with it. Asked of the database's own references, so that a new table cannot be forgotten. `files`
 * are the columns that name kept files. @throws when tables wait for each other
 */
export function belongingTo(root: string, keys: readonly Key[]): Belonging[] {
  const owns = (key: Key) => (key.required || key.cascades) && key.table !== key.parent
  const members = new Set([root])
  let size = 0
  while (size < members.size) {
    size = members.size
    for (const key of keys) if (owns(key) && members.has(key.parent)) members.add(key.table)
  }
  const inside = keys.filter(({ table, parent }) => members.has(table) && members.has(parent) && table !== parent)
  const ordered: string[] = []
  while (ordered.length < members.size) {
    const ready = [...members].filter(
      (table) => !ordered.includes(table) && inside.every((key) => key.table !== table || ordered.includes(key.parent)),
    )
    if (ready.length === 0) throw new Error('the tables of a project wait for each other')
    ordered.push(...ready)
  }
  return ordered.map((table) => ({
    table,
    owners: inside.filter((key) => key.table === table && owns(key)).map(({ column, parent }) => ({ column, parent })),
    files: keys.filter((key) => key.table === table && key.parent === 'StoredFile').map(({ column }) => column),
  }))
}
