// Writers who all write the same few fields as fast as they can, and one who cheats.
import type http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { saveFields } from '../product/requests.mts'
import { idOf, textOf } from '../product/texts.mts'
import type { Writer } from '../product/workplace.mts'
import type { Event } from './checker.mts'

type Known = { version: number; id: string | null }

/** Writes until `until`: each save goes over what the writer last saw of the field. */
export async function write(
  address: string,
  agent: http.Agent,
  writers: readonly Writer[],
  paths: readonly string[],
  until: number,
): Promise<Event[]> {
  const events: Event[] = []
  await Promise.all(
    writers.map(async (writer, number) => {
      const known = new Map<string, Known>()
      let field = number
      for (let turn = 0; performance.now() < until; turn++) {
        const path = paths[field % paths.length] ?? ''
        const seen = known.get(path) ?? { version: 0, id: null }
        const id = `${number}-${turn}-${path}`
        const sent = performance.now()
        const [answer] = await saveFields(address, writer, [{ path, text: textOf(id), version: seen.version }], agent)
        const answered = performance.now()
        if (answer?.ok) {
          const { version } = answer
          events.push({ kind: 'accepted', path, writer: number, id, parent: seen.id, version, sent, answered })
          known.set(path, { version, id })
          field += 1 // after a conflict the same field is tried again
        } else if (answer?.reason === 'STALE') {
          const { text, version } = answer.current
          events.push({ kind: 'refused', path, writer: number, version: seen.version, current: version })
          known.set(path, { version, id: idOf(text) })
        } else throw new Error(`an answer nobody expected: ${JSON.stringify(answer)}`)
      }
    }),
  )
  return events
}

/** Writes straight into the database with the product's own update, but without the version in its condition. */
export async function cheat(owner: pg.Client, reportId: string, path: string, until: number): Promise<Event[]> {
  const events: Event[] = []
  for (let turn = 0; performance.now() < until; turn++) {
    const { rows } = await owner.query<{ id: string; text: string; version: number }>(
      'SELECT id, text, version FROM "StatusReportEntry" WHERE "reportId" = $1 AND path = $2',
      [reportId, path],
    )
    const [seen] = rows
    await wait(20) // the time a person takes between seeing and saving
    if (!seen) continue
    const id = `cheat-${turn}`
    const version = seen.version + 1
    const sent = performance.now()
    await owner.query('UPDATE "StatusReportEntry" SET text = $2, version = $3 WHERE id = $1', [
      seen.id,
      textOf(id),
      version,
    ])
    const answered = performance.now()
    events.push({ kind: 'accepted', path, writer: -1, id, parent: idOf(seen.text), version, sent, answered })
  }
  return events
}
