import { periodName } from '@/components/rounds/period-name'
import type { FormField } from '@/components/status-reports/form/model'
import { stateLabels as actionStateLabels } from '@/lib/actions/labels'
import { actionStates } from '@/lib/actions/model'
import type { Words } from '@/lib/platform/words'
import { lightLabels } from '@/lib/status-reports/labels'
import { isLight } from '@/lib/status-reports/model'
import type { ReportView } from '@/lib/status-reports/views/model'

/** What a field is besides what the report says of it. */
export type FieldKind = Pick<FormField, 'kind' | 'label'> &
  Partial<Pick<FormField, 'help' | 'unit' | 'choices' | 'parts' | 'previous'>>

/** One field with what stands in it and what stood there last time. */
export function formField(t: Words, view: ReportView, path: string, kind: FieldKind): FormField {
  const stored = view.fields[path]
  return {
    path,
    ...kind,
    text: stored?.text ?? '',
    version: stored?.version ?? 0,
    confirmed: stored?.confirmed ?? true,
    undo: stored?.undo ?? null,
    reading: null,
    previous: kind.previous ?? previousOf(t, view, path),
  }
}

function previousOf(t: Words, view: ReportView, path: string): FormField['previous'] {
  const raw = view.previous[path] ?? ''
  if (raw === '' || view.previousPeriodKey === null) return null
  const state = path.endsWith('/state') ? actionStates.find((known) => known === raw) : undefined
  const value = state
    ? t(actionStateLabels[state])
    : path === 'overall/light' && isLight(raw)
      ? t(lightLabels[raw])
      : raw
  return { label: periodName(view.previousPeriodKey), value, raw }
}
