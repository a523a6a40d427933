import { beforeAll, describe, expect, it } from 'vitest'
import { formSections } from '@/components/status-reports/form/shape'
import type { Viewer } from '@/lib/access/model'
import { words } from '@/lib/platform/words'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { confirmField, confirmSection } from '@/lib/status-reports/fields/confirmation/commands'
import { findReport } from '@/lib/status-reports/views/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let going: string
let done: string
let periods: Record<string, string>

const days = {
  '2025-Q4': ['2025-10-01', '2025-12-31'],
  '2026-Q1': ['2026-01-01', '2026-03-31'],
  '2026-Q2': ['2026-04-01', '2026-06-30'],
} as const

async function plan(key: keyof typeof days): Promise<string> {
  const [from, to] = days[key]
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
  periods[key] = made.value.periodId
  return made.value.periodId
}

async function open(key: keyof typeof days): Promise<void> {
  const opened = await openPeriod(round.director, await plan(key))
  if (!opened.ok) throw new Error(opened.reason)
}

const report = (key: string) => reportOf(round.unit.id, periods[key] ?? '')
const texts = async (key: string) =>
  Object.fromEntries((await report(key)).entries.map(({ path, text }) => [path, text]))

async function send(viewer: Viewer, key: string) {
  const { id, version } = await report(key)
  return submitReport(viewer, { reportId: id, version })
}

async function accept(key: string): Promise<void> {
  const sent = await send(round.coordinator, key)
  if (!sent.ok) throw new Error(`${sent.reason} ${JSON.stringify(sent)}`)
  const { id, version } = await report(key)
  const approved = await approveReport(round.director, { reportId: id, version })
  if (!approved.ok) throw new Error(approved.reason)
}

beforeAll(async () => {
  round = await makeRound()
  periods = { '2025-Q3': round.periodId }
  ;[going = '', done = ''] = round.unit.actionIds
  await fillReport(round.coordinator, (await report('2025-Q3')).id, {
    'nextSteps/text': 'Laajennus Kuhmoon.',
    'risks/text': 'Rekrytointi voi viivästyä.',
    [`actions/${going}/state`]: 'in_progress',
    [`actions/${done}/state`]: 'done',
    [`actions/${done}/text`]: 'Koulutukset on pidetty.',
    [`toimintamallit/${round.unit.modelId}/change`]: 'Pilotoitu.',
    [`indicators/${round.unit.shareId}/value`]: '12 %',
  })
  await accept('2025-Q3')
})

