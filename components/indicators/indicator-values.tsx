import { DataTable } from '@/components/ui/data-table'
import type { PlainCell } from '@/components/ui/table-model'
import { targetAddress, valueAddress } from '@/lib/indicators/addresses'
import { isCalculated } from '@/lib/indicators/formulas/model'
import { measurementRoleLabels, targetRoleLabels } from '@/lib/indicators/labels'
import type { Words } from '@/lib/platform/words'
import { roundAddress } from '@/lib/projects/addresses'
import { scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator, SnapshotMeasurement, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import {
  changeText,
  correctionNotes,
  limitText,
  measurementText,
  periodText,
  timeText,
} from '@/lib/steering/figure-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import type { KnownIndicators } from '@/lib/steering/indicators/model'
import { formatDate } from '@/lib/values/format'
import { cellTexts } from '@/lib/values/format-value'
import { judgementReasonLabels, verdictLabels } from '@/lib/values/labels'

type Props = {
  t: Words
  project: string
  indicator: SnapshotIndicator
  known: Omit<KnownIndicators, 'rows'>
  /** Whether the reader sets targets and enters values from elsewhere */
  keeps: boolean
}

/** The column of what can be done to a row, for those who may. */
const stepColumn = (t: Words, keeps: boolean) =>
  keeps ? [{ key: 'step', header: t('indicators.steps'), hideHeader: true }] : []
const step = (keeps: boolean, cell: PlainCell | null): PlainCell[] => (keeps ? [cell ?? ''] : [])

/** Where a figure's card is: only what has been published has one. */
function cardOf(
  { publication, cards }: Props['known'],
  kind: 'measurement' | 'target',
  id: string,
): string | undefined {
  return publication && cards.has(id) ? figureAddress(publication.code, { kind, id }) : undefined
}

/** Every target, those no longer in force too, with the judgement and the rule behind it. */
export function IndicatorTargets({ t, project, indicator, known, keeps }: Props) {
  return (
    <DataTable
      caption={t('indicators.targets')}
      hideCaption
      columns={[
        ...['role', 'limit', 'time', 'judgement', 'evidence'].map((key) => ({
          key,
          header: t(`indicators.target.${key}`),
        })),
        ...stepColumn(t, keeps),
      ]}
      rows={indicator.targets.map((target) => ({
        key: target.id,
        cells: [
          t(targetRoleLabels[target.role]),
          { text: limitText(t, target), href: cardOf(known, 'target', target.id), note: target.asWritten ?? undefined },
          timeText(t, target.time) ?? { text: t('indicators.noTime'), unknown: true },
          judgementCell(t, indicator, target),
          reachedCell(t, target),
          ...step(
            keeps,
            target.superseded
              ? null
              : { text: t('indicators.endTarget'), href: targetAddress(project, indicator.id, target.id) },
          ),
        ],
      }))}
      empty={<p className="unknown">{t('indicators.noTargets')}</p>}
    />
  )
}

function judgementCell(t: Words, { judgements }: SnapshotIndicator, target: SnapshotTarget): PlainCell {
  const { superseded } = target
  if (superseded) {
    const when = superseded.on ? formatDate(superseded.on, t.locale) : superseded.at
    return { text: t('indicators.target.superseded', { when: when ?? '–' }), note: superseded.reason ?? undefined }
  }
  const own = judgements.filter(({ targetId }) => targetId === target.id)
  const [first, ...more] = own
  if (!first) return { text: t('indicators.noValue'), unknown: true }
  const text = (one: typeof first) => [one.scope, t(verdictLabels[one.verdict])].filter(Boolean).join(': ')
  return {
    text: [first, ...more].map(text).join('; '),
    note: [...new Set(own.map(({ reason }) => t(judgementReasonLabels[reason])))].join(' '),
  }
}

function reachedCell(t: Words, { reached }: SnapshotTarget): PlainCell {
  if (!reached) return { text: t('indicators.target.notReached'), unknown: true }
  return {
    text: t('indicators.target.reached', { day: formatDate(reached.on, t.locale) }),
    note: reached.note ?? undefined,
  }
}

/** Every value with its time, where it came from and how it was corrected; the newest first. */
export function IndicatorMeasurements({ t, project, indicator, known, keeps }: Props) {
  const rows = indicator.measurements.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))
  return (
    <DataTable
      caption={t('indicators.measurements')}
      hideCaption
      columns={[
        ...['role', 'value', 'time', 'written', 'source'].map((key) => ({
          key,
          header: t(`indicators.measurement.${key}`),
        })),
        ...stepColumn(t, keeps),
      ]}
      rows={rows.map((one) => ({
        key: one.id,
        id: `value-${one.id}`,
        cells: [
          t(measurementRoleLabels[one.role]),
          valueCell(t, indicator, one, known),
          timeText(t, one.time) ?? { text: t('indicators.noTime'), unknown: true },
          one.value.asWritten,
          sourceCell(t, project, one, known.live),
          ...step(
            keeps,
            one.origin || isCalculated(one)
              ? null
              : { text: t('indicators.replaceValue'), href: valueAddress(project, indicator.id, one.id) },
          ),
        ],
      }))}
      empty={<p className="unknown">{t('indicators.noValues')}</p>}
    />
  )
}

const dayOf = ({ time }: SnapshotMeasurement): string => time.to ?? time.from ?? ''

function valueCell(t: Words, indicator: SnapshotIndicator, one: SnapshotMeasurement, known: Props['known']): PlainCell {
  const notes = [scopeOf(one), changeText(t, one), one.value.note, ...correctionNotes(t, indicator, one)]
  return {
    text: measurementText(t, one),
    href: cardOf(known, 'measurement', one.id),
    unknown: one.value.unknown !== null,
    note: notes.filter(Boolean).join('. ') || undefined,
  }
}

/** The report whose approval made the value, for those who may read reports; else what the material tells of its source. */
function sourceCell(t: Words, project: string, one: SnapshotMeasurement, readsReports: boolean): PlainCell {
  const { origin, value } = one
  if (isCalculated(one)) return t('indicators.calculated')
  if (!origin) return value.source ?? { text: t('indicators.fromMaterial'), unknown: true }
  const text = t('indicators.fromReport', { period: periodText(origin.periodKey) })
  return { text, href: readsReports ? `${roundAddress(project, origin.periodKey)}/${origin.unitId}` : undefined }
}

/** The parts of every value that has some, each value as a table of its own. */
export function IndicatorBreakdowns({ t, indicator }: { t: Words; indicator: SnapshotIndicator }) {
  return indicator.measurements
    .filter(({ value }) => value.cells.length > 0)
    .map((one) => {
      const caption = [measurementText(t, one), timeText(t, one.time)].filter(Boolean).join(', ')
      return (
        <DataTable
          key={one.id}
          caption={caption}
          columns={[
            { key: 'part', header: t('indicators.measurement.part') },
            { key: 'value', header: t('indicators.measurement.value'), numeric: true },
          ]}
          rows={cellTexts(one.value, t.locale).map(({ cell, label, text }, index) => ({
            key: `${index} ${label}`,
            cells: [label, { text, unknown: cell.unknown !== null || cell.number === null }],
          }))}
        />
      )
    })
}
