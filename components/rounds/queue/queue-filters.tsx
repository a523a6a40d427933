import { RoundFilters } from '@/components/rounds/round-filters'
import { Disclosure } from '@/components/ui/disclosure'
import type { Words } from '@/lib/platform/words'
import { filterQuery, type RoundFilter } from '@/lib/rounds/filters/model'
import type { Round } from '@/lib/rounds/model'
import { queueAddress } from '@/lib/rounds/queue/addresses'
import type { QueueView } from '@/lib/rounds/queue/model'

type Props = { t: Words; project: string; round: Round; view: QueueView; filter: RoundFilter }

/** The round's filters, for what waits; open while something is filtered. Nothing when nothing waits. */
export function QueueFilters({ t, project, round, view, filter }: Props) {
  if (view.allWaiting === 0) return null
  const only = { address: queueAddress(project, round.periodKey), states: ['submitted', 'in_review'] } as const
  return (
    <Disclosure summary={t('rounds.filter.label')} open={filterQuery(filter) !== ''}>
      <RoundFilters t={t} project={project} round={round} filter={filter} only={only} />
    </Disclosure>
  )
}
