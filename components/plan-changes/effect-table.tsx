import { amountCell, differenceCell, placeText, sumCell } from '@/components/plan-changes/change-texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { effectAddress } from '@/lib/plan-changes/addresses'
import { differenceOf, effectSums } from '@/lib/plan-changes/effects/model'
import type { PlanChangeDetails } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'
import type { PlaceChoices } from '@/lib/work-packages/choices/model'

type Props = { t: Words; projectKey: string; change: PlanChangeDetails; choices: PlaceChoices; edits: boolean }

/** What the change does to the budget, place by place, with sums. */
export function EffectTable({ t, projectKey, change, choices, edits }: Props) {
  const sums = effectSums(change.effects)
  return (
    <Section
      id="effects"
      title={t('planChanges.effects')}
      actions={
        edits && (
          <ButtonLink small href={effectAddress(projectKey, change.id, 'new')}>
            {t('planChanges.addEffect')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t('planChanges.effects')}
        hideCaption
        columns={[
          { key: 'place', header: t('planChanges.place') },
          { key: 'year', header: t('planChanges.field.year') },
          { key: 'costType', header: t('planChanges.field.costType') },
          { key: 'old', header: t('planChanges.field.oldAmount'), numeric: true },
          { key: 'new', header: t('planChanges.field.newAmount'), numeric: true },
          { key: 'difference', header: t('planChanges.difference'), numeric: true },
        ]}
        rows={change.effects.map((effect) => ({
          key: effect.id,
          cells: [
            {
              text: placeText(t, effect, choices),
              href: edits ? effectAddress(projectKey, change.id, effect.id) : undefined,
            },
            effect.year === null ? { text: t('planChanges.allYears'), unknown: true } : String(effect.year),
            effect.costType ?? { text: t('planChanges.notTold'), unknown: true },
            amountCell(t, effect.oldAmount),
            amountCell(t, effect.newAmount),
            differenceCell(t, differenceOf(effect)),
          ],
        }))}
        totals={[
          t('planChanges.total'),
          '',
          '',
          sumCell(t, sums.old),
          sumCell(t, sums.new),
          sumCell(t, sums.difference, true),
        ]}
        empty={<p>{t('planChanges.noEffects')}</p>}
      />
    </Section>
  )
}
