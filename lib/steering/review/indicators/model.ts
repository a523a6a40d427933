import { describeChart } from '@/lib/charts/describe'
import { newestByScope, scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { correctionNotes, measuredText, targetText, timeText } from '@/lib/steering/figure-texts/model'
import { indicatorChart } from '@/lib/steering/indicator-charts/model'
import { fulfilmentLabels } from '@/lib/steering/labels'
import type { ReviewBlock, ReviewTable, Run } from '@/lib/steering/review/model'
import { figure, joined, paragraphs, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { judgementReasonLabels, verdictLabels } from '@/lib/values/labels'

/** Indicators as a table: where they started, where they are, what was aimed at, and what can be said of it. */
export function indicatorTable(
  context: ReviewContext,
  caption: string,
  indicators: readonly SnapshotIndicator[],
): ReviewTable {
  const { t } = context
  const started = indicators.some((one) => one.measurements.some((m) => m.role === 'baseline'))
  const aimed = indicators.some((one) => one.targets.some((target) => target.superseded === null))
  const rows = indicators.map((one) => cells(context, one, { started, aimed }))
  const judged = rows.some((row) => (row.at(-1) ?? []).length > 0)
  const column = (key: string, weight: number) => ({ title: t(`steering.unit.${key}`), weight })
  return table({
    caption,
    columns: [
      column('indicator', 6),
      ...(started ? [column('baseline', 3)] : []),
      column('actual', 6),
      ...(aimed ? [column('target', 4)] : []),
      ...(judged ? [column('verdict', 4)] : []),
    ],
    rows: rows.map((row) => (judged ? row : row.slice(0, -1))),
    note: aimed ? null : t('review.indicators.noTargets'),
  })
}

type Shown = { started: boolean; aimed: boolean }

function cells(context: ReviewContext, indicator: SnapshotIndicator, { started, aimed }: Shown): Run[][] {
  const { t } = context
  const { measurements, note } = indicator
  const targets = indicator.targets.filter((one) => one.superseded === null)
  const judged = indicator.judgements.find((one) => one.targetId === targets[0]?.id)
  const national = context.national.get(indicator.id)
  const verdict = national ? t(fulfilmentLabels[national]) : judged && t(verdictLabels[judged.verdict])
  const newest = [...newestByScope(measurements).values()]
  const baseline = measurements.filter((one) => one.role === 'baseline')
  const others = measurements.filter((one) => one.role !== 'baseline' && !newest.includes(one))
  return [
    [run(note ? `${indicator.name} (${note})` : indicator.name)],
    ...(started ? [values(context, indicator, baseline)] : []),
    [
      ...(newest.length > 0 ? values(context, indicator, newest) : [run(t('steering.unit.noValue'))]),
      ...(others.length > 0
        ? [run(` (${t('review.indicators.others')}: `), ...values(context, indicator, others), run(')')]
        : []),
    ],
    ...(aimed ? [aims(context, targets)] : []),
    judged && newest.length > 0 ? [run(`${verdict}`)] : [],
  ]
}

const aims = (context: ReviewContext, targets: SnapshotIndicator['targets']): Run[] =>
  targets.length > 0
    ? joined(
        targets.map((one) => [figure(context, 'target', one.id, targetText(context.t, one))]),
        '; ',
      )
    : [run(context.t('steering.unit.noTarget'))]

/** Indicators that have neither a value nor a target. */
const isSilent = ({ measurements, targets }: SnapshotIndicator): boolean =>
  measurements.length === 0 && targets.every((one) => one.superseded !== null)

/** The table of the indicators that have something to tell, and the names of those that have not. */
export function indicatorBlocks(
  context: ReviewContext,
  caption: string,
  indicators: readonly SnapshotIndicator[],
): ReviewBlock[] {
  const silent = indicators.filter(isSilent)
  const told = indicators.filter((one) => !isSilent(one))
  const names = silent.map(({ name, note }) => (note ? `${name} (${note})` : name))
  return [
    ...(told.length > 0 ? [indicatorTable(context, caption, told)] : []),
    ...paragraphs(context.t('review.indicators.silent'), names.join('; ') || null),
  ]
}

/** Why the indicators are judged as they are, one line each. */
export function indicatorReasons({ t }: ReviewContext, indicators: readonly SnapshotIndicator[]): Run[][] {
  return indicators.flatMap(({ name, measurements, targets, judgements }) => {
    const target = targets.find((one) => one.superseded === null)
    const judged = judgements.find((one) => one.targetId === target?.id)
    const measured = newestByScope(measurements).size > 0
    return judged && measured ? [[run(`${name}. ${t(judgementReasonLabels[judged.reason])}`)]] : []
  })
}

/** Values with what belongs to them: whom they were measured of, remarks, and how they were corrected. */
function values(
  context: ReviewContext,
  indicator: SnapshotIndicator,
  measurements: readonly SnapshotMeasurement[],
): Run[] {
  return joined(
    measurements.map((one) => {
      const remarks = [
        one.value.scope,
        one.value.note,
        ...one.value.flags,
        ...correctionNotes(context.t, indicator, one),
      ].filter(Boolean)
      return [
        figure(context, 'measurement', one.id, measuredText(context.t, one)),
        ...(remarks.length > 0 ? [run(`, ${remarks.join('; ')}`)] : []),
      ]
    }),
    '; ',
  )
}

/** A chart for every indicator of which at least two numbers are known; one number alone needs no picture. */
export function indicatorCharts(context: ReviewContext, indicators: readonly SnapshotIndicator[]): ReviewBlock[] {
  const { t } = context
  return indicators.flatMap((indicator): ReviewBlock[] => {
    const model = indicatorChart(t, indicator)
    if (!model) return []
    const known = model.series.flatMap((series) => series.points).filter((point) => point.value !== null)
    if (known.length < 2 || !isOneUnit(indicator)) return []
    return [{ kind: 'chart', model, summary: describeChart(model, t), sourceTable: sourceTable(context, indicator) }]
  })
}

/** Values of several units are not drawn on one axis. */
function isOneUnit({ measurements }: SnapshotIndicator): boolean {
  const units = measurements.filter(({ value }) => value.number !== null).map(({ value }) => value.unit)
  return new Set(units).size < 2
}

/** The numbers behind a chart, each with its card. */
function sourceTable(context: ReviewContext, indicator: SnapshotIndicator): ReviewTable {
  const { t } = context
  const drawn = indicator.measurements.filter((one) => one.role !== 'comparison')
  const scoped = drawn.some((one) => scopeOf(one) !== null)
  return table({
    caption: `${t('review.word.tableOf')}: ${indicator.name}`,
    columns: [
      { title: t('charts.period'), weight: 2 },
      ...(scoped ? [{ title: t('review.indicators.scope'), weight: 3 }] : []),
      { title: t('charts.value'), weight: 3, numeric: true },
    ],
    rows: drawn.map((one) => [
      [run(timeText(t, one.time) ?? t('steering.targets.unknown'))],
      ...(scoped ? [[run(scopeOf(one) ?? '')]] : []),
      [figure(context, 'measurement', one.id, measuredText(t, one))],
    ]),
  })
}

/** Where the values come from, for the small print: one line per indicator that says so. */
export function indicatorSources(indicators: readonly SnapshotIndicator[], word: string): Run[][] {
  return indicators.flatMap(({ name, source, measurements }) => {
    const sources = [...new Set([source, ...measurements.map((one) => one.value.source)])].filter(Boolean)
    return sources.length > 0 ? [[run(`${name}. ${word}: ${sources.join('; ')}`)]] : []
  })
}
