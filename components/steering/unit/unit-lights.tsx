import { statusOf } from '@/components/steering/marks'
import type { EarlierUnit, UnitProps } from '@/components/steering/unit/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { toldLight } from '@/lib/rounds/snapshot/lights/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { lightWords } from '@/lib/steering/labels'
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
          cells: [periodText(one.periodKey), ...cellsOf(t, one)],
        }))}
      />
    </Section>
  )
}

function cellsOf(t: Words, { code, usesLights, unit }: EarlierUnit): CellParts[] {
  if (!unit) return [{ text: t('figures.unit.notThere'), unknown: true }, { text: '' }]
  const told = toldLight({ lights: usesLights }, unit)
  const light = shown(told)
  const href = figureAddress(code, { kind: 'light', id: unit.id })
  return [{ text: t(lightWords(usesLights)[light]), status: statusOf[light], href }, { text: told.reason ?? '' }]
}
