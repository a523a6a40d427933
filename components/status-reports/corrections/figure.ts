import { indicatorGroup } from '@/components/status-reports/form/indicator-shape'
import type { FormField } from '@/components/status-reports/form/model'
import { measurementText, timeText } from '@/components/status-reports/indicator-text'
import type { FigureField } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { ownFigures } from '@/lib/status-reports/corrections/figures/model'
import { figureOf } from '@/lib/status-reports/corrections/model'
import type { ReportView } from '@/lib/status-reports/views/model'

/** A figure of a report as the page of its correction shows it. */
export type FigureToCorrect = {
  name: string
  part: FigureField
  /** The field of the report's form: how it is typed */
  field: FormField
  /** Values the report has told of the indicator, by the id of the measurement */
  values: { id: string; text: string }[]
  /** Paths of the figure's parts; n and time only beside a value */
  parts: { part: FigureField; label: string; path: string }[]
}

/** The figure a path names; null when the report has no such figure of its own. */
export function figureToCorrect(t: Words, report: ReportView, path: string | null): FigureToCorrect | null {
  const figure = path === null ? null : figureOf(path)
  const indicator = report.indicators.find(({ id }) => id === figure?.indicatorId)
  if (!figure || !indicator) return null
  const group = indicatorGroup(t, report, indicator)
  const fields = [...group.fields, ...group.more]
  const field = fields.find((one) => one.path === path)
  if (!field) return null
  const values = ownFigures(indicator.measurements, report.id).map((one) => {
    const time = timeText(t, one.time)
    return { id: one.id, text: [measurementText(t, one), time].filter(Boolean).join(', ') }
  })
  const parts = fields.flatMap((one) => {
    const part = figureOf(one.path)?.field
    const correctable = part === 'value' || (part !== undefined && values.length > 0)
    return correctable ? [{ part, label: one.label, path: one.path }] : []
  })
  return { name: group.title ?? '', part: figure.field, field, values, parts }
}
