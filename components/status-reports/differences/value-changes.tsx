import { BeforeAfter, type Periods } from '@/components/status-reports/differences/before-after'
import { DataTable } from '@/components/ui/data-table'
import type { CellParts } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import type { ToldValue, ValueChange } from '@/lib/status-reports/differences/values/model'
import { negate } from '@/lib/values/decimal'
import { formatChange, formatNumber } from '@/lib/values/format'
import { describeUnknown, formatTypedValue, showUnderstood } from '@/lib/values/format-value'
import { makeValue } from '@/lib/values/make-value'
import { canonicalUnit, isPercentUnit } from '@/lib/values/units'

type Props = { t: Words; values: readonly ValueChange[]; periods: Periods }

/** Values of one indicator in two periods, and by how much they changed where that can be told. */
export function ValueChanges({ t, values, periods }: Props) {
  const [only] = values
  if (values.length === 1 && only && only.scope === null) {
    const more = only.by || only.same ? { term: t('differences.change'), value: changeText(t, only) } : undefined
    return <BeforeAfter periods={periods} before={shown(t, only.before)} after={shown(t, only.after)} more={more} />
  }
  return (
    <DataTable
      caption={t('differences.change')}
      hideCaption
      columns={[
        { key: 'scope', header: t('differences.scope') },
        { key: 'before', header: periods.before },
        { key: 'after', header: periods.after },
        { key: 'change', header: t('differences.change') },
      ]}
      rows={values.map((value, index) => ({
        key: `${index} ${value.scope ?? ''}`,
        cells: [
          value.scope ?? t('differences.whole'),
          cell(t, value.before),
          cell(t, value.after),
          value.by || value.same ? changeText(t, value) : { text: t('differences.noChange'), unknown: true },
        ],
      }))}
    />
  )
}

function cell(t: Words, told: ToldValue | null): CellParts {
  return { text: shown(t, told), unknown: told === null }
}

/** Not measured and unknown are words, never a zero. */
function shown(t: Words, told: ToldValue | null): string {
  if (told === null) return t('statusReports.view.noValue')
  if (told.value === null) return t('differences.unread', { text: told.text })
  const { value } = told
  const text = value.unknown ? t(describeUnknown(value.unknown)) : (formatTypedValue(value, t.locale) ?? told.text)
  return value.n === null ? text : t('differences.n', { value: text, n: formatNumber(value.n, t.locale) })
}

/** Per cent change by percentage points: "+4 %" could be taken for four per cent more. */
function changeText(t: Words, { by, same }: ValueChange): string {
  if (same || by === null) return t('differences.unchanged')
  const { number, unit, isDuration } = by
  if (isDuration) {
    const size = makeValue('duration', { number: number.startsWith('-') ? negate(number) : number, unit })
    return `${number.startsWith('-') ? '\u2212' : '+'}${showUnderstood(size, t.locale) ?? ''}`
  }
  if (isPercentUnit(unit)) return `${formatChange(number, t.locale)}\u00a0${t('differences.points')}`
  if (unit !== null && canonicalUnit(unit) === '€') return formatChange(number, t.locale, 'amount')
  return unit === null ? formatChange(number, t.locale) : `${formatChange(number, t.locale)}\u00a0${unit}`
}
