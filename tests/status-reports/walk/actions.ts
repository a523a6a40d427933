// The same operations as a browser sends them: form data to the server action itself, with no page in between.
import {
  approve,
  beginReview,
  recall,
  reopen,
  sendBack,
} from '@/app/(portal)/projects/[project]/rounds/[period]/[unit]/actions'
import { correct } from '@/app/(portal)/projects/[project]/rounds/[period]/[unit]/correct/actions'
import { saveReport } from '@/app/(portal)/projects/[project]/rounds/[period]/[unit]/edit/actions'
import { addLink } from '@/app/(portal)/projects/[project]/rounds/[period]/[unit]/edit/evidence/actions'
import { type FormState, untouched } from '@/lib/access/form-state'
import type { Operation } from './expected'
import { type Attempt, opened, textsOf } from './operate'
import type { World } from './world'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** Operations that a form offers; the others have no form of their own. */
export const forms: Partial<Record<Operation, Action>> = {
  save: saveReport,
  submit: saveReport,
  recall,
  startReview: beginReview,
  return: sendBack,
  approve,
  reopen,
  correct,
  addEvidence: addLink,
}

function formOf(world: World, operation: Operation, attempt: Attempt, once: string): FormData {
  const form = new FormData()
  const given: Record<string, string> = {
    once,
    reportId: world.reportId,
    version: String(attempt.version),
    project: world.round.projectKey,
    period: '2025-Q3',
    unit: world.round.unit.id,
    opens: opened.join(','),
    reason: 'Kerro tarkemmin.',
    seen: 'full',
    path: `indicators/${world.round.unit.shareId}/value`,
    text: `${attempt.mark}`,
    label: `Linkki ${attempt.mark}`,
    url: 'https://example.fi/',
    intent: operation === 'submit' ? 'submit' : 'save',
  }
  for (const [name, value] of Object.entries(given)) form.set(name, value)
  if (operation === 'save') {
    for (const [path, text] of Object.entries(textsOf(world, attempt.mark))) {
      form.set(`text:${path}`, text)
      form.set(`seen:${path}`, String(attempt.fieldVersions.get(path) ?? 0))
    }
  }
  return form
}

const fieldReasons: Record<string, string> = {
  'statusReports.error.stale': 'STALE',
  'statusReports.error.locked': 'LOCKED',
}

/** Sends the form and says "ok" or the reason, in the words of the commands. */
export async function send(world: World, operation: Operation, attempt: Attempt, once: string): Promise<string> {
  const action = forms[operation]
  if (!action) throw new Error(`no form does ${operation}`)
  const { reason, fields } = await action(untouched, formOf(world, operation, attempt, once))
  if (reason === null) return 'ok'
  if (reason !== 'FIELDS') return reason
  return fieldReasons[Object.values(fields)[0] ?? ''] ?? reason
}
