import { AsyncLocalStorage } from 'node:async_hooks'

type Line = (() => Promise<unknown>)[]

type Turns = {
  /** Whose work is being ordered; nobody's: the product's own, and everybody who is not known, as one */
  ordering: AsyncLocalStorage<string>
  /** Everybody who waits, in the order in which they have their turns, each with what they ordered in its order */
  lines: Map<string, Line>
  busy: boolean
}

// One for the whole server: what makes files is bundled with several routes.
const holder = globalThis as { etappiTurns?: Turns }
const turns = (): Turns => {
  holder.etappiTurns ??= { ordering: new AsyncLocalStorage(), lines: new Map(), busy: false }
  return holder.etappiTurns
}

/** Does what a person asked for: files that it has made wait in this person’s line. Gives and throws what the work does. */
export function inLineOf<T>({ userId }: { userId: string | null }, work: () => Promise<T>): Promise<T> {
  return userId === null ? work() : turns().ordering.run(userId, work)
}

/**
 * Does one costly work at a time, and takes turns among people: who has ordered many waits for the others between each two of
 * them, and what one person orders is done in its order. Nothing is lost and nothing is refused here: how much one person may
 * order says `lib/access/allowance.ts`. Gives and throws what the work does; a work that fails holds nobody up.
 */
export function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  const { ordering, lines } = turns()
  const person = ordering.getStore() ?? ''
  const asOrdered = AsyncLocalStorage.snapshot()
  return new Promise<T>((resolve, reject) => {
    const line = lines.get(person) ?? []
    line.push(() => asOrdered(() => Promise.resolve().then(work).then(resolve, reject)))
    lines.set(person, line)
    void goOn()
  })
}

async function goOn(): Promise<void> {
  const all = turns()
  if (all.busy) return
  all.busy = true
  for (let [first] = all.lines; first; [first] = all.lines) {
    const [person, line] = first
    await line.shift()?.()
    // Last in turn now: behind everybody who has come meanwhile.
    all.lines.delete(person)
    if (line.length > 0) all.lines.set(person, line)
  }
  all.busy = false
}
