import { toldId } from '@/components/rounds/queue/told'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'
import { roundAddress } from '@/lib/projects/addresses'
import { chosenId, queueAddress } from '@/lib/rounds/queue/addresses'
import type { QueueView } from '@/lib/rounds/queue/model'

type Props = { t: Words; project: string; period: string; view: QueueView }

/** Nothing to review: because nothing waits, because the filter leaves nothing, or because the unit has no report. */
export function QueueEmpty({ t, project, period, view }: Props) {
  const filtered = view.waiting.length === 0 && view.allWaiting > 0
  const title = view.chosen ? 'noReport' : filtered ? 'filtered' : 'title'
  return (
    <div>
      <h2 id={chosenId} tabIndex={-1} aria-describedby={toldId} className="sr-only">
        {t('reviewQueue.crumb')}
      </h2>
      <EmptyState
        title={t(`reviewQueue.empty.${title}`)}
        actions={
          <>
            {view.allWaiting > 0 && (
              <ButtonLink href={queueAddress(project, period)}>{t('reviewQueue.empty.showAll')}</ButtonLink>
            )}
            <ButtonLink href={roundAddress(project, period)}>{t('reviewQueue.empty.toRound')}</ButtonLink>
          </>
        }
      >
        {filtered ? t('reviewQueue.empty.filteredHelp', { count: view.allWaiting }) : t('reviewQueue.empty.help')}
      </EmptyState>
    </div>
  )
}
