import type { RecordField, RecordPart } from '@/components/ui/record-fields'
import type { Places } from '@/lib/finance/places/model'
import { renamed } from '@/lib/indicators/formulas/model'
import { accumulationLabels, directionLabels, kindLabels, scopeLabels } from '@/lib/indicators/labels'
import {
  accumulations,
  type IndicatorVersionRow,
  indicatorDirections,
  indicatorKinds,
  indicatorScopes,
} from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'

/** Of an indicator that is defined: which it is and where it belongs, then what it means. */
export function newIndicatorFields(t: Words, { packages, investments }: Places): RecordPart[] {
  const place = (
    name: 'workPackageId' | 'investmentId',
    term: string,
    places: readonly { id: string; label: string }[],
  ): RecordField => ({
    as: 'choice',
    name,
    label: t(term),
    optional: t('ui.optional'),
    empty: t('indicators.wholeProject'),
    options: places.map(({ id, label }) => ({ value: id, label })),
  })
  return [
    place('workPackageId', 'indicators.field.unit', packages),
    place('investmentId', 'indicators.field.investment', investments),
    {
      as: 'line',
      name: 'code',
      width: 'short',
      label: t('indicators.field.code'),
      help: t('indicators.help.code'),
      optional: t('ui.optional'),
    },
    ...meaningFields(t, null, '', null),
  ]
}

/** Of a definition that changes: what kind of change it is, and what it means now. */
export function definitionFields(
  t: Words,
  { current, note }: { current: IndicatorVersionRow | null; note: string | null },
  codes: ReadonlyMap<string, string>,
): RecordPart[] {
  const formula = renamed(current?.formula ?? '', (id) => codes.get(id) ?? id)
  return [
    {
      as: 'choice',
      name: 'change',
      label: t('indicators.field.change'),
      empty: t('indicators.notChosen'),
      options: ['slip', 'definition'].map((value) => ({ value, label: t(`indicators.change.${value}`) })),
    },
    {
      as: 'line',
      name: 'validFrom',
      width: 'short',
      label: t('indicators.field.validFrom'),
      help: t('indicators.help.validFrom'),
      optional: t('ui.optional'),
    },
    { as: 'text', name: 'reason', rows: 2, label: t('indicators.field.reason'), optional: t('ui.optional') },
    ...meaningFields(t, current, formula, note),
  ]
}

function meaningFields(
  t: Words,
  current: IndicatorVersionRow | null,
  formula: string,
  note: string | null,
): RecordField[] {
  const optional = t('ui.optional')
  const known = (name: keyof IndicatorVersionRow) => current?.[name]?.toString() ?? ''
  const choice = (
    name: 'kind' | 'direction' | 'accumulation',
    options: readonly { value: string; label: string }[],
  ): RecordField => ({
    ...{ as: 'choice', name, optional, options, known: known(name), empty: t('indicators.notChosen') },
    label: t(`indicators.field.${name}`),
  })
  const line = (name: 'producer' | 'owner' | 'horizon' | 'source'): RecordField => ({
    ...{ as: 'line', name, optional, known: known(name) },
    label: t(`indicators.field.${name}`),
  })
  const text = (name: 'definition' | 'method', rows: number): RecordField => ({
    ...{ as: 'text', name, rows, optional, known: known(name) },
    label: t(`indicators.field.${name}`),
  })
  return [
    { as: 'line', name: 'name', width: 'full', label: t('indicators.field.name'), known: known('name') },
    {
      as: 'choice',
      name: 'scope',
      label: t('indicators.field.scope'),
      known: current?.scope ?? 'local',
      options: indicatorScopes.map((value) => ({ value, label: t(scopeLabels[value]) })),
    },
    choice(
      'kind',
      indicatorKinds.map((value) => ({ value, label: t(kindLabels[value]) })),
    ),
    { as: 'line', name: 'unit', width: 'short', label: t('indicators.field.measure'), optional, known: known('unit') },
    choice(
      'direction',
      indicatorDirections.map((value) => ({ value, label: t(directionLabels[value]) })),
    ),
    choice(
      'accumulation',
      accumulations.map((value) => ({ value, label: t(accumulationLabels[value]) })),
    ),
    text('definition', 4),
    {
      as: 'line',
      name: 'formula',
      width: 'full',
      label: t('indicators.field.formula'),
      help: t('indicators.help.formula'),
      optional,
      known: formula,
    },
    line('source'),
    line('producer'),
    text('method', 3),
    {
      as: 'text',
      name: 'dimensions',
      rows: 3,
      label: t('indicators.field.dimensions'),
      help: t('indicators.help.dimensions'),
      optional,
      known: current?.dimensions.join('\n') ?? '',
    },
    line('owner'),
    line('horizon'),
    { as: 'text', name: 'note', rows: 2, label: t('indicators.field.note'), optional, known: note ?? '' },
  ]
}
