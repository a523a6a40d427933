import type { MailFault, MailState } from '@/lib/notifications/mails/model'
import type { kindGroups, NotificationChoice, NotificationKind } from '@/lib/notifications/model'

export const notificationKindLabels: Record<NotificationKind, string> = {
  submitted: 'notifications.kind.submitted',
  resubmitted: 'notifications.kind.resubmitted',
  returned: 'notifications.kind.returned',
  approved: 'notifications.kind.approved',
  reopened: 'notifications.kind.reopened',
  corrected: 'notifications.kind.corrected',
  comment: 'notifications.kind.comment',
  mention: 'notifications.kind.mention',
  section_given: 'notifications.kind.sectionGiven',
  due_in_7_days: 'notifications.kind.dueIn7Days',
  due_tomorrow: 'notifications.kind.dueTomorrow',
  late: 'notifications.kind.late',
  reminder: 'notifications.kind.reminder',
}

export const notificationChoiceLabels: Record<NotificationChoice, string> = {
  soon: 'notifications.choice.soon',
  daily: 'notifications.choice.daily',
  off: 'notifications.choice.off',
}

export const kindGroupLabels: Record<keyof typeof kindGroups, string> = {
  work: 'notifications.group.work',
  review: 'notifications.group.review',
  deadlines: 'notifications.group.deadlines',
  talk: 'notifications.group.talk',
  final_report: 'notifications.group.finalReport',
}

export const mailStateLabels: Record<MailState, string> = {
  waiting: 'notifications.mailState.waiting',
  sending: 'notifications.mailState.sending',
  sent: 'notifications.mailState.sent',
  failed: 'notifications.mailState.failed',
}

/** Why the queue itself gave a mail up; what the server answered is shown as it came. */
export const mailFaultLabels: Record<MailFault, string> = {
  RECEIVER_GONE: 'notifications.fault.RECEIVER_GONE',
  TOO_OLD: 'notifications.fault.TOO_OLD',
  LINK_OVER: 'notifications.fault.LINK_OVER',
}
