import { shortcutKeys, shortcutWords } from '@/components/rounds/queue/shortcut-words'
import { Shortcuts } from '@/components/rounds/queue/shortcuts'
import { ButtonLink } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { Words } from '@/lib/platform/words'
import { countStates, type Round, type RoundRow } from '@/lib/rounds/model'
import { queueAddress } from '@/lib/rounds/queue/addresses'
import type { QueueAddress, QueueView } from '@/lib/rounds/queue/model'

type Props = { t: Words; project: string; round: Round; view: QueueView; address: QueueAddress; shortcuts: boolean }

/** How far the round is and where in the queue we are; stays in sight while a report is read. */
export function QueueBar({ t, project, round, view, address, shortcuts }: Props) {
  const { done, all } = countStates(round.rows)
  const to = (row: RoundRow) => queueAddress(project, round.periodKey, { filter: address.filter, unit: row.unitId })
  const place =
    view.place === null
      ? t('reviewQueue.placeNone', { all: view.waiting.length })
      : t('reviewQueue.place', { place: view.place, all: view.waiting.length })
  return (
    <div className="stays-above -mx-1 mb-6 flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-page px-1 py-2">
      <div className="min-w-40 font-semibold tabular-nums [&>.progress]:mb-0">
        <Progress id="queue-progress" label={t('reviewQueue.progress', { done, all })} value={done} max={all} />
      </div>
      <span id="queue-place" className="text-small text-muted tabular-nums">
        {place}
      </span>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {view.previous && (
          <ButtonLink small href={to(view.previous)} data-shortcut="k" aria-keyshortcuts={shortcuts ? 'k' : undefined}>
            {t('reviewQueue.previous')}
          </ButtonLink>
        )}
        {view.next && (
          <ButtonLink small href={to(view.next)} data-shortcut="j" aria-keyshortcuts={shortcuts ? 'j' : undefined}>
            {t('reviewQueue.next')}
          </ButtonLink>
        )}
        <Shortcuts on={shortcuts} keys={shortcutKeys(t)} words={shortcutWords(t)} />
      </div>
    </div>
  )
}
