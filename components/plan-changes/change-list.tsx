import { changeTitle, decidedText, stateCell, unitCell } from '@/components/plan-changes/change-texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import type { Cell, CellParts } from '@/components/ui/table-model'
import { TextInput } from '@/components/ui/text-input'
import { planChangeAddress, proposalAddress } from '@/lib/plan-changes/addresses'
import { filterPlanChanges, type PlanChangeFilter, planChangeQuery } from '@/lib/plan-changes/filters/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { countDecisions, type PlanChangeRow, planChangeStates } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'
import { planChangesAddress } from '@/lib/projects/addresses'
import { formatAmount, formatDate } from '@/lib/values/format'
import type { PlaceChoices } from '@/lib/work-packages/choices/model'
import { titleOf } from '@/lib/work-packages/model'

type Props = {
  t: Words
  project: { key: string }
  changes: readonly PlanChangeRow[]
  choices: PlaceChoices
  filter: PlanChangeFilter
  proposes: boolean
}

/** Changes of the plan: what, of which unit, when decided, and where each stands. */
export function ChangeList({ t, project, changes, choices, filter, proposes }: Props) {
  if (changes.length === 0) {
    return (
      <EmptyState
        title={t('planChanges.none')}
        actions={
          proposes && (
            <ButtonLink kind="primary" href={proposalAddress(project.key)}>
              {t('planChanges.propose')}
            </ButtonLink>
          )
        }
      >
        {t(proposes ? 'planChanges.noneHelp' : 'planChanges.noneReader')}
      </EmptyState>
    )
  }
  const shown = filterPlanChanges(changes, filter)
  const sides = shown.some(hasSides)
  const columns = ['change', 'unit', ...(sides ? (['from', 'to'] as const) : []), 'decided', 'state'] as const
  return (
    <>
      <Filters t={t} project={project} changes={changes} choices={choices} filter={filter} />
      <DataTable
        caption={t('planChanges.list', { count: shown.length, decisions: countDecisions(shown) })}
        columns={columns.map((key) => ({ key, header: t(`planChanges.column.${key}`) }))}
        rows={shown.map((change) => ({ key: change.id, cells: cellsOf(t, project.key, change, { choices, sides }) }))}
        empty={<EmptyState title={t('planChanges.noMatches')}>{t('planChanges.noMatchesHelp')}</EmptyState>}
      />
    </>
  )
}

function Filters({ t, project, changes, choices, filter }: Omit<Props, 'proposes'>) {
  const units = choices.units.filter(({ id }) => changes.some(({ workPackageId }) => workPackageId === id))
  const all = t('planChanges.filter.all')
  return (
    <FilterBar
      label={t('planChanges.filter.label')}
      apply={t('ui.apply')}
      clear={planChangeQuery(filter) ? { label: t('ui.clear'), href: planChangesAddress(project.key) } : undefined}
    >
      <Select
        id="state"
        name="state"
        label={t('planChanges.column.state')}
        empty={all}
        defaultValue={filter.state}
        options={planChangeStates.map((state) => ({ value: state, label: t(planChangeStateLabels[state]) }))}
      />
      <Select
        id="unit"
        className="input max-w-72"
        name="unit"
        label={t('planChanges.column.unit')}
        empty={all}
        defaultValue={filter.unit}
        options={units.map((unit) => ({ value: unit.id, label: titleOf(unit) }))}
      />
      <TextInput id="text" name="text" label={t('planChanges.filter.text')} width="short" defaultValue={filter.text} />
    </FilterBar>
  )
}

function hasSides({ oldText, newText, oldAmount, newAmount }: PlanChangeRow): boolean {
  return [oldText, newText, oldAmount, newAmount].some((side) => side !== null)
}

type Shown = { choices: PlaceChoices; sides: boolean }

function cellsOf(t: Words, projectKey: string, change: PlanChangeRow, { choices, sides }: Shown): Cell[] {
  const { oldAmount, newAmount, oldText, newText, decided, inForceFrom } = change
  return [
    { text: changeTitle(change), href: planChangeAddress(projectKey, change.id), note: change.what ?? undefined },
    unitCell(t, change, choices),
    ...(sides ? [sideCell(t, oldText, oldAmount), sideCell(t, newText, newAmount)] : []),
    decided.map((one) => decidedText(t, one)).join(', ') || { text: t('planChanges.notDecided'), unknown: true },
    {
      ...stateCell(t, change.state),
      note: inForceFrom ? t('planChanges.inForceFrom', { day: formatDate(inForceFrom, t.locale) }) : undefined,
    },
  ]
}

/** One side of the change: its text, its amount, or both. */
function sideCell(t: Words, text: string | null, amount: string | null): CellParts {
  const money = amount === null ? null : formatAmount(amount, t.locale)
  if (text === null) return money === null ? { text: t('planChanges.notTold'), unknown: true } : { text: money }
  return { text, note: money ?? undefined }
}
