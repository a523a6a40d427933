import type { ReactNode } from 'react'
import { periodName } from '@/components/rounds/period-name'
import { FigureNotes, figureNotes } from '@/components/status-reports/corrections/figure-notes'
import { shownFieldId } from '@/components/status-reports/differences/place-names'
import { earlierText } from '@/components/status-reports/differences/since-field'
import type { FormField, FormGroup, FormSection } from '@/components/status-reports/form/model'
import { measurementText, targetText } from '@/components/status-reports/indicator-text'
import { changedWord } from '@/components/status-reports/view/changed-word'
import { DataTable } from '@/components/ui/data-table'
import type { Cell, CellParts } from '@/components/ui/table-model'
import { type IndicatorRow, targetsInForce } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { correctionAddress } from '@/lib/status-reports/addresses'
import { isFinal } from '@/lib/status-reports/model'
import { ownValues, type ReportView } from '@/lib/status-reports/views/model'

type Props = { t: Words; projectKey?: string; report: ReportView; section: FormSection }

/** Indicators of the unit: what is reported now, what was known before, what is aimed at, and the way to correct a figure. */
export function IndicatorTable({ t, projectKey, report, section }: Props) {
  const correctIn = report.may.review && isFinal(report.state) ? projectKey : undefined
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
      rows={section.groups.map((group) => ({
        key: group.key,
        id: group.fields[0] && shownFieldId(group.fields[0].path),
        cells: cellsOf(t, report, group, correctIn),
      }))}
    />
  )
}

function cellsOf(t: Words, report: ReportView, group: FormGroup, correctIn: string | undefined): Cell[] {
  const [value] = group.fields
  const indicator = report.indicators.find(({ id }) => id === group.key)
  const targets = indicator ? targetsInForce(indicator).map((target) => targetText(t, target)) : []
  if (!value) return [group.title, { text: t('statusReports.form.seeOther'), unknown: true }, '', targets.join('; ')]
  const before = value.previous
  return [
    group.title,
    valueCell(t, report, group, { indicator, path: value.path, correctIn }),
    before ? { text: before.value, note: before.label } : { text: t('statusReports.view.noValue'), unknown: true },
    targets.length > 0 ? targets.join('; ') : { text: t('statusReports.view.noTarget'), unknown: true },
  ]
}

type Figure = {
  indicator: IndicatorRow | undefined
  path: string
  /** Key of the project, where the reader can go on to correct the figure */
  correctIn: string | undefined
}

/** The value with its details; when it has been corrected, what it was; where it can be, the way to correct it. */
function valueCell(t: Words, report: ReportView, group: FormGroup, { indicator, path, correctIn }: Figure): Cell {
  const parts = { ...valueParts(t, report, group.fields, indicator), note: detailsOf(t, report, group) }
  const notes = indicator ? figureNotes(t, indicator, report.id) : []
  if (notes.length === 0 && correctIn === undefined) return parts
  return (
    <>
      <Text parts={parts} />
      <FigureNotes notes={notes} />
      {correctIn !== undefined && (
        <span className="cell-note no-print">
          <a
            href={correctionAddress(correctIn, report.period.key, report.unit.id, path)}
            aria-label={t('corrections.correctOf', { indicator: group.title ?? '' })}
          >
            {t('corrections.correct')}
          </a>
        </span>
      )}
    </>
  )
}

function Text({ parts: { text, unknown, note } }: { parts: CellParts }): ReactNode {
  return (
    <>
      {unknown ? <span className="unknown">{text}</span> : text}
      {note && <span className="cell-note">{note}</span>}
    </>
  )
}

/** What was typed; in a report made elsewhere the values that came with it. */
function valueParts(
  t: Words,
  report: ReportView,
  [field]: readonly FormField[],
  indicator: IndicatorRow | undefined,
): CellParts {
  const own = indicator ? ownValues(indicator, report.id) : []
  if (field && field.text.trim() !== '' && own.length <= 1) {
    const { text, reading, choices } = field
    if (reading && 'understood' in reading) return { text: reading.understood }
    return { text: choices?.find((choice) => choice.value === text)?.label ?? text }
  }
  if (own.length === 0) return { text: t('statusReports.view.noValue'), unknown: true }
  return { text: own.map((measurement) => measurementText(t, measurement)).join('; ') }
}

/** n, time and remark of the value, and whether it changed after the report was opened on purpose. */
function detailsOf(t: Words, report: ReportView, group: FormGroup): string | undefined {
  const details = group.more
    .filter(({ text }) => text.trim() !== '')
    .map(({ label, text, reading }) => `${label}: ${reading && 'understood' in reading ? reading.understood : text}`)
  const changed = [...group.fields, ...group.more].flatMap((field) => changeOf(t, report, field))
  const all = [...details, ...changed]
  return all.length > 0 ? all.join('; ') : undefined
}

/** That the field has changed since the report was sent back, and from what: `Muuttunut palautuksen jälkeen. Oli: 12`. */
function changeOf(t: Words, report: ReportView, field: FormField): string[] {
  const changed = changedWord(t, report, field.path)
  return changed && report.since ? [`${changed}. ${earlierText(t, field, report.since.from.texts)}`] : []
}
