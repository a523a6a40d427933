// What must hold of a history of versioned saves, whoever was how fast: each version was accepted once, each was written over
// exactly the one before it, and what stands there at the end is the last one accepted.

export type Accepted = {
  kind: 'accepted'
  path: string
  writer: number
  /** Names the text; no two saves send the same one */
  id: string
  /** The text that stood in the field when the writer wrote theirs */
  parent: string | null
  version: number
  sent: number
  answered: number
}
export type Refused = { kind: 'refused'; path: string; writer: number; version: number; current: number }
export type Event = Accepted | Refused
export type Final = { path: string; id: string | null; version: number }

export type Verdict = { fields: number; accepted: number; conflicts: number; faults: string[] }

export function checkHistory(events: readonly Event[], finals: readonly Final[]): Verdict {
  const accepted = events.filter((event) => event.kind === 'accepted')
  const refused = events.filter((event) => event.kind === 'refused')
  const faults: string[] = []
  const paths = new Set(events.map(({ path }) => path))
  for (const path of paths) faults.push(...faultsOf(path))
  for (const { path, version, current } of refused) {
    if (current === version) faults.push(`${path}: refused over version ${version}, which was the current one`)
  }
  return { fields: paths.size, accepted: accepted.length, conflicts: refused.length, faults }

  function faultsOf(path: string): string[] {
    const own = accepted.filter((one) => one.path === path).sort((a, b) => a.version - b.version)
    const found: string[] = []
    let before: Accepted | null = null
    for (const one of own) {
      const expected: number = (before?.version ?? 0) + 1
      if (before && one.version === before.version) {
        found.push(
          `${path}: version ${one.version} was accepted twice, from writers ${before.writer} and ${one.writer}`,
        )
      } else if (one.version !== expected) {
        found.push(`${path}: version ${one.version} came after ${expected - 1}`)
      }
      if (one.parent !== (before?.id ?? null)) {
        found.push(`${path}: version ${one.version} was written over another text than that of version ${expected - 1}`)
      }
      if (before && one.answered < before.sent) {
        found.push(`${path}: version ${one.version} was answered before ${before.version} was sent`)
      }
      before = one
    }
    const final = finals.find((one) => one.path === path)
    if (final?.id !== before?.id || final?.version !== before?.version) {
      found.push(`${path}: ends with version ${final?.version} and not with the last accepted, ${before?.version}`)
    }
    return found
  }
}

/** The history with one thing wrong in it, each way a server could go wrong, and what the checker must say of it. */
export function doctored(events: readonly Event[], finals: readonly Final[]): [string, RegExp, Event[], Final[]][] {
  const all = [...events]
  const middle = all.filter((event) => event.kind === 'accepted' && event.version > 2)
  const at = all.indexOf(middle[Math.floor(middle.length / 2)] as Event)
  const one = all[at] as Accepted
  const changed = (change: Partial<Accepted>) => all.with(at, { ...one, ...change })
  const [first, ...rest] = finals
  return [
    ['an accepted version that was never there', /came after/, all.toSpliced(at, 1), [...finals]],
    ['a version accepted twice', /accepted twice/, [...all, { ...one, id: 'other', writer: -1 }], [...finals]],
    ['a version written over another text', /another text/, changed({ parent: 'other' }), [...finals]],
    ['an answer before its time', /answered before/, changed({ answered: -1 }), [...finals]],
    ['another text at the end', /ends with/, all, first ? [{ ...first, id: 'other' }, ...rest] : []],
  ]
}
