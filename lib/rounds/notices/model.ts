import { capabilities, type HeldRole, type Role } from '@/lib/access/model'
import { threadAnchor } from '@/lib/comments/model'
import { choicesAddress } from '@/lib/notifications/addresses'
import type { NotificationKind } from '@/lib/notifications/model'
import { planDocumentAddress } from '@/lib/plan/addresses'
import type { Words } from '@/lib/platform/words'
import { finalReportAddress, roundAddress } from '@/lib/projects/addresses'
import { filterQuery } from '@/lib/rounds/filters/model'
import { isUnsentReport } from '@/lib/rounds/notices/deadlines/model'
import { reportAddress, reportFormAddress } from '@/lib/status-reports/addresses'
import { isWaiting, type ReportState } from '@/lib/status-reports/model'
import { addDays } from '@/lib/values/calendar'
import { formatDate, formatQuarter } from '@/lib/values/format'
import { quarterParts } from '@/lib/values/time'

/** One thing that a person should know, with what it is about as that stands when the mail is written. */
export type News = {
  kind: NotificationKind
  project: { key: string; name: string }
  /** Empty: it is about a document */
  period: string | null
  /** Which document it is about, when it is about one */
  document: 'final_report' | 'project_plan'
  /** Empty: it is about the whole period */
  report: { unitId: string; title: string; state: ReportState; dueOn: string | null } | null
  threadId: string | null
  /** Reports of the period that are late */
  late: number
}

export type MailText = { subject: string; text: string }

/** Whether somebody with these roles may still see what the news of a project is about. */
export function maySee(held: readonly HeldRole[], projectId: string): boolean {
  const allowed: readonly Role[] = capabilities['report.read']
  return held.some((one) => allowed.includes(one.role) && (one.projectId === null || one.projectId === projectId))
}

const asksToWrite: readonly NotificationKind[] = [
  'returned',
  'reopened',
  'reminder',
  'due_in_7_days',
  'due_tomorrow',
  'late',
]
const asksToReview: readonly NotificationKind[] = ['submitted', 'resubmitted']

/** Whether it still holds: nobody is asked for what has been done since. */
export function isStillNews({ kind, report, late }: News): boolean {
  if (kind === 'late' && !report) return late > 0
  if (!report) return true
  if (asksToReview.includes(kind)) return isWaiting(report.state)
  return asksToWrite.includes(kind) ? isUnsentReport(report.state) : true
}

/** Where the news leads, as a path of this service. */
export function placeOfNews({ kind, project, period, document, report, threadId }: News): string {
  if (period === null) {
    return document === 'project_plan' ? planDocumentAddress(project.key) : finalReportAddress(project.key)
  }
  const late = kind === 'late' ? filterQuery({ state: 'late' }) : ''
  if (!report) return `${roundAddress(project.key, period)}${late}`
  if (threadId) return `${reportAddress(project.key, period, report.unitId)}#${threadAnchor(threadId)}`
  const address = asksToWrite.includes(kind) ? reportFormAddress : reportAddress
  return address(project.key, period, report.unitId)
}

/**
 * One mail with everything a person should know: what happened, to which unit and period, and where. It holds nothing that
 * people have written into reports or comments, and no names: a mail may be read by others.
 * @param place the address of the service, without a slash at the end, and today in Helsinki
 */
export function mailText(t: Words, news: readonly News[], place: Place): MailText {
  // What has become the same meanwhile is said once: a day's notice of a report that is late by now.
  const told = [...new Map(news.map((one) => [line(t, one, place) + where(one, place), one])).values()]
  const [first] = told
  if (!first) throw new Error('a mail without news')
  const subject =
    told.length === 1
      ? t('notifications.mail.subjectOne', { what: line(t, first, place) })
      : t('notifications.mail.subject', { count: told.length })
  const parts = [...Map.groupBy(told, ({ project }) => project.key).values()].map((own) => {
    const places = Map.groupBy(own, (one) => where(one, place))
    return [oneLine(own[0]?.project.name ?? ''), ...[...places].map(([at, all]) => paragraph(t, all, at, place))].join(
      '\n\n',
    )
  })
  const text = [
    t('notifications.mail.hello'),
    ...parts,
    `${t('notifications.mail.choices')}\n${place.appUrl}${choicesAddress}`,
    t('notifications.mail.end'),
  ].join('\n\n')
  return { subject, text: `${text}\n` }
}

type Place = { appUrl: string; today: string }

/** What happened at one place: a line for each, then where it is. */
function paragraph(t: Words, news: readonly News[], at: string, place: Place): string {
  return [...news.map((one) => `– ${line(t, one, place)}.`), at].join('\n')
}

/** What it is about, and the address. */
function where(news: News, { appUrl }: Place): string {
  const about = [news.report && oneLine(news.report.title), news.period && periodName(news.period)].filter(Boolean)
  return [...(about.length > 0 ? [about.join(', ')] : []), appUrl + placeOfNews(news)]
    .map((text) => `  ${text}`)
    .join('\n')
}

function line(t: Words, news: News, { today }: Place): string {
  const { kind, document, report, late } = news
  if (kind === 'section_given')
    return t(`notifications.line.${document === 'project_plan' ? 'planSectionGiven' : 'sectionGiven'}`)
  if (kind === 'late' && !report) return t('notifications.line.lateReports', { count: late })
  if (kind === 'due_in_7_days' || kind === 'due_tomorrow' || kind === 'late')
    return deadlineLine(t, report?.dueOn, today)
  return t(`notifications.line.${kind}`)
}

/** Told by the day on which it is written: a mail may have waited. */
function deadlineLine(t: Words, dueOn: string | null | undefined, today: string): string {
  if (!dueOn) return t('notifications.line.due')
  const date = formatDate(dueOn, t.locale)
  if (dueOn < today) return t('notifications.line.late', { date })
  if (dueOn === today) return t('notifications.line.dueToday', { date })
  return dueOn === addDays(today, 1)
    ? t('notifications.line.dueTomorrow', { date })
    : t('notifications.line.dueOn', { date })
}

const periodName = (key: string): string => (quarterParts(key) ? formatQuarter(key) : oneLine(key))

/** Names stand on one line: a break in one must not look like a part of the mail. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
