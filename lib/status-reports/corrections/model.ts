import { type FigureField, figureFields, type MeasurementCorrection, toCorrection } from '@/lib/indicators/model'
import { type Asked, readSampleSize, readValue } from '@/lib/indicators/readings/model'
import type { Words } from '@/lib/platform/words'
import { readPath } from '@/lib/status-reports/fields/model'
import { formatDate, formatNumber } from '@/lib/values/format'
import { describeUnknown, formatTypedValue } from '@/lib/values/format-value'

/** A correction and the indicator whose figure it changed. */
export type ReportCorrection = MeasurementCorrection & { indicatorId: string }

/** Corrections that the newest publication of a period does not hold yet. */
export type CorrectionsSince = { count: number; version: number; publishedAt: string }

type Stored = Parameters<typeof toCorrection>[0]

/** Corrections of a report as stored, in the order given. */
export function toCorrections(rows: readonly Stored[]): ReportCorrection[] {
  return rows.flatMap((row) => {
    const correction = toCorrection(row)
    const figure = figureOf(row.path)
    return correction && figure ? [{ ...correction, indicatorId: figure.indicatorId }] : []
  })
}

/** The indicator and the part of its figure that a path names; null for every other field, which is never corrected. */
export function figureOf(path: string): { indicatorId: string; field: FigureField } | null {
  const address = readPath(path)
  const field = figureFields.find((name) => name === address?.field)
  return address?.indicatorId && field ? { indicatorId: address.indicatorId, field } : null
}

/** Address of a figure among the report's fields. */
export function figurePath(indicatorId: string, field: FigureField): string {
  return `indicators/${indicatorId}/${field}`
}

/** What the correction says to a reader: both figures, the day and the reason. Source of the rule: product description. */
export function correctionText(t: Words, correction: MeasurementCorrection, asked: Asked): string {
  return `${correctionFigures(t, correction, asked)} ${t('corrections.note.reason', { reason: correction.reason })}`
}

/** The same without the reason. */
export function correctionFigures(t: Words, correction: MeasurementCorrection, asked: Asked): string {
  const { field, before, after, at } = correction
  const text = (written: string) => figureText(t, field, written, asked)
  const values = { day: formatDate(at, t.locale), after: text(after), before: text(before) }
  return t(`corrections.note.${field}`, values)
}

/** What was changed, for a list where the day stands beside: "Osuus: 85 %, aiemmin 87 %". */
export function changedFigure(t: Words, correction: MeasurementCorrection, of: { name: string; asked: Asked }): string {
  const { field, before, after } = correction
  const text = (written: string) => figureText(t, field, written, of.asked)
  return t(`corrections.change.${field}`, { indicator: of.name, after: text(after), before: text(before) })
}

/** A typed figure in the reader's notation; as typed when it cannot be read, and a word for none. */
export function figureText(t: Words, field: FigureField, written: string, asked: Asked): string {
  if (written.trim() === '') return t('corrections.note.none')
  if (field === 'time') return written
  if (field === 'n') {
    const count = readSampleSize(written)
    return count.ok ? formatNumber(count.value, t.locale) : written
  }
  const read = readValue(written, asked)
  if (!read.ok) return written
  return read.value.unknown
    ? t(describeUnknown(read.value.unknown))
    : (formatTypedValue(read.value, t.locale) ?? written)
}