describe('opening the next period', () => {
  it.each(['coordinator', 'steering', 'auditor', 'finance', 'otherCounty'] as const)('is not for %s', async (role) => {
    const stranger = await makeRound()
    const found = await openPeriod(stranger[role], stranger.periodId)
    expect(found.ok).toBe(false)
  })

  it('carries over what is open, unconfirmed, and leaves a finished action in peace', async () => {
    await open('2025-Q4')
    const { entries } = await report('2025-Q4')
    expect(entries.map(({ path, text }) => [path, text]).sort()).toEqual(
      [
        ['overall/light', 'green'],
        ['results/text', 'Tehty.'],
        ['nextSteps/text', 'Laajennus Kuhmoon.'],
        ['risks/text', 'Rekrytointi voi viivästyä.'],
        [`actions/${going}/state`, 'in_progress'],
        [`toimintamallit/${round.unit.modelId}/change`, 'Pilotoitu.'],
      ].sort(),
    )
    expect(entries.filter(({ confirmed, origin }) => confirmed || origin !== 'prefilled')).toEqual([])
  })

  it('shows the finished action folded with its state, and what was told of it last time', async () => {
    const view = await findReport(round.coordinator, {
      projectId: round.projectId,
      unitId: round.unit.id,
      periodKey: '2025-Q4',
    })
    if (!view) throw new Error('no report')
    const section = formSections(words('fi'), view).find(({ path }) => path === 'actions')
    expect(section?.finished?.title).toBe('Valmiit toimenpiteet (1)')
    const folded = section?.groups.filter(({ finished }) => finished !== undefined)
    expect(folded).toMatchObject([{ key: done, finished: 'Valmis' }])
    expect(
      folded?.[0]?.fields.map(({ path, text, confirmed, previous }) => [path, text, confirmed, previous?.value]),
    ).toEqual([
      [`actions/${done}/state`, '', true, 'Valmis'],
      [`actions/${done}/text`, '', true, 'Koulutukset on pidetty.'],
    ])
    const risks = formSections(words('fi'), view).find(({ path }) => path === 'risks')
    expect(risks?.groups[0]?.fields[0]).toMatchObject({
      confirmed: false,
      previous: { label: 'Q3/2025', value: 'Rekrytointi voi viivästyä.' },
    })
  })

  it('sending lists every place that is not confirmed, the risks among them, and no finished action', async () => {
    const { id } = await report('2025-Q4')
    await confirmField(round.coordinator, { reportId: id, path: 'results/text' })
    const unconfirmed = 'statusReports.error.unconfirmed'
    expect(await send(round.coordinator, '2025-Q4')).toMatchObject({
      ok: false,
      reason: 'INCOMPLETE',
      fields: {
        'overall/light': unconfirmed,
        'nextSteps/text': unconfirmed,
        'risks/text': unconfirmed,
        [`actions/${going}/state`]: unconfirmed,
        [`toimintamallit/${round.unit.modelId}/change`]: unconfirmed,
      },
    })
    await confirmSection(round.coordinator, { reportId: id, section: 'risks' })
    const left = await send(round.coordinator, '2025-Q4')
    expect(left.ok ? [] : Object.keys(left.fields ?? {})).not.toContain('risks/text')
    expect(left.ok ? [] : Object.keys(left.fields ?? {})).toHaveLength(4)
  })
})

describe('a quarter that is still being written when the next one opens', () => {
  it('is not carried over: the latest accepted report is, and the draft stands beside', async () => {
    const { id, entries } = await report('2025-Q4')
    const version = entries.find(({ path }) => path === 'nextSteps/text')?.version ?? 0
    await saveField(round.coordinator, { reportId: id, path: 'nextSteps/text', text: 'Laajennus Kuhm', version })
    await open('2026-Q1')
    expect((await texts('2026-Q1'))['nextSteps/text']).toBe('Laajennus Kuhmoon.')
    const view = await findReport(round.coordinator, {
      projectId: round.projectId,
      unitId: round.unit.id,
      periodKey: '2026-Q1',
    })
    expect(view).toMatchObject({ previousPeriodKey: '2025-Q4', previous: { 'nextSteps/text': 'Laajennus Kuhm' } })
  })
})

describe('the state of a finished action', () => {
  const stateIn = async (key: string) => {
    const body = await collectSnapshot(round.director, round.projectId, key)
    return body.units.find((unit) => unit.id === round.unit.id)?.actions.find((action) => action.id === done)?.state
  }

  it('stays what was told, though later reports say nothing of it', async () => {
    const { id } = await report('2025-Q4')
    await confirmSection(round.coordinator, { reportId: id, section: null })
    await accept('2025-Q4')
    expect(Object.keys(await texts('2025-Q4'))).not.toContain(`actions/${done}/state`)
    expect(await stateIn('2025-Q4')).toBe('done')
    await publishPeriod(round.director, { projectId: round.projectId, periodKey: '2025-Q4', note: 'Valmis.' })
    expect(await stateIn('2025-Q4')).toBe('done')
  })

  it('changes when the work begins again, and is carried over from then on', async () => {
    const { id } = await report('2026-Q1')
    await confirmSection(round.coordinator, { reportId: id, section: null })
    const path = `actions/${done}/state`
    await saveField(round.coordinator, { reportId: id, path, text: 'started', version: 0 })
    await accept('2026-Q1')
    expect(await stateIn('2026-Q1')).toBe('started')
    expect(await stateIn('2025-Q4')).toBe('done')
    await open('2026-Q2')
    expect((await texts('2026-Q2'))[path]).toBe('started')
  })
})
