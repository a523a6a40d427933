import { EventList } from '@/components/ui/event-list'
import { reportEventLabels } from '@/lib/final-report/labels'
import type { LifeEvent } from '@/lib/final-report/life/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

/** What has happened to the report, the newest first. */
export function LifeEvents({ t, events }: { t: Words; events: readonly LifeEvent[] }) {
  if (events.length === 0) return <p>{t('finalReport.life.nothingYet')}</p>
  return (
    <EventList
      label={t('finalReport.life.events')}
      events={events.toReversed().map(({ id, type, by, at, reason, decision }) => ({
        key: id,
        time: formatDateTime(at, t.locale),
        dateTime: at,
        by: by ?? undefined,
        title: t(reportEventLabels[type]),
        children: [decision, reason].filter(Boolean).map((text) => (
          <p key={text} className="max-w-text text-small">
            {text}
          </p>
        )),
      }))}
    />
  )
}
