import { Notice } from '@/components/ui/notice'
import type { Warning } from '@/lib/indicators/warnings/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { measuredText } from '@/lib/steering/figure-texts/model'
import { warningLabels } from '@/lib/steering/indicators/labels'
import { isDecimal } from '@/lib/values/decimal'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; indicator: SnapshotIndicator; warnings: readonly Warning[] }

/** What looks wrong with the values, each leading to its value. Nothing at all when nothing does. */
export function IndicatorWarnings({ t, indicator, warnings }: Props) {
  if (warnings.length === 0) return null
  return (
    <Notice kind="warning" word={t('ui.notice.warning')}>
      <p>{t('indicators.warnings', { count: warnings.length })}</p>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.rule} ${warning.measurementId} ${warning.otherId ?? ''}`}>
            {sentence(t, indicator, warning)} <a href={`#value-${warning.measurementId}`}>{t('indicators.toValue')}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function sentence(
  t: Words,
  { measurements }: SnapshotIndicator,
  { rule, measurementId, otherId, values }: Warning,
): string {
  const textOf = (id: string | undefined) => {
    const found = measurements.find((one) => one.id === id)
    return found ? measuredText(t, found) : ''
  }
  const [first = '', second = ''] = values.map((one) => (isDecimal(one) ? formatNumber(one, t.locale) : one))
  return t(warningLabels[rule], { value: textOf(measurementId), other: textOf(otherId), first, second })
}
