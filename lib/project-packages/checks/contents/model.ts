import { createHash } from 'node:crypto'
import Decimal from 'decimal.js'
import type { BlockType } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import { placeOf, rowsOf } from '@/lib/project-packages/checks/model'
import { type Findings, pointer, shown } from '@/lib/project-packages/findings/model'
import type { PackageRow, Part, ProjectPackage, Value } from '@/lib/project-packages/format/model'
import { circularFormulas } from '@/lib/project-packages/formulas/model'
import { heads, partOf, parts } from '@/lib/project-packages/parts/model'
import { settingsSchema } from '@/lib/projects/settings/schema'
import { readBody } from '@/lib/rounds/snapshot/schema'
import { type ReportSection, readPath, sectionPaths } from '@/lib/status-reports/fields/model'
import { derive, type ReportEventType } from '@/lib/status-reports/model'
import { timeSpanFromCode } from '@/lib/values/time'

/** What the product itself demands of the contents: what it reads back later it must be able to read. */
export function checkContents(given: ProjectPackage, findings: Findings): void {
  checkHeads(given, findings)
  for (const part of parts) for (const row of rowsOf(given, part.name)) checkHashes(part, row, findings)
  checkTimes(given, findings)
  checkDocuments(given, findings)
  checkReports(given, findings)
  checkIndicators(given, findings)
  checkShares(given, findings)
  checkAcceptances(given, findings)
}

const projectKey = /^[a-z0-9][a-z0-9-]{0,39}$/
const email = /^[^\s@]+@[^\s@]+$/
const periodKey = /^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/

function checkHeads(given: ProjectPackage, findings: Findings): void {
  for (const part of heads) {
    const [row] = rowsOf(given, part.name)
    const key = row?.values.key
    if (typeof key === 'string' && !projectKey.test(key))
      findings.add(pointer(part.name, 'key'), 'bad_key', { found: shown(key) })
  }
  const settings = settingsSchema.safeParse(rowsOf(given, 'project')[0]?.values.settings ?? {})
  for (const { path, message } of settings.error?.issues ?? []) {
    findings.add(pointer('project', 'settings', ...path.map(String)), 'bad_settings', { told: shown(message) })
  }
  const part = partOf('people')
  const known = new Map<string, PackageRow>()
  for (const row of rowsOf(given, part.name)) {
    const address = String(row.values.email).toLowerCase()
    const first = known.get(address)
    if (!email.test(address)) findings.add(placeOf(part, row, 'email'), 'bad_email', { found: shown(address) })
    else if (first && first.values.email !== row.values.email) {
      findings.add(placeOf(part, row), 'same_values', { fields: 'email', value: address, first: placeOf(part, first) })
    }
    known.set(address, row)
  }
  for (const row of rowsOf(given, 'periods')) {
    const key = String(row.values.key)
    if (!periodKey.test(key))
      findings.add(placeOf(partOf('periods'), row, 'key'), 'bad_period_key', { found: shown(key) })
  }
}

function checkHashes(part: Part, row: PackageRow, findings: Findings): void {
  for (const { kind, name, of } of part.fields) {
    if (kind !== 'hash' || !row.given.has(name)) continue
    if (hashOf(row.values[of], of === 'bytes') !== row.values[name]) {
      findings.add(placeOf(part, row, name), 'hash_differs', { of })
    }
  }
}

/** SHA-256 of a text, or of the bytes that a text holds as base64. */
export function hashOf(value: PackageRow['values'][string] | undefined, isBytes: boolean): string {
  const text = typeof value === 'string' ? value : ''
  return createHash('sha256')
    .update(isBytes ? Buffer.from(text, 'base64') : text)
    .digest('hex')
}

/** Fields with a time in the product's own notation, which every screen writes out. */
const timeFields: readonly (readonly [part: string, field: string])[] = [
  ['targets', 'timeCode'],
  ['measurements', 'timeCode'],
  ['scheduleColumns', 'timeCode'],
  ['dataTableColumns', 'timeCode'],
  ['planChangeDecisions', 'timeCode'],
  ['decisions', 'decidedCode'],
  ['communications', 'dateCode'],
  ['workPackages', 'endedCode'],
]

