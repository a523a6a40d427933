'use server'

import { action } from '@/lib/access/action'
import { reportAddress, reportFormAddress } from '@/lib/status-reports/addresses'
import { submitReport } from '@/lib/status-reports/commands'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { refusedFields, reportFormSchema } from '@/lib/status-reports/fields/schema'
import { fail, ok } from '@/lib/values/result'

/** The whole form at once: saves its fields and, when asked, sends the report. */
export const saveReport = action(
  reportFormSchema,
  async (viewer, input) => {
    const saved = await saveFields(viewer, input)
    if (!saved.ok) return fail(saved.reason)
    const refused = refusedFields(saved.value.fields)
    if (refused) return fail('FIELDS', refused)
    if (input.intent !== 'submit') return ok(null)
    const sent = await submitReport(viewer, input)
    return sent.ok ? ok(null) : sent
  },
  (_done, { intent, project, period, unit }) =>
    intent === 'submit' ? reportAddress(project, period, unit) : reportFormAddress(project, period, unit),
)
