import { MarkForm } from '@/components/rounds/queue/mark-form'
import { LightMark } from '@/components/status-reports/light-mark'
import type { Words } from '@/lib/platform/words'
import { filterQuery } from '@/lib/rounds/filters/model'
import type { RoundRow } from '@/lib/rounds/model'
import { approveManyAddress, queueAddress } from '@/lib/rounds/queue/addresses'
import { markText, type Queue, type QueueAddress, type QueueView } from '@/lib/rounds/queue/model'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; project: string; queue: Queue; view: QueueView; address: QueueAddress }

/** The reports that wait, each with a link to it and a check box for approving many. Nothing when none waits. */
export function QueueList({ t, project, queue, view, address }: Props) {
  if (view.waiting.length === 0) return null
  const { periodKey, periodId } = queue.round
  return (
    <section id="waiting" aria-labelledby="waiting-title" className="xl:sticky xl:top-20 xl:self-start">
      <h2 id="waiting-title" className="text-h3">
        {t('reviewQueue.list', { count: view.waiting.length })}
      </h2>
      <MarkForm
        action={approveManyAddress(project, periodKey)}
        values={{ filter: filterQuery(address.filter) }}
        keep={`queue:${periodId}`}
        words={{
          send: t('reviewQueue.approveMarked'),
          sendCount: t('reviewQueue.approveMarkedCount', { count: '{count}' }),
        }}
      >
        <ol className="mt-2 max-h-72 overflow-y-auto border-y border-line xl:max-h-[calc(100dvh-14rem)]">
          {view.waiting.map((row) => (
            <Item key={row.unitId} t={t} row={row} queue={queue} current={row === view.chosen} href={to(row)} />
          ))}
        </ol>
      </MarkForm>
    </section>
  )

  function to({ unitId }: RoundRow): string {
    return queueAddress(project, periodKey, { filter: address.filter, unit: unitId })
  }
}

type ItemProps = { t: Words; row: RoundRow; queue: Queue; current: boolean; href: string }

function Item({ t, row, queue, current, href }: ItemProps) {
  const brief = queue.briefs.get(row.unitId)
  const sent = brief?.sent
  return (
    <li className={`flex gap-2 border-b border-line px-2 py-2 last:border-b-0 ${current ? 'bg-selected' : ''}`}>
      {row.report && (
        <input
          type="checkbox"
          name="marks"
          className="mt-1 size-6 flex-none"
          value={markText({ unitId: row.unitId, version: row.report.version })}
          aria-label={t('reviewQueue.mark', { unit: row.title })}
          data-unit={row.title}
          data-shortcut={current ? 'x' : undefined}
        />
      )}
      <div className="min-w-0 text-small">
        <a href={href} aria-current={current ? 'true' : undefined} className="inline-block py-0.5">
          {row.title}
        </a>
        <div className="flex flex-wrap gap-x-3 text-tiny text-muted">
          {queue.round.usesLights && <LightMark t={t} light={row.light} />}
          {brief && brief.openThreads > 0 && <span>{t('reviewQueue.openComments', { count: brief.openThreads })}</span>}
          {sent && (
            <span>
              {sent.again ? `${t('reviewQueue.again')} ` : ''}
              {formatDateTime(sent.at, t.locale)}
            </span>
          )}
        </div>
      </div>
    </li>
  )
}