function checkTimes(given: ProjectPackage, findings: Findings): void {
  for (const [name, field] of timeFields) {
    for (const row of rowsOf(given, name)) {
      const code = row.values[field]
      if (typeof code === 'string' && !timeSpanFromCode(code).ok) {
        findings.add(placeOf(partOf(name), row, field), 'bad_time', { found: shown(code) })
      }
    }
  }
}

function checkDocuments(given: ProjectPackage, findings: Findings): void {
  const unreadable = (name: string, field: string, read: (text: string) => unknown) => {
    for (const row of rowsOf(given, name)) {
      try {
        read(String(row.values[field]))
      } catch (error) {
        findings.add(placeOf(partOf(name), row, field), 'bad_document', { told: shown((error as Error).message) })
      }
    }
  }
  unreadable('snapshots', 'body', readBody)
  unreadable('finalReportEditions', 'body', (text) => {
    const { format } = JSON.parse(text) as { format?: string }
    if (format !== 'etappi-final-report-edition/1') throw new Error(`format ${format}`)
  })
  for (const row of rowsOf(given, 'finalReportBlocks')) {
    const read = contentSchemas[row.values.type as BlockType].safeParse(row.values.content)
    const place = placeOf(partOf('finalReportBlocks'), row, 'content')
    for (const { path } of read.error?.issues ?? [])
      findings.add(place + pointer(...path.map(String)), 'bad_content', {})
  }
}

/** The address of a report's field, made of what it is about. */
export function pathTo(about: Record<string, Value | undefined>): string {
  const { action, indicator, toimintamalli, actionNo, section, field } = about
  if (action) return `actions/${action}/${field}`
  if (indicator) return `indicators/${indicator}/${field}`
  if (toimintamalli) return `toimintamallit/${toimintamalli}/${field}`
  if (typeof actionNo === 'number') return `actions/no-${actionNo}/${field}`
  if (section === 'actions') return `actions/general/${field}`
  return `${sectionPaths[(section ?? 'overall') as ReportSection]}/${field}`
}

/** Names in the file are no ids yet: whether there is one is what counts. */
const withSomeIds = (values: Record<string, Value>): Record<string, Value | undefined> => ({
  ...values,
  ...Object.fromEntries(
    ['action', 'indicator', 'toimintamalli'].map((name) => [
      name,
      values[name] ? '00000000-0000-0000-0000-000000000000' : null,
    ]),
  ),
})

function checkAddresses(given: ProjectPackage, findings: Findings): void {
  const part = partOf('statusReportEntries')
  const known = new Map<string, number>()
  for (const row of rowsOf(given, part.name)) {
    const isGiven = row.given.has('path')
    const path = isGiven ? String(row.values.path) : pathTo(withSomeIds(row.values))
    if (!readPath(path)) findings.add(placeOf(part, row, 'path'), 'bad_path', { found: shown(path) })
    const place = `${row.values.report} ${isGiven ? path : pathTo(row.values)}`
    const first = known.get(place)
    if (first === undefined) known.set(place, row.at)
    else if (!isGiven) {
      const told = { fields: 'report + path', value: shown(pathTo(row.values)), first: pointer(part.name, first) }
      findings.add(placeOf(part, row), 'same_values', told)
    }
  }
}

function checkReports(given: ProjectPackage, findings: Findings): void {
  checkAddresses(given, findings)
  const events = Map.groupBy(rowsOf(given, 'statusReportEvents'), (row) => row.values.report)
  for (const row of rowsOf(given, 'statusReports')) {
    const own = [...(events.get(row.id) ?? [])].sort((a, b) => Number(a.values.seq) - Number(b.values.seq))
    checkStanding(row, own, findings)
  }
  const frozen = new Set(rowsOf(given, 'snapshots').map((row) => row.values.period))
  for (const row of rowsOf(given, 'periods')) {
    if (row.values.state === 'published' && !frozen.has(row.id)) {
      findings.add(placeOf(partOf('periods'), row, 'state'), 'no_snapshot', {})
    }
  }
}

