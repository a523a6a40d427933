import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { locales, words } from '@/lib/platform/words'
import { checkContents } from '@/lib/project-packages/checks/contents/model'
import { checkTogether } from '@/lib/project-packages/checks/model'
import { type Finding, mostFindings } from '@/lib/project-packages/findings/model'
import { parsePackage, readRows } from '@/lib/project-packages/reading/model'
import { packageJsonSchema, packageSchema } from '@/lib/project-packages/schema'
import { toldFinding } from '@/lib/project-packages/told/model'
import { root } from '../../scripts/runtime.mjs'

const now = '2026-11-22T12:00:00.000Z'
const example = (name: string): string => fs.readFileSync(path.join(root, 'docs/examples', name), 'utf8')

type Json = Record<string, unknown>
type Rows = Record<string, unknown>[]

/** The example with something changed. */
function changed(change: (given: Json & Record<string, Rows>) => void): Json {
  const given = JSON.parse(example('flat-themes.json'))
  change(given)
  return given
}

function findingsOf(json: unknown): { list: readonly Finding[]; total: number } {
  const rows = readRows(json, now)
  if ('ok' in rows) return { list: rows.findings, total: rows.total }
  checkTogether(rows.read, rows.findings)
  checkContents(rows.read, rows.findings)
  return rows.findings
}

const told = (json: unknown): string[] => findingsOf(json).list.map(({ at, problem }) => `${at} ${problem}`)
const first = (rows: Rows | undefined) => rows?.[0] ?? {}

describe('a package that fits', () => {
  it.each(['smallest.json', 'flat-themes.json'])(
    '%s is read without a finding, and is what the schema says',
    (name) => {
      const json = JSON.parse(example(name))
      expect(findingsOf(json).list).toEqual([])
      expect(packageSchema().safeParse(json).error?.issues).toBeUndefined()
    },
  )

  it('has the schema that lies in docs', () => {
    const kept = fs.readFileSync(path.join(root, 'docs/project-package.schema.json'), 'utf8')
    expect(JSON.parse(kept)).toEqual(packageJsonSchema())
  })

  it('may begin with a byte order mark and say null for what is absent', () => {
    expect(parsePackage(`\uFEFF${example('smallest.json')}`).ok).toBe(true)
    expect(told(changed(({ risks }) => Object.assign(first(risks), { no: null, ownerRoles: null })))).toEqual([])
  })
})

const deep = (levels: number): unknown => {
  let inner: unknown = 1
  for (let level = 0; level < levels; level += 1) inner = [inner]
  return inner
}

