import { formField as field } from '@/components/status-reports/form/field-shape'
import type { FormField, FormGroup } from '@/components/status-reports/form/model'
import { measurementText, targetText, timeText } from '@/components/status-reports/indicator-text'
import { shownReading, shownWarnings } from '@/components/status-reports/shown-reading'
import { type IndicatorRow, targetsInForce } from '@/lib/indicators/model'
import { askedOf, isBrokenDown } from '@/lib/indicators/readings/model'
import { knownPartsOf } from '@/lib/indicators/values/breakdown/model'
import type { Words } from '@/lib/platform/words'
import { figureWarnings } from '@/lib/status-reports/checks/figures/model'
import { readEntry } from '@/lib/status-reports/checks/model'
import { latestValues, type ReportView } from '@/lib/status-reports/views/model'
import { cellTexts, showUnderstood } from '@/lib/values/format-value'

/** The fields of one indicator; one that belongs to another unit or is counted from others is only pointed to. */
export function indicatorGroup(t: Words, view: ReportView, indicator: IndicatorRow): FormGroup {
  const targets = targetsInForce(indicator).map((target) =>
    t('statusReports.form.target', { target: targetText(t, target) }),
  )
  const base = { key: indicator.id, title: indicator.current?.name ?? indicator.sourceId }
  const elsewhere = indicator.seeIndicatorOf ? 'seeOther' : indicator.current?.formula ? 'calculated' : null
  if (elsewhere) {
    return { ...base, notes: [t(`statusReports.form.${elsewhere}`), ...targets], fields: [], more: [] }
  }
  const path = (name: string) => `indicators/${indicator.id}/${name}`
  const own = (name: string, kind: FormField['kind'], help?: string) =>
    field(t, view, path(name), { kind, label: t(`statusReports.field.${name}`), help })
  return {
    ...base,
    notes: [...(indicator.current?.definition ? [indicator.current.definition] : []), ...targets],
    fields: [valueField(t, view, indicator)],
    more: [
      withReading(t, view, indicator, own('n', 'figure', t('statusReports.fieldHelp.n'))),
      withReading(t, view, indicator, own('time', 'line', t('statusReports.fieldHelp.time'))),
      own('note', 'line'),
    ],
  }
}

function valueField(t: Words, view: ReportView, indicator: IndicatorRow): FormField {
  const path = `indicators/${indicator.id}/value`
  const { kind = null, unit = null } = indicator.current ?? {}
  const label = t('statusReports.field.value')
  const previous = latestText(t, view, indicator)
  if (kind === 'yes_no') {
    const known = ['kyllä', 'ei', 'ei tiedossa']
    const given = view.fields[path]?.text ?? ''
    const values = given === '' || known.includes(given) ? known : [...known, given]
    const choices = values.map((value) => ({ value, label: yesNoLabel(t, value) }))
    return field(t, view, path, { kind: 'choice', label, choices, previous })
  }
  if (kind === 'textual' || kind === 'list') return field(t, view, path, { kind: 'line', label, previous })
  const parts = isBrokenDown(askedOf(indicator.current)) ? knownParts(t, view, indicator) : undefined
  const shape = parts
    ? ({ kind: 'parts', help: t('statusReports.fieldHelp.parts'), parts } as const)
    : ({ kind: 'figure', help: t('statusReports.fieldHelp.value') } as const)
  const one = field(t, view, path, { ...shape, label, unit: unit ?? undefined, previous })
  const asked = new Map([[indicator.id, askedOf(indicator.current)]])
  const warnings = figureWarnings([path], (at) => view.fields[at]?.text ?? '', asked)[path] ?? []
  return { ...withReading(t, view, indicator, one), warnings: shownWarnings(t, warnings) }
}

/** The answers are stored in Finnish, which is how values are read. */
function yesNoLabel(t: Words, value: string): string {
  const key = { kyllä: 'yes', ei: 'no', 'ei tiedossa': 'unknown' }[value]
  return key ? t(`statusReports.answer.${key}`) : value
}

function withReading(t: Words, view: ReportView, indicator: IndicatorRow, one: FormField): FormField {
  const year = Number(view.period.to.slice(0, 4))
  const read = readEntry(one, { indicators: new Map([[indicator.id, askedOf(indicator.current)]]), year })
  return { ...one, reading: read && shownReading(t, read) }
}

/** The parts by which the indicator was broken down last, with what they were. */
function knownParts(t: Words, view: ReportView, indicator: IndicatorRow): FormField['parts'] {
  const latest = latestValues(indicator, view).find(({ value }) => value.cells.length > 0)
  const cells = latest ? cellTexts(latest.value, t.locale) : []
  return {
    known: knownPartsOf(indicator).map((label) => ({
      label,
      previous: cells.find((one) => one.label === label)?.text ?? null,
    })),
    previousTotal: latest?.value.number ? showUnderstood(latest.value, t.locale) : null,
  }
}

function latestText(t: Words, view: ReportView, indicator: IndicatorRow): FormField['previous'] {
  const latest = latestValues(indicator, view)
  const [first] = latest
  if (!first) return null
  const label = timeText(t, first.time) ?? t('statusReports.form.timeUnknown')
  return { label, value: latest.map((one) => measurementText(t, one)).join('\n'), raw: null }
}
