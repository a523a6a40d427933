import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import { type Areas, type FollowedSeries, type Region, titleIn } from '@/lib/statistics/model'
import { timesOf, variantsOf, variantText } from '@/lib/statistics/shown/model'
import { formatTimeCode } from '@/lib/values/format'

/** Which figure, what for and why. The own county and the newest time come first. */
export function chooseFields(t: Words, series: FollowedSeries, { own, country, counties }: Areas): RecordField[] {
  const variants = variantsOf(series)
  const option = (area: Region) => ({ value: `${area.category} ${area.code}`, label: titleIn(area, t.locale) })
  const first = [own, country].filter((area) => area !== null)
  const areas = [...first, ...counties.filter((area) => area.code !== own?.code)]
  const times = timesOf(series).toReversed()
  return [
    {
      as: 'choice',
      name: 'area',
      label: t('statistics.choose.area'),
      known: areas[0] ? option(areas[0]).value : '',
      options: areas.map(option),
    },
    {
      as: 'choice',
      name: 'time',
      label: t('statistics.choose.time'),
      known: times[0] ?? '',
      options: times.map((time) => ({ value: time, label: formatTimeCode(time, t.locale) })),
    },
    ...(variants.length > 1
      ? [
          {
            as: 'choice' as const,
            name: 'of',
            label: t('statistics.choose.of'),
            known: variants[0]?.key ?? '',
            options: variants.map(({ key, of }) => ({ value: key, label: variantText(t, of) ?? key })),
          },
        ]
      : []),
    {
      as: 'choice',
      name: 'role',
      label: t('statistics.choose.role'),
      help: t('statistics.choose.roleHelp'),
      known: 'comparison',
      options: [
        { value: 'comparison', label: t('statistics.choose.comparison') },
        { value: 'actual', label: t('statistics.choose.actual') },
      ],
    },
    {
      as: 'text',
      name: 'reason',
      rows: 3,
      label: t('statistics.choose.reason'),
      help: t('statistics.choose.reasonHelp'),
    },
  ]
}
