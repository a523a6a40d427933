// Faults laid in where the product hands a statement to PostgreSQL: the n-th one fails, whoever asks it.
import pg from 'pg'

/**
 * `refused`: the server refuses the statement, and with it the transaction. `lost`: the connection breaks before the statement
 * is sent. `unanswered`: the statement is carried out and the connection breaks before the answer; only for COMMIT.
 */
export type Kind = 'refused' | 'lost' | 'unanswered'
export type Fault = { at: number; kind: Kind }
/** What was asked between the beginning and the end, and whether the fault was reached. */
export type Asked = { statements: string[]; hit: boolean }

type Query = (this: pg.Client, ...given: unknown[]) => unknown
type Copy = { text: string; submit: unknown }
type Callback = (error: Error | null, result?: unknown) => void

const failing = `DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = 'internal_error'; END $$`
const prototype = pg.Client.prototype as unknown as { query: Query }
const real = prototype.query

const isCopy = (given: unknown): given is Copy => typeof given === 'object' && given !== null && 'submit' in given
const textOf = (given: unknown): string =>
  (typeof given === 'string' ? given : ((given as { text?: string }).text ?? '')).trim().replace(/\s+/g, ' ')

/** Whether a statement ends a transaction so that it is kept. */
export const isCommit = (statement: string): boolean => /^commit\b/i.test(statement)

function breakOff(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}

/** Asks the text instead, answers with an error as the driver would: to the callback when there is one. */
function askInstead(client: pg.Client, given: unknown[], text: string, after: () => Error | null): unknown {
  const last = given.at(-1)
  const answer = (real.call(client, text) as Promise<unknown>).then((result) => {
    const error = after()
    if (error) throw error
    return result
  })
  if (typeof last !== 'function') return answer
  answer.then(
    (result) => (last as Callback)(null, result),
    (error: Error) => (last as Callback)(error),
  )
  return undefined
}

function fail(client: pg.Client, given: unknown[], kind: Kind): unknown {
  const [first] = given
  if (kind === 'lost') {
    breakOff(client)
    return real.apply(client, given)
  }
  if (kind === 'unanswered') {
    return askInstead(client, given, textOf(first), () => {
      breakOff(client)
      return new Error('Connection terminated unexpectedly')
    })
  }
  if (isCopy(first)) {
    first.text = failing
    return real.apply(client, given)
  }
  // A commit that PostgreSQL refuses, as a check at its end does, undoes the transaction.
  if (isCommit(textOf(first))) return askInstead(client, given, 'ROLLBACK', () => new Error('planted'))
  return askInstead(client, given, failing, () => null)
}

/** Carries the work out with every statement counted, and one of them failing when a fault is given. Not for two at once. */
export async function withFault<T>(
  fault: Fault | null,
  work: () => Promise<T>,
): Promise<{ asked: Asked; told: PromiseSettledResult<T> }> {
  if (prototype.query !== real) throw new Error('one sweep at a time')
  const asked: Asked = { statements: [], hit: false }
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    asked.statements.push(textOf(given[0]))
    if (fault?.at !== asked.statements.length) return real.apply(this, given)
    asked.hit = true
    return fail(this, given, fault.kind)
  }
  try {
    const [told] = await Promise.allSettled([work()])
    return { asked, told: told as PromiseSettledResult<T> }
  } finally {
    prototype.query = real
  }
}
