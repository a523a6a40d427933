import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, returnReport, submitReport } from '@/lib/status-reports/commands'
import type { FieldDifference } from '@/lib/status-reports/differences/model'
import { findComparison } from '@/lib/status-reports/differences/queries'
import { saveField } from '@/lib/status-reports/fields/commands'
import { findMyWork } from '@/lib/status-reports/my-work/queries'
import { changedSince } from '@/lib/status-reports/views/model'
import { findReport } from '@/lib/status-reports/views/queries'
import { findPublishedComparison } from '@/lib/steering/differences/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let q4Id: string
let share: string
let done: string
let going: string

const quarters = { '2025-Q4': ['2025-10-01', '2025-12-31'], '2026-Q1': ['2026-01-01', '2026-03-31'] } as const

async function open(key: keyof typeof quarters): Promise<string> {
  const [from, to] = quarters[key]
  const made = await createPeriod(round.director, {
    projectId: round.projectId,
    key,
    from,
    to,
    opensOn: null,
    dueOn: null,
    closesOn: null,
  })
  if (!made.ok) throw new Error(made.reason)
  const opened = await openPeriod(round.director, made.value.periodId)
  if (!opened.ok) throw new Error(opened.reason)
  return made.value.periodId
}

const report = (periodId: string) => reportOf(round.unit.id, periodId)

async function step(viewer: Viewer, periodId: string, move: typeof submitReport | typeof approveReport): Promise<void> {
  const { id, version } = await report(periodId)
  const moved = await move(viewer, { reportId: id, version })
  if (!moved.ok) throw new Error(`${moved.reason} ${JSON.stringify(moved)}`)
}

async function write(periodId: string, path: string, text: string): Promise<void> {
  const { id, entries } = await report(periodId)
  const version = entries.find((entry) => entry.path === path)?.version ?? 0
  const saved = await saveField(round.coordinator, { reportId: id, path, text, version })
  if (!saved.ok || !saved.value.ok) throw new Error(JSON.stringify(saved))
}

beforeAll(async () => {
  round = await makeRound()
  share = `indicators/${round.unit.shareId}/value`
  ;[going = '', done = ''] = round.unit.actionIds
  const { id } = await report(round.periodId)
  await fillReport(round.coordinator, id, {
    'results/text': 'Koulutukset pidettiin 12 yksikössä.',
    'risks/text': 'Viive.',
    [`actions/${going}/state`]: 'in_progress',
    [`actions/${done}/state`]: 'done',
    [`actions/${done}/text`]: 'Koulutukset on pidetty.',
    [share]: '35,1',
    [`indicators/${round.unit.shareId}/n`]: '40',
  })
  await step(round.coordinator, round.periodId, submitReport)
  await step(round.director, round.periodId, approveReport)
  q4Id = await open('2025-Q4')
})

const place = (periodKey = '2025-Q4', other: string | null = null) => ({
  projectId: round.projectId,
  unitId: round.unit.id,
  periodKey,
  with: other,
})

async function fieldsOf(other: string | null = null, periodKey = '2025-Q4'): Promise<Record<string, FieldDifference>> {
  const found = await findComparison(round.director, place(periodKey, other))
  const fields = found?.compared?.sections.flatMap(({ groups }) => groups.flatMap((group) => group.fields)) ?? []
  return Object.fromEntries(fields.map((field) => [field.path, field]))
}

describe('who may compare reports', () => {
  it.each(['otherCounty', 'steering', 'auditor'] as const)(
    '%s: not, and is told nothing of what exists',
    async (role) => {
      expect(await findComparison(round[role], place())).toBeNull()
    },
  )

  it('nobody by another project, period or unit', async () => {
    const stranger = await makeRound()
    expect(await findComparison(round.director, { ...place(), projectId: stranger.projectId })).toBeNull()
    expect(await findComparison(round.director, place('2031-Q1'))).toBeNull()
    expect(await findComparison(round.director, { ...place(), unitId: stranger.unit.id })).toBeNull()
  })

  it.each(['coordinator', 'otherCoordinator', 'director', 'finance'] as const)('%s: may', async (role) => {
    expect((await findComparison(round[role], place()))?.compared).toMatchObject({
      before: { periodKey: '2025-Q3', state: 'approved' },
      after: { periodKey: '2025-Q4', state: 'not_started' },
    })
  })
})

