import { choices } from '@/lib/project-packages/choices/model'
import type { Field, Part } from '@/lib/project-packages/format/model'
import { isRequired } from '@/lib/project-packages/format/model'
import { inOrderOfReference } from '@/lib/project-packages/parts/model'
import { rowRules } from '@/lib/project-packages/rules/model'

export type Row = Record<string, unknown>
export type Rows = Map<string, Row[]>

/** What a package is made of: how many rows, which optional fields, which texts. */
export type Taste = {
  /** How many rows a part gets */
  count(part: Part): number
  /** Whether a field that may be absent is there */
  says(part: Part, field: Field, index: number): boolean
  id(part: Part, index: number): string
  text(part: Part, field: Field, index: number): string
  number(least: number, most: number): number
}

/** Rows of every part that a taste asks for; whatever hangs together hangs together. */
export function generate(taste: Taste): Rows {
  const rows: Rows = new Map()
  for (const part of inOrderOfReference()) {
    const list: Row[] = []
    rows.set(part.name, list)
    for (let index = 0; index < taste.count(part); index += 1) {
      const row = makeRow(part, index, rows, taste)
      if (row) list.push(row)
    }
    rows.set(part.name, withoutTwins(part, list))
  }
  return rows
}

function makeRow(part: Part, index: number, rows: Rows, taste: Taste): Row | null {
  const row: Row = part.named ? { id: taste.id(part, index) } : {}
  for (const field of part.fields) {
    const wanted = isRequired(field) || field.kind === 'order' || taste.says(part, field, index)
    const value = wanted ? makeValue(part, field, index, rows, taste) : undefined
    if (value === undefined && isRequired(field)) return null
    if (value !== undefined) row[field.name] = value
  }
  special[part.name]?.(row, index, rows)
  if (part.fields.some((field) => isRequired(field) && row[field.name] === undefined)) return null
  return applyRules(part, row, index, rows, taste) ? row : null
}

function makeValue(part: Part, field: Field, index: number, rows: Rows, taste: Taste): unknown {
  const { kind, of, name } = field
  if (kind === 'ref') {
    const targets = rows.get(of) ?? []
    if (of === part.name) return index > 0 ? targets[index - 1]?.id : undefined
    return targets[(index + (name === 'covered' || name === 'needed' ? 1 : 0)) % Math.max(1, targets.length)]?.id
  }
  if (kind === 'choice') {
    const values = choices[of] ?? []
    return values[index % values.length]
  }
  if (kind === 'integer') return index + 1
  if (kind === 'order') return index
  if (kind === 'flag' || kind === 'county') return index % 2 === 1
  if (kind === 'decimal') return `${taste.number(0, 99)}.5`
  if (kind === 'day') return `20${20 + (index % 10)}-0${1 + (index % 9)}-15`
  if (kind === 'instant') return `2025-0${1 + (index % 9)}-15T12:00:00.${String(100 + index)}Z`
  if (kind === 'texts') return [taste.text(part, field, index), 'b']
  if (kind === 'json') return { said: taste.text(part, field, index), list: [1, null, true] }
  if (kind === 'bytes') return Buffer.from(`bytes ${index}`).toString('base64')
  if (kind === 'hash' || kind === 'project' || kind === 'document') return undefined
  return plainText[name]?.(index) ?? taste.text(part, field, index)
}

/** Texts that have a form of their own, by the name of the field. */
const plainText: Record<string, (index: number) => string> = {
  email: (index) => `person-${index}@package.example`,
  timeCode: (index) => `2025-0${1 + (index % 9)}`,
  dateCode: () => '2025-Q3',
  decidedCode: () => '2025-06',
  endedCode: () => '2025-05',
  url: (index) => `https://example.fi/${index}`,
  website: () => 'https://example.fi',
  innokylaUrl: (index) => `https://innokyla.fi/fi/toimintamalli/malli-${index}`,
  language: () => 'fi',
  mediaType: () => 'text/plain',
  sourceId: (index) => `lähde ${index}`,
  supportId: (index) => `tuki-${index}`,
  key: (index) => `k-${index}`,
  choicesKey: (index) => `choice-${index}`,
}

