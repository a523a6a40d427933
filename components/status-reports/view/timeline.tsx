import { EventList } from '@/components/ui/event-list'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { eventLabels, sectionLabels } from '@/lib/status-reports/labels'
import type { ReportView } from '@/lib/status-reports/views/model'
import { formatDateTime } from '@/lib/values/format'

/** What has happened to the report, newest first. */
export function Timeline({ t, report }: { t: Words; report: ReportView }) {
  return (
    <Section id="history" title={t('statusReports.view.history')}>
      <EventList
        label={t('statusReports.view.history')}
        events={report.events.toReversed().map((event) => ({
          key: String(event.seq),
          time: formatDateTime(event.at, t.locale),
          dateTime: event.at,
          by: event.by ?? t('statusReports.system'),
          title: t(eventLabels[event.type]),
          children: event.reason && (
            <>
              <p className="max-w-text whitespace-pre-line">{event.reason}</p>
              {event.opens.length > 0 && (
                <p className="text-small text-muted">
                  {t('statusReports.view.opened', { places: openedPlaces(t, event.opens, report) })}
                </p>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** Names of the sections, actions and indicators that a return opened. */
function openedPlaces(t: Words, opens: readonly string[], report: ReportView): string {
  const names = opens.map((path) => {
    const [first = '', id = ''] = path.split('/')
    const section = reportSections.find((one) => sectionPaths[one] === first)
    const subject =
      report.actions.find((action) => action.id === id)?.title ??
      report.indicators.find((indicator) => indicator.id === id)?.current?.name ??
      report.toimintamallit.find((model) => model.id === id)?.name
    const name = section ? t(sectionLabels[section]) : path
    return subject ? `${name}: ${subject}` : name
  })
  return [...new Set(names)].join('; ')
}
