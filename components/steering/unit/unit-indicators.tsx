import type { UnitProps } from '@/components/steering/unit/unit-page'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { newestByScope } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { correctionNotes, measuredText, targetText } from '@/lib/steering/figure-texts/model'
import { judgementReasonLabels, verdictLabels } from '@/lib/values/labels'

/** The unit's own indicators: where it started, where it is, what was aimed at, and what can be said of it. */
export function UnitIndicators({ t, body, unit }: UnitProps) {
  const own = body.indicators.filter((one) => one.workPackageId === unit.id)
  const started = own.some((one) => one.measurements.some((m) => m.role === 'baseline'))
  const columns = ['indicator', ...(started ? ['baseline'] : []), 'actual', 'target', 'verdict']
  return (
    <Section id="indicators" title={t('steering.unit.indicators')}>
      <DataTable
        caption={t('steering.unit.indicators')}
        hideCaption
        columns={columns.map((key) => ({ key, header: t(`steering.unit.${key}`) }))}
        rows={own.map((one) => ({ key: one.id, cells: cells(t, one, started) }))}
        empty={<p>{t('steering.unit.noIndicators')}</p>}
      />
    </Section>
  )
}

function cells(t: Words, indicator: SnapshotIndicator, started: boolean) {
  const newest = [...newestByScope(indicator.measurements).values()]
  const baseline = indicator.measurements.filter((one) => one.role === 'baseline')
  const targets = indicator.targets.filter((one) => one.superseded === null)
  const judged = indicator.judgements.find((one) => one.targetId === targets[0]?.id)
  return [
    { text: indicator.name, note: indicator.note ?? undefined },
    ...(started ? [values(t, indicator, baseline, '')] : []),
    values(t, indicator, newest, t('steering.unit.noValue')),
    targets.length > 0
      ? targets.map((one) => targetText(t, one)).join('; ')
      : { text: t('steering.unit.noTarget'), unknown: true },
    // Without a target there is nothing to judge; without a value the column beside has said it.
    judged && newest.length > 0
      ? { text: t(verdictLabels[judged.verdict]), note: t(judgementReasonLabels[judged.reason]) }
      : '',
  ]
}

function values(t: Words, indicator: SnapshotIndicator, measurements: readonly SnapshotMeasurement[], none: string) {
  if (measurements.length === 0) return none ? { text: none, unknown: true } : ''
  const texts = measurements.map((one) => [measuredText(t, one), one.value.scope].filter(Boolean).join(', '))
  const notes = measurements.flatMap((one) => [
    ...(one.value.note === null ? [] : [one.value.note]),
    ...correctionNotes(t, indicator, one).map((note) =>
      measurements.length > 1 && one.value.scope ? `${one.value.scope}: ${note}` : note,
    ),
  ])
  return { text: texts.join('; '), note: notes.join('; ') || undefined }
}
