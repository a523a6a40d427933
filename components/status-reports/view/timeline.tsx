import { placeNamed } from '@/components/status-reports/differences/place-names'
import { formSections } from '@/components/status-reports/form/shape'
import { EventList } from '@/components/ui/event-list'
import { Section } from '@/components/ui/section'
import { askedOf } from '@/lib/indicators/readings/model'
import type { Words } from '@/lib/platform/words'
import { eventAnchor } from '@/lib/status-reports/addresses'
import { changedFigure, type ReportCorrection } from '@/lib/status-reports/corrections/model'
import { reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { eventLabels, sectionLabels } from '@/lib/status-reports/labels'
import type { ReportEventRow, ReportView } from '@/lib/status-reports/views/model'
import { formatDateTime } from '@/lib/values/format'

/** What has happened to the report, newest first. */
export function Timeline({ t, report }: { t: Words; report: ReportView }) {
  return (
    <Section id="history" title={t('statusReports.view.history')}>
      <EventList
        label={t('statusReports.view.history')}
        events={report.events.toReversed().map((event) => ({
          key: String(event.seq),
          id: eventAnchor(event.id),
          time: formatDateTime(event.at, t.locale),
          dateTime: event.at,
          by: event.by ?? t('statusReports.system'),
          title: t(eventLabels[event.type]),
          children: event.reason && <Told t={t} report={report} event={event} reason={event.reason} />,
        }))}
      />
    </Section>
  )
}

type ToldProps = { t: Words; report: ReportView; event: ReportEventRow; reason: string }

/** Why, and which places it concerns: opened ones, or the figure that was corrected. */
function Told({ t, report, event, reason }: ToldProps) {
  const place = event.correction ? correctedFigure(t, event.correction, report) : openedText(t, event, report)
  return (
    <>
      {event.correction && <p>{place}</p>}
      <p className="max-w-text whitespace-pre-line">{reason}</p>
      {!event.correction && place && <p className="text-small text-muted">{place}</p>}
    </>
  )
}

function correctedFigure(t: Words, correction: ReportCorrection, report: ReportView): string {
  const current = report.indicators.find(({ id }) => id === correction.indicatorId)?.current
  const asked = askedOf(current)
  return changedFigure(t, correction, { name: current?.name ?? t(sectionLabels.indicators), asked })
}

function openedText(t: Words, { type, opens }: ReportEventRow, report: ReportView): string | null {
  if (type !== 'reopened') {
    return opens.length > 0 ? t('statusReports.view.opened', { places: openedPlaces(t, opens, report) }) : null
  }
  if (opens.length === 0) return t('corrections.timeline.all')
  const sections = reportSections.filter((section) =>
    opens.some((path) => path.startsWith(`${sectionPaths[section]}/`)),
  )
  return t('corrections.timeline.texts', { places: sections.map((section) => t(sectionLabels[section])).join('; ') })
}

/** Names of the sections, single subjects and fields that a return opened. */
function openedPlaces(t: Words, opens: readonly string[], report: ReportView): string {
  const sections = formSections(t, { ...report, opens: null })
  return [...new Set(opens.map((path) => placeNamed(sections, path).label))].join('; ')
}
