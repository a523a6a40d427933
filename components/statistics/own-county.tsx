import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { type Region, titleIn } from '@/lib/statistics/model'

/** Which county of the statistics the own one is. */
export function OwnCounty({ t, own }: { t: Words; own: Region | null }) {
  return (
    <Section id="county" title={t('statistics.county.title')} intro={t('statistics.county.help')}>
      <p className="font-semibold">{own ? titleIn(own, t.locale) : t('statistics.ownUnknown')}</p>
    </Section>
  )
}
