import { DataTable } from '@/components/ui/data-table'
import { type Definition, DefinitionList } from '@/components/ui/definition-list'
import { accumulationLabels, directionLabels, scopeLabels } from '@/lib/indicators/labels'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  indicator: SnapshotIndicator
  unit: string | null
  investment: string | null
  /** The formula with the labels of the indicators it names; null where nothing is counted */
  formula: string | null
}

/** What the indicator means. What nobody has told is left out, but for its unit and its better way, which are asked for. */
export function IndicatorFacts({ t, indicator, unit, investment, formula }: Props) {
  const told = (term: string, value: string | null): Definition[] => (value ? [{ term: t(term), value }] : [])
  const asked = (term: string, value: string | null): Definition[] => [
    { term: t(term), value: value ?? <span className="unknown">{t('indicators.notTold')}</span> },
  ]
  return (
    <DefinitionList
      items={[
        ...told('indicators.field.code', indicator.sourceId),
        ...told('indicators.field.scope', t(scopeLabels[indicator.scope])),
        ...told('indicators.field.unit', unit),
        ...told('indicators.field.investment', investment),
        ...asked('indicators.field.measure', indicator.unit),
        ...asked('indicators.field.direction', indicator.direction && t(directionLabels[indicator.direction])),
        ...told(
          'indicators.field.accumulation',
          indicator.accumulation && t(accumulationLabels[indicator.accumulation]),
        ),
        ...told('indicators.field.definition', indicator.definition),
        ...told('indicators.field.formula', formula),
        ...told('indicators.field.method', indicator.method),
        ...told('indicators.field.dimensions', indicator.dimensions.join(', ')),
        ...told('indicators.field.horizon', indicator.horizon),
        ...told('indicators.field.source', indicator.source),
        ...told('indicators.field.producer', indicator.producer),
        ...told('indicators.field.owner', indicator.owner),
        ...told('indicators.field.note', indicator.note),
        ...told('indicators.field.clarifications', indicator.clarifications.join(' ')),
      ]}
    />
  )
}

/** Earlier definitions, with why each gave way. */
export function IndicatorVersions({ t, indicator }: { t: Words; indicator: SnapshotIndicator }) {
  return (
    <DataTable
      caption={t('indicators.versions')}
      hideCaption
      columns={['version', 'name', 'scope', 'measure', 'definition', 'superseded', 'reason'].map((key) => ({
        key,
        header: t(`indicators.version.${key}`),
      }))}
      rows={indicator.versions.map((one) => ({
        key: one.id,
        cells: [
          String(one.version),
          one.name,
          t(scopeLabels[one.scope ?? indicator.scope]),
          one.unit,
          one.definition,
          one.supersededOn ? formatDate(one.supersededOn, t.locale) : t('indicators.inForce'),
          one.reason,
        ],
      }))}
    />
  )
}
