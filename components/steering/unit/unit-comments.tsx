import type { UnitProps } from '@/components/steering/unit/model'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { roleLabels } from '@/lib/access/labels'
import { roles } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody, SnapshotThread, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { sectionOfPlace } from '@/lib/status-reports/comments/model'
import { readPath } from '@/lib/status-reports/fields/model'
import { sectionLabels } from '@/lib/status-reports/labels'
import { formatDateTime } from '@/lib/values/format'

/** Comments on the report that the steering group was meant to read; nothing when there are none. Writers by role. */
export function UnitComments({ t, body, unit }: UnitProps) {
  const threads = unit.report?.comments ?? []
  if (threads.length === 0) return null
  return (
    <Section id="comments" title={t('comments.steering.title')} intro={t('comments.steering.intro')}>
      <div className="board-texts">
        {threads.map((thread) => (
          <Thread key={thread.threadId} t={t} thread={thread} place={placeOf(t, body, unit, thread.path)} />
        ))}
      </div>
    </Section>
  )
}

function Thread({ t, thread, place }: { t: Words; thread: SnapshotThread; place: string }) {
  return (
    <div id={`thread-${thread.threadId}`}>
      <h3>{place}</h3>
      <Tag tone={thread.resolved ? 'neutral' : 'info'}>
        {t(thread.resolved ? 'comments.settled' : 'comments.unsettled')}
      </Tag>
      {thread.comments.map((comment) => (
        <div key={comment.id}>
          <p className="board-quiet">
            {t('comments.steering.author', {
              role: roleName(t, comment.role),
              time: formatDateTime(comment.at, t.locale),
            })}
          </p>
          <p className="board-text">{comment.text}</p>
        </div>
      ))}
    </div>
  )
}

function roleName(t: Words, role: string | null): string {
  const known = roles.find((one) => one === role)
  return known ? t(roleLabels[known]) : t('comments.steering.unknownRole')
}

/** The section, and what in it the comment is about. */
function placeOf(t: Words, body: SnapshotBody, unit: SnapshotUnit, path: string): string {
  const section = sectionOfPlace(path)
  const address = readPath(path)
  const subject =
    unit.actions.find(({ id }) => id === address?.actionId)?.title ??
    body.indicators.find(({ id }) => id === address?.indicatorId)?.name ??
    body.toimintamallit.find(({ id }) => id === address?.toimintamalliId)?.name
  return [section && t(sectionLabels[section]), subject].filter(Boolean).join(': ')
}
