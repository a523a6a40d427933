import { statusOf } from '@/components/steering/marks'
import type { EarlierUnit, UnitProps } from '@/components/steering/unit/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { periodText } from '@/lib/steering/figure-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { shownLightLabels } from '@/lib/steering/labels'
import { shown } from '@/lib/steering/lights/model'

/** How the light has been in every published period; where the unit did not stand yet, that it did not. */
export function UnitLights({ t, code, earlier }: UnitProps & { earlier: readonly EarlierUnit[] }) {
  return (
    <Section id="lights" title={t('figures.unit.lights')}>
      <DataTable
        caption={t('figures.unit.lights')}
        hideCaption
        columns={['period', 'light', 'reason'].map((key) => ({ key, header: t(`figures.unit.${key}`) }))}
        rows={earlier.map((one) => ({
          key: one.code,
          current: one.code === code,
          cells: [
            periodText(one.periodKey),
            one.unit
              ? {
                  text: t(shownLightLabels[shown(one.unit.status.light)]),
                  status: statusOf[shown(one.unit.status.light)],
                  href: figureAddress(one.code, { kind: 'light', id: one.unit.id }),
                }
              : { text: t('figures.unit.notThere'), unknown: true },
            one.unit?.status.reason ?? '',
          ],
        }))}
      />
    </Section>
  )
}