describe('two quarters of one unit', () => {
  it('nothing has changed when a quarter has just been opened, a finished action included', async () => {
    const fields = await fieldsOf()
    // Values are not carried over.
    const carried = Object.values(fields).filter(({ path }) => path !== share)
    expect(carried.length).toBeGreaterThan(4)
    expect(carried.filter(({ turn }) => turn !== 'same')).toEqual([])
    expect(fields[`actions/${done}/state`]).toMatchObject({ before: 'done', after: 'done', turn: 'same' })
    expect(fields[share]).toMatchObject({ turn: 'went', values: [{ by: null, after: null }] })
  })

  it('tells words, light, state and number', async () => {
    await fillReport(round.coordinator, (await report(q4Id)).id, {
      'overall/light': 'yellow',
      'overall/reason': 'Rekrytointi viivästyi.',
      'results/text': 'Koulutukset pidettiin 14 yksikössä.',
      'risks/text': '',
      [`actions/${going}/state`]: 'suspended',
      [share]: '35,4',
    })
    const fields = await fieldsOf()
    expect(fields['overall/light']).toMatchObject({ turn: 'worse', before: 'green', after: 'yellow' })
    expect(fields['overall/reason']).toMatchObject({ turn: 'came' })
    expect(fields['risks/text']).toMatchObject({ turn: 'went' })
    expect(fields[`actions/${going}/state`]).toMatchObject({
      turn: 'changed',
      before: 'in_progress',
      after: 'suspended',
    })
    expect(fields['results/text']).toMatchObject({
      difference: {
        by: 'words',
        parts: [
          { is: 'same', text: 'Koulutukset pidettiin ' },
          { is: 'removed', text: '12' },
          { is: 'added', text: '14' },
          { is: 'same', text: ' yksikössä.' },
        ],
      },
    })
    // Typed in the one, approved in the other: read alike.
    expect(fields[share]).toMatchObject({
      turn: 'changed',
      values: [{ by: { number: '0.3', unit: '%' }, before: { value: { n: 40 } }, after: { value: { n: null } } }],
    })
  })

  it('the earlier one stands first, whichever page it is asked on; an unknown period is told', async () => {
    const turned = await findComparison(round.director, place('2025-Q3', '2025-Q4'))
    expect(turned?.compared).toMatchObject({ before: { periodKey: '2025-Q3' }, after: { periodKey: '2025-Q4' } })
    const lost = await findComparison(round.director, place('2025-Q4', '2019-Q1'))
    expect(lost).toMatchObject({ notFound: '2019-Q1', compared: { before: { periodKey: '2025-Q3' } } })
    expect((await findComparison(round.director, place()))?.others).toEqual([
      { periodKey: '2025-Q3', state: 'approved' },
    ])
  })

  it('a unit with one report has nothing to compare with', async () => {
    const alone = await makeRound()
    const found = await findComparison(alone.director, {
      projectId: alone.projectId,
      unitId: alone.unit.id,
      periodKey: '2025-Q3',
      with: null,
    })
    expect(found).toMatchObject({ compared: null, others: [], notFound: null })
  })
})

