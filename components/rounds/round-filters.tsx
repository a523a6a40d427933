import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Words } from '@/lib/platform/words'
import { roundAddress } from '@/lib/projects/addresses'
import { filterQuery, type RoundFilter } from '@/lib/rounds/filters/model'
import { roundLightLabels, unitStateLabels } from '@/lib/rounds/labels'
import { type Round, roundLights, type UnitState } from '@/lib/rounds/model'
import { reportStates } from '@/lib/status-reports/model'
import { sortedBy } from '@/lib/values/sort'

type Props = {
  t: Words
  project: string
  round: Round
  filter: RoundFilter
  /** Where the page is that is filtered, and the states it shows; the round with all of them when not given */
  only?: { address: string; states: readonly UnitState[] }
}

/** Filters of the round; they live in the address. */
export function RoundFilters({ t, project, round, filter, only }: Props) {
  if (round.rows.length === 0) return null
  const all = t('rounds.filter.all')
  const states: readonly UnitState[] = only?.states ?? [...reportStates, 'no_report']
  const groups = (only ? [] : ['waiting', 'open', 'late']).map((state) => ({
    value: state,
    label: t(`rounds.filter.${state}`),
  }))
  const investments = new Map(
    round.rows.flatMap(({ investment }) => (investment ? [[investment.id, investment.title]] : [])),
  )
  const writers = sortedBy(
    [...new Set(round.rows.flatMap(({ coordinators }) => coordinators))],
    (name) => name,
    t.locale,
  )
  const given = filterQuery(filter) !== ''
  return (
    <FilterBar
      label={t('rounds.filter.label')}
      apply={t('ui.apply')}
      clear={
        given ? { label: t('ui.clear'), href: only?.address ?? roundAddress(project, round.periodKey) } : undefined
      }
    >
      <Select
        id="state"
        name="state"
        label={t('rounds.column.state')}
        empty={all}
        defaultValue={filter.state}
        options={[...groups, ...states.map((state) => ({ value: state, label: t(unitStateLabels[state]) }))]}
      />
      {round.usesLights && (
        <Select
          id="light"
          name="light"
          label={t('rounds.column.light')}
          empty={all}
          defaultValue={filter.light}
          options={roundLights.map((light) => ({ value: light, label: t(roundLightLabels[light]) }))}
        />
      )}
      <Select
        id="investment"
        className="input max-w-72"
        name="investment"
        label={t('rounds.column.investment')}
        empty={all}
        defaultValue={filter.investment}
        options={[...investments].map(([value, label]) => ({ value, label }))}
      />
      <Select
        id="who"
        name="who"
        label={t('rounds.column.who')}
        empty={all}
        defaultValue={filter.who}
        options={writers.map((name) => ({ value: name, label: name }))}
      />
      <TextInput id="text" name="text" label={t('rounds.filter.text')} width="short" defaultValue={filter.text} />
    </FilterBar>
  )
}
