import { beforeEach, describe, expect, it } from 'vitest'
import { fieldsOf } from '@/components/status-reports/form/model'
import { formSections } from '@/components/status-reports/form/shape'
import { changeDefinition } from '@/lib/indicators/definitions/commands'
import { findIndicator } from '@/lib/indicators/queries'
import { enterBreakdown } from '@/lib/indicators/values/commands'
import { words } from '@/lib/platform/words'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { findReport } from '@/lib/status-reports/views/queries'
import { approve } from '../support/builders/later-period'
import { makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
const at = (field: string) => `indicators/${round.unit.shareId}/${field}`
const save = async (texts: Record<string, string>) => {
  const report = await reportOf(round.unit.id, round.periodId)
  const fields = Object.entries(texts).map(([path, text]) => ({
    ...{ path, text },
    version: report.entries.find((entry) => entry.path === path)?.version ?? 0,
  }))
  const saved = await saveFields(round.coordinator, { reportId: report.id, fields })
  if (!saved.ok) throw new Error(saved.reason)
  return saved.value
}
const seen = () => findIndicator(round.director, round.unit.shareId)

/** The field of the value as the form draws it. */
async function drawn() {
  const { projectId, unit } = round
  const view = await findReport(round.coordinator, { projectId, periodKey: '2025-Q3', unitId: unit.id })
  if (!view) throw new Error('no report')
  return formSections(words('fi'), view)
    .flatMap(fieldsOf)
    .find(({ path }) => path === at('value'))
}

beforeEach(async () => {
  round = await makeRound()
  const current = (await seen())?.current
  if (!current) throw new Error('no definition')
  const { id: _id, version: _no, supersededOn: _end, ...meaning } = current
  const slip = { change: 'slip' as const, validFrom: null, reason: null, note: null }
  const given = { ...meaning, kind: 'numeric' as const, unit: 'hlö', dimensions: ['kunta'] }
  const changed = await changeDefinition(round.director, {
    ...{ indicatorId: round.unit.shareId, version: 1 },
    ...given,
    ...slip,
  })
  if (!changed.ok) throw new Error(changed.reason)
})

describe('a value told part by part in a report', () => {
  it('lands in the same shape as the same breakdown entered at the workbench', async () => {
    const parts = [
      { label: 'Kajaani', value: '12' },
      { label: 'Kuhmo', value: 'ei tiedossa' },
      { label: 'Sotkamo', value: '0' },
    ]
    await approve(round, { [at('value')]: 'noin 40 (Kajaani: 12; Kuhmo: ei tiedossa; Sotkamo: 0)' })
    const entered = await enterBreakdown(round.director, {
      ...{ indicatorId: round.unit.shareId, version: 2, role: 'baseline', time: '2024', n: null, scope: null },
      ...{ source: 'Rekisteri', note: null, parts, total: 'noin 40' },
    })
    expect(entered).toMatchObject({ ok: true })
    const [told, workbench] = (await seen())?.measurements ?? []
    expect(told?.value).toEqual({ ...workbench?.value, source: told?.value.source })
    expect(
      told?.value.cells.map(({ label, number, unknown, dimensions }) => [label, number, unknown, dimensions]),
    ).toEqual([
      ['Kajaani', '12', null, { kunta: 'Kajaani' }],
      ['Kuhmo', null, 'unknown', { kunta: 'Kuhmo' }],
      ['Sotkamo', '0', null, { kunta: 'Sotkamo' }],
    ])
  })

  it('is saved with what is wrong with which part, and nothing typed is lost', async () => {
    const text = 'Kajaani: 1.234; Kuhmo: 2'
    const { fields } = await save({ [at('value')]: text })
    expect(fields).toMatchObject([
      { ok: true, reading: { ok: false, fields: { 'part/0/value': 'values.error.ambiguousThousands' } } },
    ])
    expect(await drawn()).toMatchObject({
      kind: 'parts',
      text,
      reading: { fields: { 'part/0/value': expect.stringContaining('1 234') } },
    })
  })

  it('is answered with what looks wrong with it, also when only its n was saved', async () => {
    const rules = async (texts: Record<string, string>) =>
      (await save(texts)).warnings[at('value')]?.map(({ rule }) => rule)
    expect(await rules({ [at('value')]: '40 (Kajaani: 12; Kuhmo: 3)' })).toEqual(['total_differs'])
    expect((await drawn())?.warnings).toEqual(['Arvo: kokonaisluku 40 ei ole osien summa 15.'])
    expect(await rules({ [at('value')]: '15 (Kajaani: 12; Kuhmo: 3)' })).toEqual([])
    expect((await save({ 'results/text': 'Valmis.' })).warnings).toEqual({})
  })

  it('shows the parts of the latest value with what they were', async () => {
    const told = { role: 'actual' as const, time: 'Q2/2025', n: null, scope: null, source: 'Rekisteri', note: null }
    await enterBreakdown(round.director, {
      ...{ indicatorId: round.unit.shareId, version: 2, ...told, total: '15' },
      parts: [
        { label: 'Kajaani', value: '12' },
        { label: 'Kuhmo', value: 'ei tiedossa' },
      ],
    })
    const known = [
      { label: 'Kajaani', previous: '12' },
      { label: 'Kuhmo', previous: 'ei tiedossa' },
    ]
    expect((await drawn())?.parts).toEqual({ known, previousTotal: '15 hlö'.replace(' ', '\u00a0') })
  })
})
