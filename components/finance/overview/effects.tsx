import { untold } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import type { EffectRow } from '@/lib/finance/effects/model'
import { labelOfPlace, type Places, shortOf } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import { planChangesAddress } from '@/lib/projects/addresses'
import { formatChange, formatDate } from '@/lib/values/format'

type Props = { t: Words; project: string; effects: readonly EffectRow[]; places: Places }

/** What plan changes do to the budget, those too that are not in force yet. */
export function Effects({ t, project, effects, places }: Props) {
  return (
    <DataTable
      caption={t('finance.effects.caption')}
      captionNote={t('finance.effects.note')}
      columns={[
        { key: 'change', header: t('finance.effects.change') },
        { key: 'where', header: t('finance.effects.where') },
        { key: 'year', header: t('finance.field.year') },
        { key: 'costType', header: t('finance.field.costType') },
        { key: 'amount', header: t('finance.effects.amount'), numeric: true },
        { key: 'state', header: t('finance.effects.state') },
      ]}
      rows={effects.map((effect) => ({
        key: effect.id,
        cells: [
          { text: effect.title, href: `${planChangesAddress(project)}/${effect.planChangeId}` },
          whereOf(places, effect) ?? untold(t),
          effect.year === null ? untold(t) : String(effect.year),
          effect.costType ?? untold(t),
          effect.change === null
            ? { text: t('finance.unknown'), unknown: true }
            : formatChange(effect.change, t.locale, 'amount'),
          stateOf(t, effect),
        ],
      }))}
      empty={<p>{t('finance.effects.empty')}</p>}
    />
  )
}

function whereOf({ investments, packages }: Places, { investmentId, workPackageId }: EffectRow): string | null {
  const names = [shortOf(investments, investmentId), labelOfPlace(packages, workPackageId)]
  return names.filter((name) => name !== null).join(', ') || null
}

function stateOf(t: Words, { inForce, inForceFrom, state }: EffectRow): string {
  if (state === 'rejected') return t('finance.effects.rejected')
  if (!inForce) return t('finance.effects.waiting')
  return inForceFrom
    ? t('finance.effects.inForceFrom', { day: formatDate(inForceFrom, t.locale) })
    : t('finance.effects.inForce')
}