/** States that a report may be given in without its events: the events that lead there are filled in. */
export const eventsToState: Readonly<Record<string, readonly ReportEventType[] | undefined>> = {
  not_started: ['opened'],
  draft: ['opened', 'saved'],
  submitted: ['opened', 'saved', 'submitted'],
  in_review: ['opened', 'saved', 'submitted', 'review_started'],
  approved: ['opened', 'saved', 'submitted', 'approved'],
}

function checkStanding(row: PackageRow, events: readonly PackageRow[], findings: Findings): void {
  const place = placeOf(partOf('statusReports'), row, 'state')
  const state = String(row.values.state)
  if (events.length === 0) {
    if (!eventsToState[state]) findings.add(place, 'events_missing', { state })
    return
  }
  const standing = derive(
    events.map(({ values }) => ({ type: values.type as ReportEventType, opens: values.opens as readonly string[] })),
  )
  if (!standing)
    findings.add(place, 'impossible_events', { events: shown(events.map(({ values }) => values.type).join(', ')) })
  else if (row.given.has('state') && standing.state !== state) {
    findings.add(place, 'state_differs', { found: state, derived: standing.state })
  }
}

function checkIndicators(given: ProjectPackage, findings: Findings): void {
  const versions = Map.groupBy(rowsOf(given, 'indicatorVersions'), (row) => row.values.indicator)
  for (const row of rowsOf(given, 'indicators')) {
    const own = versions.get(row.id) ?? []
    const current = own.filter(({ values }) => values.supersededOn === null).length
    if (current === 0 && !given.unread?.has('indicatorVersions'))
      findings.add(placeOf(partOf('indicators'), row), 'no_version', {})
    if (current > 1) findings.add(placeOf(partOf('indicators'), row), 'several_versions', { found: current })
  }
  for (const { row, indicator, operands } of circularFormulas(given)) {
    const way = shown(`${indicator} → ${operands.join(', ')} → ${indicator}`)
    findings.add(placeOf(partOf('indicatorVersions'), row, 'formula'), 'cycle', { way })
  }
  const shownBy = new Set(rowsOf(given, 'evidence').map((row) => row.values.target))
  for (const row of rowsOf(given, 'targets')) {
    if (row.values.reachedOn !== null && !shownBy.has(row.id)) {
      findings.add(placeOf(partOf('targets'), row, 'reachedOn'), 'reached_unshown', {})
    }
  }
}

function checkShares(given: ProjectPackage, findings: Findings): void {
  const costs = Map.groupBy(rowsOf(given, 'fundingShares'), ({ values }) => `${values.budgetLine} ${values.purchase}`)
  for (const shares of costs.values()) {
    const sum = shares.reduce((total, { values }) => total.plus(String(values.percent)), new Decimal(0))
    const [first] = shares
    if (first && sum.greaterThan(100)) {
      findings.add(placeOf(partOf('fundingShares'), first), 'shares_over', { sum: sum.toString() })
    }
  }
}

/** A finding is accepted once at a time. */
function checkAcceptances(given: ProjectPackage, findings: Findings): void {
  const part = partOf('acceptedFindings')
  const standing = rowsOf(given, part.name).filter(({ values }) => values.withdrawnAt === null)
  const byFinding = Map.groupBy(standing, ({ values }) => `${values.report} ${values.findingKey}`)
  for (const [first, ...more] of byFinding.values()) {
    if (!first) continue
    const told = { fields: 'report + findingKey', value: shown(first.values.findingKey ?? null) }
    for (const row of more) findings.add(placeOf(part, row), 'same_values', { ...told, first: placeOf(part, first) })
  }
}
