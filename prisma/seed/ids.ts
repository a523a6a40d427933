import { randomUUIDv7 } from 'node:crypto'

export type Ids = (kind: string, key: string) => string

/** Row ids by kind and the name that the facts use; made when first asked for, so that rows may be built in any order. */
export function idBook(): Ids {
  const known = new Map<string, string>()
  return (kind, key) => {
    const name = `${kind} ${key}`
    const id = known.get(name) ?? randomUUIDv7()
    known.set(name, id)
    return id
  }
}

/** Where rows belong, and the ids of what they point at. */
export type Place = { organisationId: string; projectId: string; ids: Ids }
