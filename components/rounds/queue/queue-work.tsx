import type { QueueActions } from '@/components/rounds/queue/decision'
import { FollowHeading } from '@/components/rounds/queue/follow-heading'
import { QueueEmpty } from '@/components/rounds/queue/queue-empty'
import { QueueList } from '@/components/rounds/queue/queue-list'
import { QueueReport } from '@/components/rounds/queue/queue-report'
import { Told } from '@/components/rounds/queue/told'
import type { Words } from '@/lib/platform/words'
import { filterQuery } from '@/lib/rounds/filters/model'
import { chosenId } from '@/lib/rounds/queue/addresses'
import type { Queue, QueueAddress, QueueView } from '@/lib/rounds/queue/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = {
  t: Words
  project: string
  queue: Queue
  view: QueueView
  address: QueueAddress
  /** The chosen report */
  report: ReportView | null
  actions: QueueActions
}

/** The list of what waits and, beside it, the report that is being reviewed. */
export function QueueWork({ t, project, queue, view, address, report, actions }: Props) {
  const { unit, done, left } = address
  const moved = unit !== null || done.length > 0 || left.length > 0
  return (
    <div className="grid gap-8 xl:grid-cols-[15rem_minmax(0,1fr)]">
      <QueueList t={t} project={project} queue={queue} view={view} address={address} />
      <div className="min-w-0">
        <Told t={t} project={project} round={queue.round} address={address} />
        {report ? (
          <QueueReport
            t={t}
            project={project}
            filter={filterQuery(address.filter)}
            report={report}
            brief={queue.briefs.get(report.unit.id) ?? null}
            actions={actions}
            told={done.length + left.length > 0}
          />
        ) : (
          <QueueEmpty t={t} project={project} period={queue.round.periodKey} view={view} />
        )}
      </div>
      {moved && <FollowHeading id={chosenId} mark={[report?.id, report?.version, ...done, ...left].join()} />}
    </div>
  )
}
