import { formField as field } from '@/components/status-reports/form/field-shape'
import type { FormField, FormGroup, Reading } from '@/components/status-reports/form/model'
import { measurementText, targetText, timeText } from '@/components/status-reports/indicator-text'
import { readingText } from '@/components/status-reports/reading-text'
import { type IndicatorRow, targetsInForce } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { readEntry } from '@/lib/status-reports/checks/model'
import { latestValues, type ReportView } from '@/lib/status-reports/views/model'

/** The fields of one indicator; a measure that belongs to another unit is only pointed to. */
export function indicatorGroup(t: Words, view: ReportView, indicator: IndicatorRow): FormGroup {
  const targets = targetsInForce(indicator).map((target) =>
    t('statusReports.form.target', { target: targetText(t, target) }),
  )
  const base = { key: indicator.id, title: indicator.current?.name ?? indicator.sourceId }
  if (indicator.seeIndicatorOf) {
    return { ...base, notes: [t('statusReports.form.seeOther'), ...targets], fields: [], more: [] }
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
  const help = t('statusReports.fieldHelp.value')
  return withReading(
    t,
    view,
    indicator,
    field(t, view, path, { kind: 'figure', label, help, unit: unit ?? undefined, previous }),
  )
}

/** The answers are stored in Finnish, which is how values are read. */
function yesNoLabel(t: Words, value: string): string {
  const key = { kyllä: 'yes', ei: 'no', 'ei tiedossa': 'unknown' }[value]
  return key ? t(`statusReports.answer.${key}`) : value
}

function withReading(t: Words, view: ReportView, indicator: IndicatorRow, one: FormField): FormField {
  const year = Number(view.period.to.slice(0, 4))
  const asked = { kind: indicator.current?.kind ?? null, unit: indicator.current?.unit ?? null }
  const read = readEntry(one, { indicators: new Map([[indicator.id, asked]]), year })
  return { ...one, reading: read && toReading(t, read) }
}

function toReading(t: Words, read: NonNullable<ReturnType<typeof readEntry>>): Reading {
  return read.ok ? { understood: readingText(t, read.value) } : { problem: t(read.message) }
}

function latestText(t: Words, view: ReportView, indicator: IndicatorRow): FormField['previous'] {
  const latest = latestValues(indicator, view.id)
  const [first] = latest
  if (!first) return null
  const label = timeText(t, first.time) ?? t('statusReports.form.timeUnknown')
  return { label, value: latest.map((one) => measurementText(t, one)).join('\n'), raw: null }
}