const bad: Record<string, [change: (given: Json & Record<string, Rows>) => void, expected: string[]]> = {
  'no package at all': [(given) => Object.assign(given, { format: 'something' }), ['/format not_a_package']],
  'a newer version': [(given) => Object.assign(given, { version: 2 }), ['/version newer_version']],
  'no version': [(given) => delete given.version, ['/version not_a_package']],
  'an unknown part': [(given) => Object.assign(given, { widgets: [] }), ['/widgets unknown_part']],
  'an unknown field': [
    ({ risks }) => Object.assign(first(risks), { colour: 'red' }),
    ['/risks/0/colour unknown_field'],
  ],
  'no project': [(given) => delete given.project, ['/project missing']],
  'a part that is no list': [(given) => Object.assign(given, { goals: {} }), ['/goals not_a_list']],
  'a row that is no row': [({ risks }) => risks?.push('x' as never), ['/risks/1 not_a_row']],
  'a missing field': [({ risks }) => delete first(risks).description, ['/risks/0/description missing']],
  'null where something is needed': [
    ({ risks }) => Object.assign(first(risks), { description: null }),
    ['/risks/0/description missing'],
  ],
  'an unknown choice': [
    ({ workPackages }) => Object.assign(first(workPackages), { level: 'branch' }),
    ['/workPackages/0/level not_choice'],
  ],
  'a number as text': [({ risks }) => Object.assign(first(risks), { no: '7' }), ['/risks/0/no not_integer']],
  'a number too large': [({ risks }) => Object.assign(first(risks), { no: 2 ** 40 }), ['/risks/0/no out_of_range']],
  'an amount as a number': [
    ({ actuals }) => Object.assign(first(actuals), { amount: 1.1 }),
    ['/actuals/0/amount not_decimal'],
  ],
  'an amount with a thousands mark': [
    ({ actuals }) => Object.assign(first(actuals), { amount: '1 234,50' }),
    ['/actuals/0/amount not_decimal'],
  ],
  'too many decimals': [
    ({ actuals }) => Object.assign(first(actuals), { amount: '1.234' }),
    ['/actuals/0/amount not_decimal'],
  ],
  'a day that does not exist': [
    ({ periods }) => Object.assign(first(periods), { from: '2026-02-30' }),
    ['/periods/0/from not_day'],
  ],
  'a day as in Finland': [
    ({ periods }) => Object.assign(first(periods), { to: '31.12.2026' }),
    ['/periods/0/to not_day'],
  ],
  'a moment that does not exist': [
    ({ statusReports }) => Object.assign(first(statusReports), { updatedAt: '2026-13-01T25:00:00Z' }),
    ['/statusReports/0/updatedAt not_instant'],
  ],
  'NUL in a text': [
    ({ risks }) => Object.assign(first(risks), { description: 'a\u0000b' }),
    ['/risks/0/description nul'],
  ],
  'NUL in free JSON': [({ facts }) => Object.assign(first(facts), { data: { x: ['\u0000'] } }), ['/facts/0/data nul']],
  'JSON without a bottom': [({ facts }) => Object.assign(first(facts), { data: deep(200) }), ['/facts/0 too_deep']],
  'half a character': [
    ({ risks }) => Object.assign(first(risks), { description: 'a\ud800' }),
    ['/risks/0/description not_utf'],
  ],
  'a text without end': [
    ({ risks }) => Object.assign(first(risks), { description: 'a'.repeat(1_000_001) }),
    ['/risks/0/description too_long'],
  ],
  'one id twice': [
    ({ investments }) => Object.assign(first(investments), { id: 'teema-b' }),
    ['/investments/1/id same_id', '/workPackages/0/investment dangling', '/budgetLines/0/investment dangling'],
  ],
  'one period key twice': [
    ({ periods }) => periods?.push({ id: 'x', key: 'syksy-2026', from: '2026-09-01', to: '2026-12-31' }),
    ['/periods/1 same_values'],
  ],
  'a cell twice': [
    ({ scheduleCells }) => scheduleCells?.push({ ...first(scheduleCells) }),
    ['/scheduleCells/3 same_values'],
  ],
  'a reference to nowhere': [
    ({ riskMitigations }) => Object.assign(first(riskMitigations), { risk: 'nowhere' }),
    ['/riskMitigations/0/risk dangling'],
  ],
  'a tree that bites its tail': [
    ({ workPackages }) => Object.assign(first(workPackages), { parent: 'a1-osa' }),
    ['/workPackages/0/parent cycle'],
  ],
  'its own parent': [
    ({ investments }) => Object.assign(first(investments), { parent: 'teema-a' }),
    ['/investments/0/parent cycle'],
  ],
  'formulas that count each other': [
    (given) => {
      const one = { ...first(given.indicators), id: 'toinen', sourceId: 'TOINEN' }
      given.indicators?.push(one)
      Object.assign(first(given.indicatorVersions), { formula: '[TOINEN] * 2' })
      given.indicatorVersions?.push({
        ...first(given.indicatorVersions),
        indicator: 'toinen',
        formula: `[${first(given.indicators).id}] / 2`,
      })
    },
    ['/indicatorVersions/0/formula cycle', '/indicatorVersions/2/formula cycle'],
  ],
  'a formula that counts itself': [
    (given) => Object.assign(first(given.indicatorVersions), { formula: `[${first(given.indicators).id}] + 1` }),
    ['/indicatorVersions/0/formula cycle'],
  ],
  'a finding accepted twice': [
    (given) => {
      const accepted = { report: 'loppuraportti', rule: 'empty', findingKey: 'a', reason: 'Näin on' }
      Object.assign(given, {
        finalReports: [...(given.finalReports ?? []), { id: 'loppuraportti' }],
        acceptedFindings: [accepted, { ...accepted, withdrawnAt: '2026-01-01T12:00:00Z' }, accepted],
      })
    },
    ['/finalReports/0/templateVersion missing', '/finalReports/0/title missing', '/acceptedFindings/2 same_values'],
  ],
  'an unknown unit': [
    ({ statusReports }) => Object.assign(first(statusReports), { unit: 'nowhere' }),
    ['/statusReports/0/unit dangling'],
  ],
  'one code twice': [
    ({ workPackages }) => {
      Object.assign(first(workPackages), { sourceId: 'TP1' })
      workPackages?.push({ ...first(workPackages), id: 'sama' })
    },
    ['/workPackages/3 same_values'],
  ],
  'two subjects of one evidence': [
    (given) =>
      Object.assign(given, {
        evidence: [{ label: 'x', url: 'https://example.fi', action: 'a1-polku', measurement: 'm1' }],
      }),
    ['/evidence/0 count_of'],
  ],
  'a setting that is none': [
    ({ project }) => Object.assign(project ?? {}, { settings: { lights: 'yes', colour: 1 } }),
    ['/project/settings/lights bad_settings', '/project/settings bad_settings'],
  ],
  'a period that ends before it begins': [
    ({ periods }) => Object.assign(first(periods), { to: '2026-08-01' }),
    ['/periods/0/to order_of'],
  ],
  'a value that is unknown and known': [
    ({ measurements }) => Object.assign(first(measurements), { number: '3' }),
    ['/measurements/0/number excludes'],
  ],
  'an amount of what is not in the project': [
    ({ budgetLines }) => Object.assign(budgetLines?.[2] ?? {}, { amount: '0' }),
    ['/budgetLines/2/amount excludes'],
  ],
  'a score beyond every scale': [
    ({ riskAssessments }) => Object.assign(first(riskAssessments), { impact: 11 }),
    ['/riskAssessments/0/impact out_of_range'],
  ],
  'more than the whole': [
    ({ fundingShares }) => Object.assign(first(fundingShares), { percent: '80.01' }),
    ['/fundingShares/0 shares_over'],
  ],
  'a key that is none': [({ project }) => Object.assign(project ?? {}, { key: 'Ä B' }), ['/project/key bad_key']],
  'one address in two spellings': [
    ({ people }) => people?.push({ id: 'toinen', name: 'T', email: 'Suunnittelija.A@esimerkki.example' }),
    ['/people/1 same_values'],
  ],
  'an address that is none': [
    ({ people }) => Object.assign(first(people), { email: 'nobody' }),
    ['/people/0/email bad_email'],
  ],
  'a published period without its review': [
    ({ periods }) => Object.assign(first(periods), { state: 'published' }),
    ['/periods/0/state no_snapshot'],
  ],
  'a review that cannot be read': [
    (given) =>
      Object.assign(given, {
        snapshots: [
          {
            period: 's26',
            projectKey: 'teemat',
            projectName: 'T',
            organisationName: 'E',
            periodKey: 'syksy-2026',
            periodTo: '2026-12-31',
            version: 1,
            format: 1,
            body: '{}',
            productVersion: '1',
            sha256: '0'.repeat(64),
          },
        ],
      }),
    ['/snapshots/0/sha256 hash_differs', '/snapshots/0/body bad_document'],
  ],
  'a state without its events': [
    ({ statusReports }) => Object.assign(first(statusReports), { state: 'returned' }),
    ['/statusReports/0/state events_missing'],
  ],
  'events that cannot follow': [
    (given) => Object.assign(given, { statusReportEvents: [{ report: 'a1-s26', seq: 1, type: 'approved' }] }),
    ['/statusReports/0/state impossible_events'],
  ],
  'a state that is not that of its events': [
    (given) => Object.assign(given, { statusReportEvents: [{ report: 'a1-s26', seq: 1, type: 'opened' }] }),
    ['/statusReports/0/state state_differs'],
  ],
  'an address of no field': [
    ({ statusReportEntries }) => Object.assign(first(statusReportEntries), { path: 'somewhere/else' }),
    ['/statusReportEntries/0/path bad_path'],
  ],
  'an indicator that means nothing': [
    ({ indicatorVersions }) => indicatorVersions?.pop(),
    ['/indicators/1 no_version'],
  ],
  'a target reached without evidence': [
    (given) =>
      Object.assign(given, { targets: [{ indicator: 'yhteydenotot', role: 'final', reachedOn: '2026-12-01' }] }),
    ['/targets/0/reachedOn reached_unshown'],
  ],
  'a time in no notation': [
    ({ measurements }) => Object.assign(measurements?.[1] ?? {}, { timeCode: 'keväällä' }),
    ['/measurements/1/timeCode bad_time'],
  ],
  'several faults at once, all told': [
    ({ risks, actuals, periods }) => {
      Object.assign(first(risks), { no: 'x' })
      Object.assign(first(actuals), { amount: 'x' })
      Object.assign(first(periods), { from: 'x' })
    },
    ['/periods/0/from not_day', '/actuals/0/amount not_decimal', '/risks/0/no not_integer'],
  ],
}

