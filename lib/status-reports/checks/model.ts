import { type Asked, askedOf, type Reading, readFigure, type Understood } from '@/lib/indicators/readings/model'
import type { ProjectSettings } from '@/lib/projects/settings/model'
import { type FieldEntry, isOpen, readPath } from '@/lib/status-reports/fields/model'
import { isLight, type ReportScope } from '@/lib/status-reports/model'

/** Something that keeps a report from being sent: where, and the catalogue key of the sentence. */
export type Finding = { path: string; message: string }

export type ReportToCheck = {
  scope: ReportScope
  /** What the project uses: no light is asked for where there are none */
  settings: Pick<ProjectSettings, 'lights' | 'sections'>
  entries: readonly FieldEntry[]
  /** What is open for writing; what is closed was accepted already */
  opens: readonly string[] | null
  /** What each indicator of the unit asks for, by its id */
  indicators: ReadonlyMap<string, Asked>
  /** Year of the period, for times written without one */
  year: number
}

/**
 * What must be put right before the report can be sent, in the order of the form: a light, its reason when it is not
 * green, figures that can be read, and everything carried over confirmed. Empty when it is ready.
 */
export function checkReport(report: ReportToCheck): Finding[] {
  const findings = [...checkLight(report), ...report.entries.flatMap((entry) => checkEntry(entry, report))]
  const first = new Map<string, Finding>()
  for (const finding of findings) {
    if (isOpen(report.opens, finding.path) && !first.has(finding.path)) first.set(finding.path, finding)
  }
  return [...first.values()]
}

/** Field path → message, as forms take them. */
export function findingFields(findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ path, message }) => [path, message]))
}

function checkLight({ scope, entries, settings }: ReportToCheck): Finding[] {
  if (!settings.lights || settings.sections?.includes('overall') === false) return []
  const textOf = (path: string) => entries.find((entry) => entry.path === path)?.text.trim() ?? ''
  const light = textOf('overall/light')
  // A unit that does not report has no light: "no report" is a state of its own.
  if (light === '' && scope === 'not_reported') return []
  if (!isLight(light)) return [{ path: 'overall/light', message: 'statusReports.error.lightMissing' }]
  if (light === 'green' || textOf('overall/reason') !== '') return []
  return [{ path: 'overall/reason', message: 'statusReports.error.reasonMissing' }]
}

function checkEntry(entry: FieldEntry, report: ReportToCheck): Finding[] {
  const findings: Finding[] = []
  const reading = readEntry(entry, report)
  if (reading && !reading.ok) findings.push({ path: entry.path, message: reading.message })
  if (!entry.confirmed) findings.push({ path: entry.path, message: 'statusReports.error.unconfirmed' })
  return findings
}

/** The meaning of a field that holds a figure or a time; null for empty fields and fields of text. */
export function readEntry(
  entry: Pick<FieldEntry, 'path' | 'text'>,
  { indicators, year }: Pick<ReportToCheck, 'indicators' | 'year'>,
): Reading<Understood> | null {
  const text = entry.text.trim()
  const address = readPath(entry.path)
  if (text === '' || !address?.indicatorId) return null
  return readFigure(address.field, text, askedOf(indicators.get(address.indicatorId)), year)
}
