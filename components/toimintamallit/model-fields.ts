import type { RecordField } from '@/components/ui/record-fields'
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
    as: 'choice',
    name,
    label: label(`column.${column}`),
    known: model?.[name] ?? '',
    options: uses,
    empty,
    ...(name === 'takenIntoUse' && { help: help('taken') }),
  })
  return [
    { as: 'line', name: 'name', label: label('column.name'), known: model?.name ?? '', width: 'full' },
    {
      as: 'choice',
      name: 'workPackageId',
      label: label('column.unit'),
      known: model?.workPackageId ?? '',
      options: plan.units.map(({ id, title }) => ({ value: id, label: title })),
      empty: isNeeded ? t('toimintamallit.chooseUnit') : empty,
    },
    {
      as: 'choices',
      name: 'investmentIds',
      label: label('column.investments'),
      help: help('investments'),
      optional,
      known: model?.investmentIds.join(',') ?? '',
      options: plan.investments
        .filter(({ id }) => plan.offered.includes(id) || model?.investmentIds.includes(id))
        .map(({ id, label: text }) => ({ value: id, label: text })),
    },
    {
      as: 'choice',
      name: 'described',
      label: label('described'),
      known: model?.described === true ? 'yes' : model?.described === false ? 'no' : '',
      options: uses.filter(({ value }) => value !== 'partly'),
      empty,
    },
    {
      as: 'line',
      name: 'innokylaUrl',
      label: label('address'),
      help: help('address'),
      optional,
      known: model?.innokylaUrl ?? '',
      width: 'full',
    },
    { as: 'line', name: 'titleTag', label: label('tag'), help: help('tag'), optional, known: model?.titleTag ?? '' },
    use('piloted', 'piloted'),
    use('takenIntoUse', 'taken'),
    use('stayedInUse', 'stayed'),
    { as: 'text', name: 'statusText', label: label('status'), optional, known: model?.statusText ?? '', rows: 3 },
    ...resultFields(t, model),
    {
      as: 'line',
      name: 'ownerAfterProject',
      label: label('owner'),
      help: help('owner'),
      optional,
      known: model?.ownerAfterProject ?? '',
    },
    { as: 'text', name: 'note', label: label('note'), optional, known: model?.note ?? '', rows: 3 },
  ]
}

function resultFields(t: Words, model: ToimintamalliRow | null): RecordField[] {
  const label = (name: string) => t(`toimintamallit.${name}`)
  const lines = t('toimintamallit.help.lines')
  const optional = t('ui.optional')
  const states = goalStates.filter((state) => state !== 'unknown')
  return [
    { as: 'text', name: 'goals', label: label('goals'), help: lines, optional, known: model?.goals.join('\n') ?? '' },
    {
      as: 'choice',
      name: 'goalMet',
      label: label('goalMet'),
      known: model?.goalMet === 'unknown' ? '' : (model?.goalMet ?? ''),
      options: states.map((value) => ({ value, label: t(goalStateLabels[value]) })),
      empty: t(goalStateLabels.unknown),
    },
    {
      as: 'text',
      name: 'goalMetBasis',
      label: label('goalMetBasis'),
      optional,
      known: model?.goalMetBasis ?? '',
      rows: 2,
    },
    {
      as: 'text',
      name: 'results',
      label: label('results'),
      help: lines,
      optional,
      known: model?.results.join('\n') ?? '',
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
