import { ButtonLink } from '@/components/ui/button'
import type { Words } from '@/lib/platform/words'
import { countStates, type Round } from '@/lib/rounds/model'
import { queueAddress } from '@/lib/rounds/queue/addresses'
import { isUnsent } from '@/lib/rounds/reminders/model'

/** From the round to the reports that wait, and down to those that are missing, for those who run the round. */
export function QueueLink({ t, project, round }: { t: Words; project: string; round: Round }) {
  if (round.rows.length === 0 || !round.may.manage) return null
  const unsent = round.state === 'open' ? round.rows.filter(isUnsent).length : 0
  return (
    <p className="actions mb-6">
      <ButtonLink href={queueAddress(project, round.periodKey)}>
        {t('reviewQueue.open', { count: countStates(round.rows).waiting })}
      </ButtonLink>
      {unsent > 0 && <ButtonLink href="#unsent">{t('reviewQueue.unsent.goTo', { count: unsent })}</ButtonLink>}
    </p>
  )
}