const readable = [
  { type: 'paragraph', content: { runs: [{ kind: 'text', text: 'Kappale' }] } },
  {
    type: 'free_table',
    content: { caption: 'Taulukko', columns: ['A', 'B'], rows: [['1', null]], total: [null, 'yht.'] },
  },
  { type: 'image', content: { caption: 'Kuva', alt: 'Kuvaus' } },
  { type: 'phase_table', content: { caption: 'Vaiheistus' } },
  { type: 'cost_table', content: { caption: 'Kustannukset', budgetId: '00000000-0000-7000-8000-000000000000' } },
  { type: 'person_month_table', content: { caption: 'Henkilötyökuukaudet' } },
]

/** What a part's rows must say beside the rules of one row. */
const special: Record<string, (row: Row, index: number, rows: Rows) => void> = {
  periods: (row, index) => {
    Object.assign(row, {
      key: `jakso-${index}`,
      from: `20${21 + index}-01-01`,
      to: `20${21 + index}-06-30`,
      state: index % 2 ? 'open' : 'planned',
    })
    if (row.opensOn) Object.assign(row, { opensOn: `20${21 + index}-07-01` })
    if (row.dueOn) Object.assign(row, { dueOn: `20${21 + index}-07-15` })
    if (row.closesOn) Object.assign(row, { closesOn: `20${21 + index}-07-31` })
  },
  indicatorVersions: (row, index, rows) => {
    const indicators = rows.get('indicators') ?? []
    row.indicator = indicators[Math.floor(index / 2)]?.id
    row.version = (index % 2) + 1
    if (index % 2 === 1) delete row.supersededOn
    else row.supersededOn = '2024-06-30'
  },
  targets: (row, index) => {
    if (index !== 1) for (const name of ['reachedOn', 'reachedBy', 'reachedNote']) delete row[name]
  },
  statusReports: (row, index, rows) => {
    const units = rows.get('workPackages') ?? []
    const periods = rows.get('periods') ?? []
    row.unit = units[index % Math.max(1, units.length)]?.id
    row.period = periods[Math.floor(index / Math.max(1, units.length)) % Math.max(1, periods.length)]?.id
    row.state = index === 0 ? 'approved' : 'not_started'
  },
  statusReportEvents: (row, index, rows) => {
    const reports = rows.get('statusReports') ?? []
    const report = index < lived.length ? 0 : index - lived.length + 1
    row.report = reports[report]?.id
    row.seq = report === 0 ? index + 1 : 1
    row.type = report === 0 ? lived[index] : 'opened'
  },
  corrections: (row, index, rows) => {
    const events = (rows.get('statusReportEvents') ?? []).filter(({ type }) => type === 'corrected')
    row.event = events[index]?.id
  },
  statusReportEntries: (row, index, rows) => {
    const about = [
      { action: rows.get('actions')?.[0]?.id, field: 'text', section: 'actions' },
      { indicator: rows.get('indicators')?.[0]?.id, field: 'value', section: 'indicators' },
      { toimintamalli: rows.get('toimintamallit')?.[0]?.id, field: 'change', section: 'toimintamallit' },
      { actionNo: 7, field: 'text', section: 'actions' },
      { field: 'text', section: 'results' },
    ]
    const able = about.filter(
      (one) =>
        !('action' in one && !one.action) &&
        !('indicator' in one && !one.indicator) &&
        !('toimintamalli' in one && !one.toimintamalli),
    )
    const chosen = able[index % able.length]
    for (const name of ['action', 'indicator', 'toimintamalli', 'actionNo', 'path']) delete row[name]
    Object.assign(row, chosen)
  },
  finalReportBlocks: (row, index) => Object.assign(row, readable[index % readable.length]),
  finalReportEvents: (row) => {
    if (row.type !== 'decided') delete row.decision
  },
  treasuryFiles: (row, index) => Object.assign(row, { month: `2025-0${1 + (index % 9)}-01` }),
  maturityAssessments: (row) => {
    if (row.scaleMin !== undefined) row.scaleMin = '0'
  },
  planDependencies: (row) => Object.assign(row, { text: row.text ?? 'Odottaa päätöstä' }),
  statisticsSeries: (row, index) => Object.assign(row, { choicesKey: `choice-${index}` }),
  personMonths: (row) => {
    if (row.months !== undefined) row.months = '0.5'
  },
  riskAssessments: (row) => {
    for (const name of ['probability', 'impact', 'probabilityAfter', 'impactAfter']) {
      if (row[name] !== undefined) row[name] = ((Number(row[name]) * 3) % 10) + 1
    }
  },
  fundingShares: (row) => Object.assign(row, { percent: '12.5' }),
  linkedProjects: (row) => Object.assign(row, { name: row.name ?? 'Toinen hanke' }),
  commentThreads: (row) => Object.assign(row, { path: 'results/text' }),
  measurements: (row) => {
    if (row.numberTo !== undefined) row.number ??= '1'
  },
}

