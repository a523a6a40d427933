import { describe, expect, it } from 'vitest'
import { usualSettings } from '@/lib/projects/settings/model'
import { checkReport, type ReportToCheck } from '@/lib/status-reports/checks/model'
import type { FieldEntry } from '@/lib/status-reports/fields/model'

const share = '0197a000-0000-7000-8000-00000000000a'
const used = '0197a000-0000-7000-8000-00000000000b'

function entry(path: string, text: string, more: Partial<FieldEntry> = {}): FieldEntry {
  return { path, text, version: 1, origin: 'typed', confirmed: true, sort: 0, ...more }
}

function report(entries: FieldEntry[], more: Partial<ReportToCheck> = {}): ReportToCheck {
  return {
    scope: 'full',
    settings: usualSettings,
    entries,
    opens: null,
    indicators: new Map([
      [share, { kind: 'numeric', unit: '%', dimensions: [] }],
      [used, { kind: 'yes_no', unit: null, dimensions: [] }],
    ]),
    year: 2025,
    ...more,
  }
}

const light = (text: string) => entry('overall/light', text)
const found = (given: ReportToCheck) => checkReport(given).map(({ path, message }) => `${path}: ${message}`)

describe('the check before sending', () => {
  it('lets a finished report through', () => {
    const entries = [
      light('green'),
      entry(`indicators/${share}/value`, '35,5 %'),
      entry(`indicators/${used}/value`, 'kyllä'),
    ]
    expect(found(report(entries))).toEqual([])
  })

  it('asks for no light where the project uses none', () => {
    expect(found(report([], { settings: { ...usualSettings, lights: false } }))).toEqual([])
    expect(found(report([], { settings: { ...usualSettings, sections: ['actions', 'results'] } }))).toEqual([])
    expect(found(report([], { settings: { ...usualSettings, sections: ['overall'] } }))).toHaveLength(1)
  })

  it('asks for a light, and for the reason of one that is not green', () => {
    expect(found(report([]))).toEqual(['overall/light: statusReports.error.lightMissing'])
    expect(found(report([light('')]))).toEqual(['overall/light: statusReports.error.lightMissing'])
    expect(found(report([light('blue')]))).toEqual(['overall/light: statusReports.error.lightMissing'])
    expect(found(report([light('red')]))).toEqual(['overall/reason: statusReports.error.reasonMissing'])
    expect(found(report([light('yellow'), entry('overall/reason', '  ')]))).toEqual([
      'overall/reason: statusReports.error.reasonMissing',
    ])
    expect(found(report([light('red'), entry('overall/reason', 'Rekrytointi viivästyi.')]))).toEqual([])
  })

  it('does not ask a light of a unit that does not report', () => {
    expect(found(report([], { scope: 'not_reported' }))).toEqual([])
    expect(found(report([], { scope: 'ended' }))).toEqual(['overall/light: statusReports.error.lightMissing'])
  })

  it('names every field that was carried over and not confirmed', () => {
    const carried = { origin: 'prefilled', confirmed: false } as const
    const entries = [
      light('green'),
      entry('results/text', 'Ennallaan.', carried),
      entry('nextSteps/text', 'Jatkuu.', carried),
    ]
    expect(found(report(entries))).toEqual([
      'results/text: statusReports.error.unconfirmed',
      'nextSteps/text: statusReports.error.unconfirmed',
    ])
  })

  it('names figures that cannot be read', () => {
    const entries = [
      light('green'),
      entry(`indicators/${share}/value`, '1.234'),
      entry(`indicators/${used}/value`, 'ehkä'),
      entry(`indicators/${share}/n`, '12,5'),
      entry(`indicators/${share}/time`, 'joskus'),
    ]
    expect(checkReport(report(entries)).map(({ path }) => path)).toEqual([
      `indicators/${share}/value`,
      `indicators/${used}/value`,
      `indicators/${share}/n`,
      `indicators/${share}/time`,
    ])
  })

  it('tells one thing of each field: what cannot be read before what is not confirmed', () => {
    const entries = [
      light('green'),
      entry(`indicators/${share}/value`, 'x1', { origin: 'prefilled', confirmed: false }),
    ]
    expect(found(report(entries))).toEqual([`indicators/${share}/value: values.error.notANumber`])
  })

  it('looks only at what a return opened', () => {
    const entries = [light('red'), entry('results/text', 'Ennallaan.', { origin: 'prefilled', confirmed: false })]
    expect(found(report(entries, { opens: ['overall'] }))).toEqual([
      'overall/reason: statusReports.error.reasonMissing',
    ])
    expect(found(report(entries, { opens: ['nextSteps'] }))).toEqual([])
  })
})
