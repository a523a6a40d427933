import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import { genderLabels } from '@/lib/statistics/labels'
import type { StatisticsService } from '@/lib/statistics/model'
import { genders, type OptionDimension, type Options } from '@/lib/statistics/options/model'

/** More than this is no list to choose from: the value is then written by its code. */
const mostListed = 500

/** A choice for each dimension of a statistic; what is left alone is the service's own sum, where it gives one. */
export function optionFields(t: Words, service: StatisticsService, { dimensions }: Options): RecordField[] {
  return dimensions.map((dimension): RecordField => {
    const { name, label, needed, values } = dimension
    const base = { name: `of/${name}`, label: service === 'sotkanet' ? t('statistics.options.gender') : label }
    if (values.length > mostListed) return { ...base, as: 'line', help: t('statistics.options.byCode') }
    return {
      ...base,
      as: 'choice',
      ...(needed ? { known: values[0]?.value ?? '' } : { empty: t('statistics.options.all') }),
      options: values.map(({ value }, at) => ({ value, label: valueLabel(t, service, dimension, at) })),
    }
  })
}

function valueLabel(t: Words, service: StatisticsService, { values }: OptionDimension, at: number): string {
  const { value = '', label = '' } = values[at] ?? {}
  const gender = service === 'sotkanet' ? genders.find((one) => one === value) : undefined
  return gender ? t(genderLabels[gender]) : label
}