const lived = ['opened', 'saved', 'submitted', 'returned', 'resubmitted', 'approved', 'corrected']

function applyRules(part: Part, row: Row, index: number, rows: Rows, taste: Taste): boolean {
  const says = (name: string) => row[name] !== undefined && row[name] !== false && row[name] !== ''
  const fill = (name: string): boolean => {
    const field = part.fields.find((one) => one.name === name)
    const value = field?.kind === 'flag' ? true : field && makeValue(part, field, index, rows, taste)
    if (value !== undefined) row[name] = value
    return value !== undefined
  }
  for (const rule of rowRules[part.name] ?? []) {
    if (rule.rule === 'count' && rule.most === 1) {
      const able = rule.fields.filter((name) => says(name) || (rule.least === 1 && fill(name)))
      const kept =
        rule.least === 1 ? able[index % Math.max(1, able.length)] : rule.fields[index % (rule.fields.length + 1)]
      for (const name of rule.fields) if (name !== kept) delete row[name]
      if (rule.least === 1 && !kept) return false
    }
    if (rule.rule === 'count' && rule.most > 1 && !rule.fields.some(says) && !rule.fields.some(fill)) return false
    if (rule.rule === 'order') {
      const [a, b] = rule.fields
      if (row[a] !== undefined && row[b] !== undefined && String(row[a]) > String(row[b])) row[b] = row[a]
      if (rule.strictly && row[a] !== undefined && row[b] !== undefined) row[b] = '100'
    }
    if (rule.rule === 'without' && (rule.values ? rule.values.includes(row[rule.field] as string) : says(rule.field))) {
      if (index % 2 === 0) delete row[rule.field]
      else for (const name of rule.empty) delete row[name]
    }
    if (rule.rule === 'with') {
      const applies = rule.values ? rule.values.includes(row[rule.field] as string) : says(rule.field)
      if (applies && !says(rule.filled) && !fill(rule.filled)) {
        if (rule.values) return false
        delete row[rule.field]
      }
    }
    if (rule.rule === 'different' && row[rule.fields[0]] === row[rule.fields[1]]) {
      if (part.name === 'corrections') row.after = `${row.after}!`
      else delete row[rule.fields[0]]
    }
    if (rule.rule === 'filled' && !says(rule.field)) row[rule.field] = `x${index}`
  }
  return true
}

/** Rows that would share what no two may share are left out. */
function withoutTwins(part: Part, list: Row[]): Row[] {
  const known = new Set<string>()
  return list.filter((row) => {
    const standing = part.name === 'acceptedFindings' && row.withdrawnAt === undefined ? [['report', 'findingKey']] : []
    const keys = [...(part.unique ?? []), ...(part.key ? [part.key] : []), ...standing]
      .filter((fields) => fields.every((name) => row[name] !== undefined))
      .map((fields) => JSON.stringify([fields, fields.map((name) => row[name])]))
    if (keys.some((key) => known.has(key))) return false
    for (const key of keys) known.add(key)
    return true
  })
}
