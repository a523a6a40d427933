'use server'

import { action } from '@/lib/access/action'
import { reportAddress } from '@/lib/status-reports/addresses'
import { approveReport, recallReport, returnReport, startReview } from '@/lib/status-reports/commands'
import { reopenReport } from '@/lib/status-reports/reopening/commands'
import { reopeningSchema } from '@/lib/status-reports/reopening/schema'
import { reportStepSchema, returnSchema } from '@/lib/status-reports/schema'

type Place = { project: string; period: string; unit: string }
const back = (_moved: unknown, { project, period, unit }: Place) => reportAddress(project, period, unit)

export const approve = action(reportStepSchema, approveReport, back)
export const beginReview = action(reportStepSchema, startReview, back)
export const recall = action(reportStepSchema, recallReport, back)
export const sendBack = action(returnSchema, returnReport, back)
export const reopen = action(reopeningSchema, reopenReport, back)
