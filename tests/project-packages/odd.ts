import type { Part } from '@/lib/project-packages/format/model'
import { generate, type Row, type Rows } from './generate'

/** Numbers that a seed always gives again (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Texts as real documents have them, and as nobody expects them. */
const texts = [
  'Työpaketti 1',
  '1 a)',
  'Äijälän sote-keskus – "oma" & <uusi>',
  '=HYPERLINK("http://a.example";"x")',
  '-',
  'VALMIS?',
  'Pitkä teksti. '.repeat(60).trim(),
  'rivi 1\nrivi 2\n\n• luettelo',
  '٣٤ مشروع',
  '🧑‍⚕️ tiimi',
  '#REF!',
  '1.234',
  '{"json": true}',
  '$x^2$ _kursiivi_ *lihava* @viite',
  'å',
]

/** What a project lacks altogether, by the shapes that other programmes have. */
const shapes: Record<string, readonly string[]> = {
  whole: [],
  'flat themes': ['serviceAreas'],
  'no structure': ['investmentLevels', 'investments'],
  'no targets': ['targets'],
  'no actuals': ['actuals', 'forecasts', 'actualPastes'],
  'no finance': ['budgetTables', 'actuals', 'forecasts', 'purchases', 'reservations', 'financeNotes', 'fundingShares'],
  'risks without scores': ['riskAssessments'],
  'no indicators': ['indicators', 'dataTables'],
  'a plan only': ['measurements', 'actuals', 'meetings', 'communications', 'toimintamallit', 'evidence'],
  'no actions': ['actions', 'scheduleColumns'],
}
export const shapeNames = Object.keys(shapes)

/** Parts that a package written elsewhere does not have, or that belong to what it leaves out. */
const never = new Set(['snapshots', 'finalReportEditions', 'reportImports', 'figureSheets', 'treasuryFiles'])

export type Odd = { seed: number; shape: string; json: Record<string, unknown>; rows: Rows }

/** A project of some odd shape: the seed decides everything. */
export function oddPackage(seed: number, organisation: Row, programme: Row): Odd {
  const next = seeded(seed)
  const shape = shapeNames[seed % shapeNames.length] ?? 'whole'
  const lacks = new Set(shapes[shape])
  const most = 1 + Math.floor(next() * 5)
  const share = next()
  const prefix = next() < 0.5 ? '' : `p${seed}-`
  const withLights = next() < 0.7
  const rows = generate({
    count: (part) => (lacks.has(part.name) || never.has(part.name) ? 0 : countOf(part, next, most)),
    says: () => next() < share,
    id: (part, index) => `${prefix}${part.name}-${index}`,
    text: () => texts[Math.floor(next() * texts.length)] ?? '',
    number: (least, greatest) => least + Math.floor(next() * (greatest - least)),
  })
  reported(rows, withLights, next)
  const project: Row = {
    key: `outo-${seed}`,
    name: `Outo hanke ${seed}: ${shape}`,
    ...(next() < share && { totalCost: '1000000.00' }),
    ...(next() < share && { totalCostAsWritten: 'noin miljoona' }),
    ...(!withLights && { settings: { lights: false } }),
  }
  const json = {
    format: 'etappi-project-package',
    version: 1,
    organisation,
    programme,
    project,
    ...Object.fromEntries([...rows].filter(([, list]) => list.length > 0)),
  }
  return { seed, shape, json, rows }
}

function countOf(part: Part, next: () => number, most: number): number {
  // What every publication needs: a unit, a period, a report.
  const least = ['workPackages', 'periods', 'statusReports', 'people'].includes(part.name) ? 1 : 0
  if (part.name === 'statusReportEvents') return 0
  if (part.name === 'indicatorVersions') return 2 * most + 2
  return least + Math.floor(next() * (most + 1))
}

/** Reports as a document gives them: approved or still open, some with a light, some without anything. */
function reported(rows: Rows, withLights: boolean, next: () => number): void {
  for (const unit of rows.get('workPackages') ?? []) unit.reports = true
  for (const [index, period] of (rows.get('periods') ?? []).entries()) {
    if (index === 0) period.state = 'open'
  }
  const reports = rows.get('statusReports') ?? []
  for (const [index, report] of reports.entries()) report.state = index === 0 || next() < 0.5 ? 'approved' : 'draft'
  rows.set('corrections', [])
  for (const row of rows.get('measurements') ?? []) delete row.correction
  const entries = (rows.get('statusReportEntries') ?? []).map((row): Row => ({ ...row, confirmed: true }))
  const lit = withLights ? reports.filter(() => next() < 0.6) : []
  const lights = lit.map((report, index) => ({
    report: report.id,
    section: 'overall',
    field: 'light',
    text: ['green', 'yellow', 'red'][Math.floor(next() * 3)],
    id: `light-${index}`,
  }))
  const places = new Set<string>()
  const apart = entries.filter((row) => {
    const place = [row.report, row.action, row.indicator, row.toimintamalli, row.actionNo, row.section].join()
    return !places.has(place) && places.add(place)
  })
  rows.set('statusReportEntries', [...apart, ...lights])
  const shownTargets = new Set((rows.get('evidence') ?? []).map((row) => row.target))
  for (const row of rows.get('targets') ?? []) if (!shownTargets.has(row.id)) delete row.reachedOn
  const versions = rows.get('indicatorVersions') ?? []
  const known = new Set(versions.filter((row) => row.supersededOn === undefined).map((row) => row.indicator))
  for (const indicator of rows.get('indicators') ?? []) {
    if (known.has(indicator.id)) continue
    versions.push({ indicator: indicator.id, version: 9, name: `Mittari ${indicator.id}`, scope: 'local' })
  }
  rows.set(
    'indicatorVersions',
    versions.filter((row) => row.indicator !== undefined),
  )
}
