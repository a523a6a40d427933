import { emblemSvg } from '@/lib/charts/emblem'
import { attachmentFileAddress } from '@/lib/meetings/addresses'
import type { ItemRow } from '@/lib/meetings/agenda/model'
import type { AttachmentRow } from '@/lib/meetings/attachments/model'
import { concernKindLabels } from '@/lib/meetings/labels'
import type { AttendanceRow, MeetingFacts } from '@/lib/meetings/model'
import { type Named, nameless } from '@/lib/meetings/names/model'
import type { Locale } from '@/lib/platform/locales'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { formatDate, formatDateTime, formatPeriodKey } from '@/lib/values/format'

/** Minutes as they are printed: every word chosen, every day formatted. The file is drawn from this and from nothing else. */
export type MinutesDocument = {
  format: 1
  language: Locale
  title: string
  heading: string
  meeting: string
  project: string
  county: string
  programme: string
  statement: string
  emblem: { svg: string; alt: string }
  /** On every page while the minutes are not approved; null after that */
  mark: string | null
  /** What the reader must know first */
  notices: string[]
  facts: { term: string; text: string }[]
  words: { page: string; items: string; attendance: string; attachments: string }
  items: MinutesItem[]
  attendance: { columns: string[]; rows: string[][] } | null
  attachments: { columns: string[]; rows: { text: string; address?: string }[][] } | null
}

export type MinutesItem = {
  id: string
  heading: string
  notes: string[]
  passages: { label: string; text: string }[]
  discussion: { label: string; points: string[] } | null
  decisions: { label: string; text: string; notes: string[] }[]
  actionPoints: { label: string; points: string[] } | null
}

/** Draws minutes as a file. `replaced`: characters that no font could show, by code point. */
export type MinutesRenderer = (
  document: MinutesDocument,
  createdAt: Date,
) => Promise<{ pdf: Uint8Array; pages: number; replaced: string[] }>

/** `public` leaves personal data out: no names, and known names in the texts give way to roles. */
export type MinutesForm = 'full' | 'public'

export type MinutesSource = {
  project: ProjectHeader
  facts: MeetingFacts
  attendance: readonly AttendanceRow[]
  items: readonly ItemRow[]
  expected: ReadonlyMap<string, number>
  /** Names that other meetings of the project know; the public form leaves them out, too */
  names?: readonly Named[]
  /** The address people use, without a slash at the end */
  appUrl: string
}

/** Minutes of a meeting in the words' language. */
export function minutesDocument(t: Words, given: MinutesSource, form: MinutesForm): MinutesDocument {
  const { names, ...told } = given
  const source = form === 'public' ? nameless(told, names) : told
  const { project, facts, attendance, items } = source
  return {
    format: 1,
    language: t.locale,
    title: `${t('meetings.minutes.heading')}: ${facts.title}`,
    heading: t('meetings.minutes.heading'),
    meeting: facts.title,
    project: project.name,
    county: project.organisationName,
    programme: project.programme.name,
    statement: project.programme.statement[t.locale],
    emblem: { svg: emblemSvg(t('finalReport.emblem')), alt: t('finalReport.emblem') },
    mark: facts.state === 'approved' ? null : t('meetings.minutes.draftMark'),
    notices: [
      ...(facts.state === 'approved' ? [] : [t('meetings.minutes.draftNotice')]),
      ...(form === 'public' ? [t('meetings.minutes.publicNotice')] : []),
    ],
    facts: factsOf(t, facts),
    words: {
      page: t('finalReport.page'),
      items: t('meetings.agenda.title'),
      attendance: t('meetings.attendance.title'),
      attachments: t('meetings.field.attachments'),
    },
    items: items.map((item) => itemOf(t, source, item)),
    attendance: attendanceOf(t, attendance),
    attachments: attachmentsOf(t, source),
  }
}

/** The parts that say something, as data to travel with the file. */
export function minutesData({ emblem: _emblem, words: _words, ...said }: MinutesDocument): object {
  return said
}

function factsOf(t: Words, facts: MeetingFacts): MinutesDocument['facts'] {
  const { body, heldOn, dateAsWritten, timeAsWritten, place, period, chairRole, secretaryRole, note } = facts
  const day = heldOn ? formatDate(heldOn, t.locale) : dateAsWritten
  const known: [string, string | null][] = [
    ['meetings.field.body', body],
    ['meetings.field.heldOn', day ?? t('meetings.unknown')],
    ['meetings.field.time', timeAsWritten],
    ['meetings.field.place', place],
    ['meetings.field.period', period && formatPeriodKey(period.key, t.locale)],
    ['meetings.field.chair', chairRole],
    ['meetings.field.secretary', secretaryRole],
    ['meetings.field.note', note],
    ['meetings.minutes.checked', facts.checkedAt && formatDateTime(facts.checkedAt, t.locale)],
    ['meetings.minutes.approved', facts.approvedAt && formatDateTime(facts.approvedAt, t.locale)],
  ]
  return known.flatMap(([key, text]) => (text === null ? [] : [{ term: t(key), text }]))
}

