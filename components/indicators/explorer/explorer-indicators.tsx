import type { Explored } from '@/components/indicators/explorer/model'
import { CheckboxGroup } from '@/components/ui/choice'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { explorerAddress } from '@/lib/steering/indicators/explorer/addresses'
import { mostIndicators, offeredIndicators } from '@/lib/steering/indicators/explorer/model'
import { grouped } from '@/lib/steering/indicators/explorer/panels/model'

type Props = { t: Words; project: string; explored: Explored }

/** The indicators on offer, those chosen first; the others by the unit they belong to, the national ones before. */
export function ExplorerIndicators({ t, project, explored }: Props) {
  const { choice, offered, unasked } = explored
  const { chosen, others } = offeredIndicators(offered, unasked ? [] : explored.chosen, choice)
  const searched = choice.text !== '' || choice.unit !== '' || choice.investment !== ''
  const together = [...chosen, ...others].map(({ id }) => id)
  return (
    <fieldset className="field">
      <legend className="field-label">{t('explorer.indicators')}</legend>
      <p className="field-help">
        {t('explorer.indicatorsHelp', { most: mostIndicators })}{' '}
        {searched && others.length > 0 && together.length <= mostIndicators && (
          <a href={explorerAddress(project, { ...choice, indicators: together })}>
            {t('explorer.chooseAll', { count: others.length })}
          </a>
        )}
      </p>
      <div className="mt-2 max-h-80 max-w-4xl overflow-y-auto rounded-small border border-line px-4 py-2 [&_.field]:mb-2">
        {chosen.length > 0 && (
          <CheckboxGroup
            id="chosen"
            name="i"
            label={t('explorer.chosen', { count: chosen.length })}
            defaultValues={chosen.map(({ id }) => id)}
            choices={chosen.map(choiceOf)}
          />
        )}
        {grouped(others, placeOf).map((rows) => {
          const [first] = rows
          if (!first) return null
          return (
            <CheckboxGroup
              key={placeOf(first)}
              id={`of-${placeOf(first)}`}
              name="i"
              label={placeName(t, offered.units, first)}
              choices={rows.map(choiceOf)}
            />
          )
        })}
        {others.length === 0 && <p className="unknown">{t('indicators.noneFound')}</p>}
      </div>
    </fieldset>
  )
}

const choiceOf = ({ id, name, unit }: SnapshotIndicator) => ({ value: id, label: unit ? `${name} (${unit})` : name })

const placeOf = ({ scope, workPackageId }: SnapshotIndicator): string =>
  scope === 'national' ? 'national' : (workPackageId ?? 'none')

function placeName(t: Words, units: ReadonlyMap<string, string>, row: SnapshotIndicator): string {
  if (row.scope === 'national') return t('indicators.national')
  return units.get(row.workPackageId ?? '') ?? t('indicators.noUnit')
}
