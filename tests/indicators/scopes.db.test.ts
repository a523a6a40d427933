// Local or national belongs to the definition and may change with it.
import { beforeEach, expect, it } from 'vitest'
import { changeDefinition, defineIndicator } from '@/lib/indicators/definitions/commands'
import { definitionSchema, type Meaning } from '@/lib/indicators/definitions/schema'
import { findIndicator } from '@/lib/indicators/queries'
import type { Cut } from '@/lib/rounds/snapshot/cut/model'
import { indicatorsAtCut } from '@/lib/rounds/snapshot/indicators/model'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let indicatorId: string
const meaning: Meaning = {
  ...{
    name: 'Osuus',
    scope: 'local',
    kind: 'numeric',
    unit: '%',
    direction: 'up',
    accumulation: null,
    definition: null,
  },
  ...{ formula: null, source: null, producer: null, method: null, dimensions: [], owner: null, horizon: null },
}
const slip = { change: 'slip' as const, validFrom: null, reason: null, note: null }

beforeEach(async () => {
  round = await makeRound()
  const place = { projectId: round.projectId, code: null, workPackageId: null, investmentId: null, note: null }
  const done = await defineIndicator(round.director, { ...place, ...meaning })
  if (!done.ok) throw new Error(done.reason)
  indicatorId = done.value.indicatorId
})

it('is local until a day and national from it on: what was published of the time before keeps it local', async () => {
  const given = { change: 'definition' as const, validFrom: '2025-10-01', reason: 'Indikaattori on nyt kansallinen.' }
  expect(
    await changeDefinition(round.director, {
      ...slip,
      ...meaning,
      ...given,
      scope: 'national',
      indicatorId,
      version: 1,
    }),
  ).toMatchObject({ ok: true })
  const row = await findIndicator(round.director, indicatorId)
  expect(row?.scope).toBe('national')
  expect(row?.versions.map(({ scope }) => scope)).toEqual(['local', 'national'])
  const at = (lastDay: string) =>
    indicatorsAtCut(row ? [row] : [], { lastDay } as Cut, new Map()).map(({ scope }) => scope)
  expect([at('2025-09-29'), at('2025-12-31')]).toEqual([['local'], ['national']])
})

it.each(['', 'regional', undefined])('is not changed to be of no such kind: %j', (scope) => {
  const sent = { project: 'p', indicatorId, version: '1', change: 'slip', name: 'Osuus' }
  const problem = definitionSchema.safeParse({ ...sent, scope }).error?.issues.map(({ path }) => path)
  expect(problem).toEqual([['scope']])
  expect(definitionSchema.safeParse({ ...sent, scope: 'local' }).success).toBe(true)
  const unexplained = definitionSchema.safeParse({ ...sent, change: 'definition', scope: 'national' })
  expect(unexplained.error?.issues).toMatchObject([{ path: ['reason'], message: 'indicators.error.reasonMissing' }])
})
