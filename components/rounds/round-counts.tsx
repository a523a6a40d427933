import { Progress } from '@/components/ui/progress'
import type { Words } from '@/lib/platform/words'
import { roundAddress } from '@/lib/projects/addresses'
import { filterQuery } from '@/lib/rounds/filters/model'
import { countStates, type Round } from '@/lib/rounds/model'

type Props = { t: Words; project: string; round: Round }

/** How far the round is; each count leads to its rows. */
export function RoundCountsRow({ t, project, round }: Props) {
  const counts = countStates(round.rows)
  if (counts.all === 0) return null
  const href = (state: string) => `${roundAddress(project, round.periodKey)}${filterQuery({ state })}`
  const links = [
    { state: 'waiting', text: t('rounds.count.waiting', { count: counts.waiting }), count: counts.waiting },
    { state: 'returned', text: t('rounds.count.returned', { count: counts.returned }), count: counts.returned },
    { state: 'draft', text: t('rounds.count.draft', { count: counts.draft }), count: counts.draft },
    {
      state: 'not_started',
      text: t('rounds.count.notStarted', { count: counts.not_started }),
      count: counts.not_started,
    },
    { state: 'no_report', text: t('rounds.count.noReport', { count: counts.no_report }), count: counts.no_report },
    { state: 'late', text: t('rounds.count.late', { count: counts.late }), count: counts.late },
  ].filter(({ count }) => count > 0)
  return (
    <div className="mb-6 flex flex-wrap items-end gap-x-10 gap-y-4">
      <div className="min-w-64">
        <Progress
          id="round-progress"
          label={t('rounds.progress', { done: counts.done, all: counts.all })}
          value={counts.done}
          max={counts.all}
        />
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-1" aria-label={t('rounds.counts')}>
        {links.map(({ state, text }) => (
          <li key={state}>
            <a className="inline-block py-1" href={href(state)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