describe('a package that does not fit', () => {
  it.each(Object.entries(bad))('%s', (_name, [change, expected]) => {
    const found = told(changed(change))
    for (const place of expected) expect(found).toContain(place)
    expect(found.filter((one) => !expected.includes(one))).toEqual([])
  })

  it('that is no JSON says where', () => {
    const parsed = parsePackage('{"format": "etappi-project-package", }')
    expect(parsed).toMatchObject({ ok: false, findings: [{ problem: 'not_json_file' }] })
    expect(told([])).toEqual(['/format not_a_package'])
    expect(told(null)).toEqual(['/format not_a_package'])
  })

  it('is told in a bounded list, with how many there are', () => {
    const { list, total } = findingsOf(
      changed((given) => Object.assign(given, { goals: Array.from({ length: 1000 }, () => ({})) })),
    )
    expect(list).toHaveLength(mostFindings)
    expect(total).toBeGreaterThanOrEqual(1000)
    expect(
      findingsOf(changed((given) => Object.assign(given, { goals: Array(1_000_000).fill(7) }))).total,
    ).toBeLessThan(10_000)
  })

  it('is told in every language', () => {
    const all = Object.values(bad).flatMap(([change]) => findingsOf(changed(change)).list)
    for (const locale of locales) {
      for (const finding of all) expect(toldFinding(finding, words(locale))).toMatch(/^(\/[^:]*: )?\S.{10}/)
    }
    console.log(`${Object.keys(bad).length} ways of not fitting, ${all.length} findings`)
  })
})
