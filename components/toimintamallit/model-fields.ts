import type { RecordField } from '@/components/projects/record-fields'
import type { Words } from '@/lib/platform/words'
import { goalStateLabels, useStateLabels } from '@/lib/toimintamallit/labels'
import { goalStates, type ToimintamalliRow, useStates } from '@/lib/toimintamallit/model'
import type { Plan } from '@/lib/toimintamallit/register/model'

/** Fields of the form of a model; a new one has nothing in them. */
export function modelFields(t: Words, model: ToimintamalliRow | null, plan: Plan, isNeeded: boolean): RecordField[] {
  const label = (name: string) => t(`toimintamallit.${name}`)
  const help = (name: string) => t(`toimintamallit.help.${name}`)
  const optional = t('ui.optional')
  const empty = t('toimintamallit.use.unknown')
  const uses = useStates.map((value) => ({ value, label: t(useStateLabels[value]) }))
  const use = (name: 'piloted' | 'takenIntoUse' | 'stayedInUse', column: string): RecordField => ({
    kind: 'select',
    name,
    label: label(`column.${column}`),
    value: model?.[name] ?? '',
    options: uses,
    empty,
    ...(name === 'takenIntoUse' && { help: help('taken') }),
  })
  return [
    { kind: 'text', name: 'name', label: label('column.name'), value: model?.name ?? '', width: 'full' },
    {
      kind: 'select',
      name: 'workPackageId',
      label: label('column.unit'),
      value: model?.workPackageId ?? '',
      options: plan.units.map(({ id, title }) => ({ value: id, label: title })),
      empty: isNeeded ? t('toimintamallit.chooseUnit') : empty,
    },
    {
      kind: 'checks',
      name: 'investmentIds',
      label: label('column.investments'),
      help: help('investments'),
      optional,
      value: model?.investmentIds.join(',') ?? '',
      options: plan.investments
        .filter(({ id }) => plan.offered.includes(id) || model?.investmentIds.includes(id))
        .map(({ id, label: text }) => ({ value: id, label: text })),
    },
    {
      kind: 'select',
      name: 'described',
      label: label('described'),
      value: model?.described === true ? 'yes' : model?.described === false ? 'no' : '',
      options: uses.filter(({ value }) => value !== 'partly'),
      empty,
    },
    {
      kind: 'text',
      name: 'innokylaUrl',
      label: label('address'),
      help: help('address'),
      optional,
      value: model?.innokylaUrl ?? '',
      width: 'full',
    },
    { kind: 'text', name: 'titleTag', label: label('tag'), help: help('tag'), optional, value: model?.titleTag ?? '' },
    use('piloted', 'piloted'),
    use('takenIntoUse', 'taken'),
    use('stayedInUse', 'stayed'),
    { kind: 'area', name: 'statusText', label: label('status'), optional, value: model?.statusText ?? '', rows: 3 },
    ...resultFields(t, model),
    {
      kind: 'text',
      name: 'ownerAfterProject',
      label: label('owner'),
      help: help('owner'),
      optional,
      value: model?.ownerAfterProject ?? '',
    },
    { kind: 'area', name: 'note', label: label('note'), optional, value: model?.note ?? '', rows: 3 },
  ]
}

function resultFields(t: Words, model: ToimintamalliRow | null): RecordField[] {
  const label = (name: string) => t(`toimintamallit.${name}`)
  const lines = t('toimintamallit.help.lines')
  const optional = t('ui.optional')
  const states = goalStates.filter((state) => state !== 'unknown')
  return [
    { kind: 'area', name: 'goals', label: label('goals'), help: lines, optional, value: model?.goals.join('\n') ?? '' },
    {
      kind: 'select',
      name: 'goalMet',
      label: label('goalMet'),
      value: model?.goalMet === 'unknown' ? '' : (model?.goalMet ?? ''),
      options: states.map((value) => ({ value, label: t(goalStateLabels[value]) })),
      empty: t(goalStateLabels.unknown),
    },
    {
      kind: 'area',
      name: 'goalMetBasis',
      label: label('goalMetBasis'),
      optional,
      value: model?.goalMetBasis ?? '',
      rows: 2,
    },
    {
      kind: 'area',
      name: 'results',
      label: label('results'),
      help: lines,
      optional,
      value: model?.results.join('\n') ?? '',
    },
  ]
}

/** Messages that the fields can give. */
export const modelErrors = [
  'toimintamallit.error.name',
  'toimintamallit.error.tooLong',
  'toimintamallit.error.address',
  'toimintamallit.error.notInProject',
] as const
