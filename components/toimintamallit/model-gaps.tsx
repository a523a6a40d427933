import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { disagreeing } from '@/lib/toimintamallit/gaps/model'
import { gapLabels } from '@/lib/toimintamallit/labels'
import type { RegisterRow } from '@/lib/toimintamallit/register/model'

type Props = { t: Words; row: RegisterRow }

/** What is missing or disagrees, in words. */
export function ModelGaps({ t, row }: Props) {
  if (row.gaps.length === 0) return null
  return (
    <Notice kind="warning" word={t('toimintamallit.gapCount', { count: row.gaps.length })}>
      <ul className="list-disc pl-5">
        {row.gaps.map((gap) => (
          <li key={gap}>{t(gapLabels[gap])}</li>
        ))}
      </ul>
    </Notice>
  )
}

const places = ['table', 'section'] as const

/** Addresses that other places of the source give, when they are not the model's own. */
export function OtherAddresses({ t, row }: Props) {
  const others = disagreeing(row)
  if (others.length === 0) return null
  const placeName = (place: string) => {
    const known = places.find((one) => one === place)
    return known ? t(`toimintamallit.place.${known}`) : place
  }
  return (
    <div className="mt-6">
      <DataTable
        caption={t('toimintamallit.otherAddresses')}
        columns={[
          { key: 'place', header: t('toimintamallit.place.title') },
          { key: 'url', header: t('toimintamallit.address') },
        ]}
        rows={others.map(({ place, url }) => ({
          key: `${place} ${url}`,
          cells: [placeName(place), { text: url, href: /^https?:\/\//.test(url) ? url : undefined }],
        }))}
      />
    </div>
  )
}