function itemOf(t: Words, { expected }: MinutesSource, item: ItemRow): MinutesItem {
  const number = item.number ?? expected.get(item.id) ?? null
  const presenter = [item.presenterRole, item.presenterName].filter(Boolean).join(', ')
  const things = [item.workPackage, item.planChange].flatMap((thing) => thing?.title ?? [])
  const passages = [
    { label: t('meetings.field.background'), text: item.background },
    { label: t('meetings.field.proposal'), text: item.proposal },
  ]
  return {
    id: `item-${item.id}`,
    heading: number === null ? item.title : `${t('meetings.paragraph', { number })} ${item.title}`,
    notes: [
      ...(presenter ? [t('meetings.item.presentedBy', { presenter })] : []),
      ...(things.length > 0 ? [t('meetings.item.about', { things: things.join('; ') })] : []),
    ],
    passages: passages.flatMap(({ label, text }) => (text ? [{ label, text }] : [])),
    discussion: item.discussion.length > 0 ? { label: t('meetings.field.discussion'), points: item.discussion } : null,
    decisions: item.decisions.map((decision) => ({
      label: t('meetings.field.decision'),
      text: decision.text,
      notes: [
        ...(decision.decidedOn
          ? [t('meetings.item.decidedOn', { day: formatDate(decision.decidedOn, t.locale) })]
          : []),
        ...decision.concerns.map(({ kind, title }) =>
          t('decisions.concern', { kind: t(concernKindLabels[kind]), title }),
        ),
      ],
    })),
    actionPoints:
      item.actionPoints.length > 0
        ? { label: t('meetings.field.actionPoints'), points: item.actionPoints.map((point) => pointOf(t, point)) }
        : null,
  }
}

function pointOf(t: Words, { text, responsibleRole, dueOn }: ItemRow['actionPoints'][number]): string {
  const notes = [
    responsibleRole ? t('meetings.point.by', { role: responsibleRole }) : t('meetings.point.byUnknown'),
    dueOn ? t('meetings.point.due', { day: formatDate(dueOn, t.locale) }) : t('meetings.point.noDue'),
  ]
  return `${text} (${notes.join(', ')})`
}

function attendanceOf(t: Words, rows: readonly AttendanceRow[]): MinutesDocument['attendance'] {
  if (rows.length === 0) return null
  const hasNames = rows.some(({ name }) => name !== null)
  const column = (name: string) => t(`meetings.attendance.${name}`)
  return {
    columns: [column('role'), ...(hasNames ? [column('name')] : []), column('present'), column('note')],
    rows: rows.map(({ role, name, present, note }) => [
      role,
      ...(hasNames ? [name ?? ''] : []),
      column(present ? 'yes' : 'no'),
      note ?? '',
    ]),
  }
}

function attachmentsOf(t: Words, { items, expected, appUrl }: MinutesSource): MinutesDocument['attachments'] {
  const rows = items.flatMap((item) => {
    const number = item.number ?? expected.get(item.id) ?? null
    const place = number === null ? item.title : t('meetings.paragraph', { number })
    return item.attachments.map((attachment) => [
      { text: place },
      { text: attachment.label, address: addressOf(attachment, appUrl) },
      { text: kindOf(t, attachment) },
    ])
  })
  if (rows.length === 0) return null
  return { columns: ['item', 'name', 'kind'].map((name) => t(`meetings.minutes.attachment.${name}`)), rows }
}

function addressOf({ id, target }: AttachmentRow, appUrl: string): string {
  if (target.kind === 'link') return target.url
  return appUrl + (target.kind === 'page' ? target.page : attachmentFileAddress(id))
}

function kindOf(t: Words, { target }: AttachmentRow): string {
  if (target.kind === 'link') return t('meetings.attachment.link')
  if (target.kind === 'file') return target.name
  const { periodKey, version, publishedAt } = target
  return t('meetings.attachment.page', {
    period: formatPeriodKey(periodKey, t.locale),
    version,
    day: formatDate(publishedAt, t.locale),
  })
}
