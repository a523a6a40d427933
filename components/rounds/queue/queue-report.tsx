import { Changes } from '@/components/rounds/queue/changes'
import { Decision, type QueueActions } from '@/components/rounds/queue/decision'
import { toldId } from '@/components/rounds/queue/told'
import { RoundLightMark } from '@/components/rounds/round-light'
import { SincePanel } from '@/components/status-reports/differences/since-panel'
import { StateTag } from '@/components/status-reports/state-tag'
import { ReportNotes } from '@/components/status-reports/view/report-notes'
import { ReportSections } from '@/components/status-reports/view/report-sections'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { roundLightOf } from '@/lib/rounds/model'
import { chosenId } from '@/lib/rounds/queue/addresses'
import { reportAddress } from '@/lib/status-reports/addresses'
import { eventLabels } from '@/lib/status-reports/labels'
import { isWaiting } from '@/lib/status-reports/model'
import { findingLabels } from '@/lib/status-reports/review/labels'
import type { WaitingBrief } from '@/lib/status-reports/review/model'
import { lightOf, type ReportView } from '@/lib/status-reports/views/model'
import { formatDateTime } from '@/lib/values/format'
import { titleOf } from '@/lib/work-packages/model'

type Props = {
  t: Words
  project: string
  filter: string
  report: ReportView
  brief: WaitingBrief | null
  actions: QueueActions
  /** What was just done stands above: it should stay in sight when the heading is scrolled to */
  told: boolean
}

/** The chosen report as its reviewer needs it: light and reason, what stands out, the decision, what changed, and all of it. */
export function QueueReport({ t, project, filter, report, brief, actions, told }: Props) {
  const address = reportAddress(project, report.period.key, report.unit.id)
  const waits = isWaiting(report.state)
  const light = lightOf(report.fields)
  return (
    <article aria-labelledby={chosenId} className="min-w-0">
      <h2
        id={chosenId}
        tabIndex={-1}
        aria-describedby={`${toldId} queue-place`}
        className={told ? 'scroll-mt-56' : 'scroll-mt-28'}
      >
        {titleOf(report.unit)}
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {(report.settings.lights || light) && (
          <RoundLightMark t={t} light={roundLightOf({ light, state: report.state, report })} />
        )}
        <StateTag t={t} state={report.state} />
        {brief?.sent && (
          <span className="text-small text-muted">
            {t('reviewQueue.sentBy', {
              who: brief.sent.by ?? t('statusReports.system'),
              time: formatDateTime(brief.sent.at, t.locale),
            })}
          </span>
        )}
        <ButtonLink small href={address} data-shortcut="e">
          {t('reviewQueue.report')}
        </ButtonLink>
      </div>
      {report.fields['overall/reason']?.text && (
        <p className="mt-2 max-w-text">{report.fields['overall/reason'].text}</p>
      )}
      {waits ? <Noticed t={t} brief={brief} address={address} /> : <DealtWith t={t} report={report} />}
      {waits && (
        <Decision
          key={`${report.id}.${report.version}`}
          t={t}
          project={project}
          filter={filter}
          report={report}
          actions={actions}
        />
      )}
      {/* Which return it is compared with is chosen on the report's own page. */}
      <SincePanel t={t} report={{ ...report, copies: [] }} />
      <Changes t={t} project={project} report={report} />
      <ReportSections t={t} report={report} />
      <ReportNotes t={t} report={report} />
    </article>
  )
}

/** What the reviewer should know before deciding. */
function Noticed({ t, brief, address }: { t: Words; brief: WaitingBrief | null; address: string }) {
  if (brief === null) return null
  const { findings, openThreads } = brief
  return (
    <div className="mt-4 max-w-text border-l-4 border-line pl-4">
      <h3 className="text-body">{t('reviewQueue.findings')}</h3>
      <ul className="list-disc pl-5">
        {findings.length === 0 && <li>{t('reviewQueue.findingsNone')}</li>}
        {findings.map((finding) => (
          <li key={finding}>{t(findingLabels[finding])}</li>
        ))}
        <li>
          {t('reviewQueue.openComments', { count: openThreads })}
          {openThreads > 0 && (
            <>
              {' – '}
              <a href={address}>{t('reviewQueue.readComments')}</a>
            </>
          )}
        </li>
      </ul>
    </div>
  )
}

/** Somebody has approved, returned or taken back the report: says who and when, and the queue goes on. */
function DealtWith({ t, report }: { t: Words; report: ReportView }) {
  const event = report.events.findLast(({ type }) => type !== 'saved')
  return (
    <div className="mt-4">
      <Notice kind="info" word={t('reviewQueue.dealtWith')}>
        {event && (
          <p>
            {t('reviewQueue.dealtWithHelp', {
              what: t(eventLabels[event.type]),
              who: event.by ?? t('statusReports.system'),
              time: formatDateTime(event.at, t.locale),
            })}
          </p>
        )}
      </Notice>
    </div>
  )
}
