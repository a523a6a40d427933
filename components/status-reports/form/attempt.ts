import type { Autosave } from '@/components/status-reports/form/autosave'
import { type FormField, fieldId, placeName } from '@/components/status-reports/form/model'
import type { FormWords } from '@/components/status-reports/form/words'
import type { SummaryError } from '@/components/ui/error-summary'
import type { FormState } from '@/lib/access/form-state'
import { typedTexts } from '@/lib/status-reports/fields/typed/model'

/** Field path → what was typed in a form that was refused. Scripts keep their own texts; this is for pages without them. */
export function textsIn(state: FormState): Record<string, string> {
  return typedTexts(Object.entries(state.typed))
}

/** Field path → what stands in its control on the page now; nothing on the server and before the form is on the page. */
export function textsOnPage(reportId: string, formId = 'report-form'): Record<string, string> {
  const form = typeof document === 'undefined' ? null : document.querySelector<HTMLFormElement>(`#${formId}`)
  const typed = form ? new FormData(form) : null
  if (typed?.get('reportId') !== reportId) return {}
  return typedTexts([...typed].map(([name, text]) => [name, String(text)]))
}

type Given = { state: FormState; fields: readonly FormField[]; autosave: Autosave; words: FormWords }

/** Messages of the last attempt in the order of the form: at the fields and in the summary. */
export function attemptErrors({ state, fields, autosave, words }: Given) {
  const at = new Map<string, string>()
  const summary: SummaryError[] = []
  for (const field of fields) {
    const key = state.fields[field.path]
    if (!key) continue
    const { reading } = autosave.field(field.path)
    const message = words.errors[key] ?? (reading && 'problem' in reading ? reading.problem : words.reasons.INVALID)
    if (!message) continue
    at.set(field.path, message)
    const place = placeName(field)
    summary.push({
      fieldId: fieldId(field.path),
      message: place.endsWith('?') ? `${place} ${message}` : `${place}: ${message}`,
    })
  }
  const reason = state.reason === null ? undefined : words.reasons[state.reason]
  if (summary.length === 0 && reason) summary.push({ message: reason })
  return { at, summary, title: summary.length > 0 && reason ? reason : words.text.errorSummary }
}
