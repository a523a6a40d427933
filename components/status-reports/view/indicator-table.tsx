import { periodName } from '@/components/rounds/period-name'
import type { FormField, FormGroup, FormSection } from '@/components/status-reports/form/model'
import { measurementText, targetText } from '@/components/status-reports/indicator-text'
import { DataTable } from '@/components/ui/data-table'
import type { Cell, CellParts } from '@/components/ui/table-model'
import { type IndicatorRow, targetsInForce } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { ownValues, type ReportView } from '@/lib/status-reports/views/model'

type Props = { t: Words; report: ReportView; section: FormSection }

/** Indicators of the unit: what is reported now, what was known before, what is aimed at. */
export function IndicatorTable({ t, report, section }: Props) {
  return (
    <DataTable
      caption={t('statusReports.view.indicatorValues')}
      hideCaption
      columns={[
        { key: 'name', header: t('statusReports.view.indicator') },
        { key: 'now', header: periodName(report.period.key) },
        { key: 'before', header: t('statusReports.view.before') },
        { key: 'target', header: t('statusReports.view.target') },
      ]}
      rows={section.groups.map((group) => ({ key: group.key, cells: cellsOf(t, report, group) }))}
    />
  )
}

function cellsOf(t: Words, report: ReportView, group: FormGroup): Cell[] {
  const [value] = group.fields
  const indicator = report.indicators.find(({ id }) => id === group.key)
  const targets = indicator ? targetsInForce(indicator).map((target) => targetText(t, target)) : []
  if (!value) return [group.title, { text: t('statusReports.form.seeOther'), unknown: true }, '', targets.join('; ')]
  const before = value.previous
  return [
    group.title,
    { ...valueCell(t, report, value, indicator), note: detailsOf(t, report, group) },
    before ? { text: before.value, note: before.label } : { text: t('statusReports.view.noValue'), unknown: true },
    targets.length > 0 ? targets.join('; ') : { text: t('statusReports.view.noTarget'), unknown: true },
  ]
}

/** What was typed; in a report made elsewhere the values that came with it. */
function valueCell(t: Words, report: ReportView, field: FormField, indicator: IndicatorRow | undefined): CellParts {
  const { text, reading, choices } = field
  if (text.trim() !== '') {
    if (reading && 'understood' in reading) return { text: reading.understood }
    return { text: choices?.find((choice) => choice.value === text)?.label ?? text }
  }
  const own = indicator ? ownValues(indicator, report.id) : []
  if (own.length === 0) return { text: t('statusReports.view.noValue'), unknown: true }
  return { text: own.map((measurement) => measurementText(t, measurement)).join('; ') }
}

/** n, time and remark of the value, and whether it changed after a return. */
function detailsOf(t: Words, report: ReportView, group: FormGroup): string | undefined {
  const details = group.more
    .filter(({ text }) => text.trim() !== '')
    .map(({ label, text, reading }) => `${label}: ${reading && 'understood' in reading ? reading.understood : text}`)
  const changed = [...group.fields, ...group.more].some(({ path }) => report.changedSinceReturn.includes(path))
  const all = changed ? [...details, t('statusReports.view.changedSinceReturn')] : details
  return all.length > 0 ? all.join('; ') : undefined
}