describe('changed since the return', () => {
  const seen = async (since?: number) => {
    const found = await findReport(round.director, place())
    if (!found) throw new Error('no report')
    return since === undefined ? found : changedSince(found, since)
  }
  const sendBack = async (opens: string[], reason: string) => {
    const { id, version } = await report(q4Id)
    const returned = await returnReport(round.director, { reportId: id, version, opens, reason })
    if (!returned.ok) throw new Error(returned.reason)
  }

  it('nothing before the first return', async () => {
    expect(await seen()).toMatchObject({ copies: [], since: null })
  })

  it('tells what was corrected and what was asked for in vain', async () => {
    await step(round.coordinator, q4Id, submitReport)
    await sendBack(['results', 'deviations'], 'Kerro luku.')
    expect((await seen()).since).toMatchObject({ changed: [], unanswered: ['results', 'deviations'] })
    await write(q4Id, 'results/text', 'Koulutukset pidettiin 14  yksikössä. ')
    // A mere space is no answer.
    expect((await seen()).since).toMatchObject({ changed: [], unanswered: ['results', 'deviations'] })
    await write(q4Id, 'results/text', 'Koulutukset pidettiin 14 yksikössä, 212 osallistujaa.')
    expect((await seen()).since).toMatchObject({ changed: ['results/text'], unanswered: ['deviations'] })
  })

  it('the one who asked sees in the list of work that it was corrected', async () => {
    await step(round.coordinator, q4Id, submitReport)
    const { toReview } = await findMyWork(round.director)
    expect(toReview.find(({ unitId }) => unitId === round.unit.id)).toMatchObject({ resubmitted: true })
  })

  it('several returns keep all copies, and any of them can be compared with', async () => {
    await sendBack(['nextSteps'], 'Lisää seuraavat askeleet.')
    await write(q4Id, 'nextSteps/text', 'Laajennus Kuhmoon.')
    const both = await seen()
    expect(both.copies).toHaveLength(2)
    const [first, second] = both.copies
    expect(both.since).toMatchObject({ from: { seq: second?.seq }, changed: ['nextSteps/text'], unanswered: [] })
    const fromFirst = (await seen(first?.seq)).since
    expect(fromFirst).toMatchObject({ changed: ['nextSteps/text', 'results/text'], unanswered: ['deviations'] })
    expect(fromFirst?.from.texts['results/text']).toBe('Koulutukset pidettiin 14 yksikössä.')
    // A number that is no return's: the latest.
    expect((await seen(999)).since?.from.seq).toBe(second?.seq)
  })
})

describe('the steering group compares what is published', () => {
  const asked = (periodKey: string) => ({
    projectKey: round.projectKey,
    periodKey,
    unitId: round.unit.id,
    with: null,
  })

  beforeAll(async () => {
    await step(round.coordinator, q4Id, submitReport)
    await step(round.director, q4Id, approveReport)
    for (const periodKey of ['2025-Q3', '2025-Q4']) {
      const note = 'Julkaistaan näillä.'
      const published = await publishPeriod(round.director, { projectId: round.projectId, periodKey, note })
      if (!published.ok) throw new Error(published.reason)
    }
  })

  it('not somebody of another county', async () => {
    expect(await findPublishedComparison(round.otherCounty, asked('2025-Q4'))).toBeNull()
  })

  it('nor a period or unit that is not published', async () => {
    expect(await findPublishedComparison(round.steering, asked('2026-Q1'))).toBeNull()
    const stranger = await makeRound()
    expect(await findPublishedComparison(round.steering, { ...asked('2025-Q4'), unitId: stranger.unit.id })).toBeNull()
  })

  it.each(['steering', 'auditor', 'director'] as const)(
    '%s: the same differences as the reports have',
    async (role) => {
      const live = await findComparison(round.director, place())
      const published = await findPublishedComparison(round[role], asked('2025-Q4'))
      expect(published?.compared).toMatchObject({ before: { periodKey: '2025-Q3' }, after: { periodKey: '2025-Q4' } })
      expect(published?.compared?.sections).toEqual(live?.compared?.sections)
      expect(live?.compared?.sections.flatMap(({ groups }) => groups).length).toBeGreaterThan(4)
    },
  )

  it('a unit without an approved report in one of them cannot be compared: that is not an empty report', async () => {
    const other = { ...asked('2025-Q4'), unitId: round.otherUnit.id }
    expect(await findPublishedComparison(round.steering, other)).toMatchObject({ compared: null, chosen: '2025-Q3' })
  })
})
