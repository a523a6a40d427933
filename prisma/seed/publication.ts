import type { Viewer } from '@/lib/access/model'
import { setClock } from '@/lib/platform/clock'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { kkk2Periods } from './periods.ts'

/** Noon in Helsinki on the days on which the quarters are published in the demo; the facts tell no days. */
const publications = [
  { periodKey: kkk2Periods.q2.key, at: new Date('2025-07-15T09:00:00Z') },
  { periodKey: kkk2Periods.q3.key, at: new Date('2025-10-15T09:00:00Z') },
]

/** Real reviews lack reports, reasons and values: they are published as they are, and that is said. */
const note =
  'Katsaus julkaistaan sellaisena kuin se ohjausryhmälle esitettiin. Puuttuvia tietoja ei täydennetä jälkikäteen.'

/** Publishes the reported quarters one after the other, as the director does, with the clock of those days. */
export async function publishReported(director: Viewer, projectId: string): Promise<void> {
  try {
    for (const { periodKey, at } of publications) {
      setClock(at)
      const published = await publishPeriod(director, { projectId, periodKey, note })
      if (!published.ok) throw new Error(`${periodKey} could not be published: ${published.reason}`)
    }
  } finally {
    setClock(null)
  }
}
