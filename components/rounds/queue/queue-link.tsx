import { ButtonLink } from '@/components/ui/button'
import type { Words } from '@/lib/platform/words'
import { countStates, type Round } from '@/lib/rounds/model'
import { queueAddress } from '@/lib/rounds/queue/addresses'

/** From the round to the reports that wait, for those who run the round. */
export function QueueLink({ t, project, round }: { t: Words; project: string; round: Round }) {
  if (round.rows.length === 0 || !round.may.manage) return null
  return (
    <p className="mb-6">
      <ButtonLink href={queueAddress(project, round.periodKey)}>
        {t('reviewQueue.open', { count: countStates(round.rows).waiting })}
      </ButtonLink>
    </p>
  )
}
