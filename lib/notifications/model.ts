import type { Role } from '@/lib/access/model'
import { addDays, dateInHelsinki, momentInHelsinki } from '@/lib/values/calendar'

/** What people can be told of. */
export const notificationKinds = [
  'submitted',
  'resubmitted',
  'returned',
  'approved',
  'reopened',
  'corrected',
  'comment',
  'mention',
  'section_given',
  'due_in_7_days',
  'due_tomorrow',
  'late',
  'reminder',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** Something that happened, who should know, and what it is about. Words are made when it is shown, in the reader's language. */
export type Telling = {
  kind: NotificationKind
  organisationId: string
  /** Users; whoever did it is left out */
  to: readonly string[]
  /** Names the happening: the same one is told to the same person only once */
  happening: string
  subject: { projectId: string; periodId?: string; reportId?: string; threadId?: string }
}

/** How the happening of a given section begins, by the kind of its document: where the news leads is read of it. */
export const givenSection = { final_report: 'section', project_plan: 'plan section' } as const

/** When a person hears of something by mail. */
export const notificationChoices = ['soon', 'daily', 'off'] as const
export type NotificationChoice = (typeof notificationChoices)[number]

/**
 * What can be chosen for each kind, the first being what holds until somebody chooses. Some cannot be switched off: when a
 * report is returned or opened again, or the director asks for it, one person is waited for and nobody else can act.
 * A deadline is told in the morning of its day; an earlier mail would come at midnight.
 */
export const choicesOf: Record<NotificationKind, readonly [NotificationChoice, ...NotificationChoice[]]> = {
  // Up to forty reports come in within days: one mail a morning, unless the reviewer wants each.
  submitted: ['daily', 'soon', 'off'],
  // Somebody asked for a change and waits for it.
  resubmitted: ['soon', 'daily', 'off'],
  returned: ['soon', 'daily'],
  approved: ['daily', 'soon', 'off'],
  reopened: ['soon', 'daily'],
  corrected: ['daily', 'soon', 'off'],
  comment: ['daily', 'soon', 'off'],
  mention: ['soon', 'daily', 'off'],
  section_given: ['soon', 'daily', 'off'],
  due_in_7_days: ['daily', 'off'],
  due_tomorrow: ['daily', 'off'],
  late: ['daily', 'off'],
  reminder: ['soon', 'daily'],
}

/** The choice that holds: the person's own if it is still on offer, else the kind's first. */
export function choiceFor(kind: NotificationKind, chosen: string | null | undefined): NotificationChoice {
  return choicesOf[kind].find((choice) => choice === chosen) ?? choicesOf[kind][0]
}

const aboutDeadlines: readonly NotificationKind[] = ['due_in_7_days', 'due_tomorrow', 'late']
const morning = 7

/**
 * When a mail that tells of it may leave; null = never. `soon` waits a while for more news, `daily` for seven in the morning
 * in Helsinki. A deadline noticed during the day is told that same day.
 */
export function readyAt(
  kind: NotificationKind,
  choice: NotificationChoice,
  noticedAt: Date,
  gatherMinutes: number,
): Date | null {
  if (choice === 'off') return null
  const gathered = new Date(noticedAt.getTime() + gatherMinutes * 60_000)
  if (choice === 'soon') return gathered
  const today = dateInHelsinki(noticedAt)
  const thisMorning = momentInHelsinki(today, morning)
  if (noticedAt < thisMorning) return thisMorning
  return aboutDeadlines.includes(kind) ? gathered : momentInHelsinki(addDays(today, 1), morning)
}

/** What each role can be told of: a person chooses about these only. */
const toldTo: Record<Role, readonly NotificationKind[]> = {
  coordinator: [
    'returned',
    'reopened',
    'approved',
    'corrected',
    'due_in_7_days',
    'due_tomorrow',
    'late',
    'reminder',
    'mention',
    'comment',
    'section_given',
  ],
  director: ['submitted', 'resubmitted', 'late', 'mention', 'comment', 'section_given'],
  finance: ['mention', 'comment', 'section_given'],
  steering: [],
  auditor: [],
  admin: [],
  national: [],
}

/** Kinds that the holder of these roles can be told of, in the order of `notificationKinds`. */
export function kindsFor(held: readonly { role: Role }[]): NotificationKind[] {
  return notificationKinds.filter((kind) => held.some(({ role }) => toldTo[role].includes(kind)))
}

/** Kinds by what they are about, as they stand on the page of choices. */
export const kindGroups = {
  work: ['returned', 'reopened', 'approved', 'corrected'],
  review: ['submitted', 'resubmitted'],
  deadlines: ['due_in_7_days', 'due_tomorrow', 'late', 'reminder'],
  talk: ['mention', 'comment'],
  final_report: ['section_given'],
} as const satisfies Record<string, readonly NotificationKind[]>
