'use server'

import { action } from '@/lib/access/action'
import { roundAddress } from '@/lib/projects/addresses'
import { queueAddress } from '@/lib/rounds/queue/addresses'
import { approveInQueue, approveMarked, returnInQueue } from '@/lib/rounds/queue/commands'
import { approveManySchema, queueReturnSchema, queueStepSchema } from '@/lib/rounds/queue/schema'
import { sendReminders } from '@/lib/rounds/reminders/commands'
import { reminderQuery } from '@/lib/rounds/reminders/model'
import { remindersSchema } from '@/lib/rounds/reminders/schema'
import { startReview } from '@/lib/status-reports/commands'

export const approve = action(queueStepSchema, approveInQueue, ({ next }, { project, period, unit, filter }) =>
  queueAddress(project, period, { filter, unit: next, done: [unit] }),
)

export const sendBack = action(queueReturnSchema, returnInQueue, ({ next }, { project, period, unit, filter }) =>
  queueAddress(project, period, { filter, unit: next, done: [unit] }),
)

export const beginReview = action(queueStepSchema, startReview, (_moved, { project, period, unit, filter }) =>
  queueAddress(project, period, { filter, unit }),
)

export const approveMany = action(approveManySchema, approveMarked, ({ done, left }, { project, period, filter }) =>
  queueAddress(project, period, { filter, done, left }),
)

export const remind = action(remindersSchema, sendReminders, (reminded, { project, period, from }) => {
  const page = from === 'queue' ? queueAddress(project, period) : roundAddress(project, period)
  return `${page}${reminderQuery(reminded)}`
})
