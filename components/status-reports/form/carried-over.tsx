'use client'

import { useField, useFormTools } from '@/components/status-reports/form/context'
import type { FieldState } from '@/components/status-reports/form/field-states'
import type { FormField } from '@/components/status-reports/form/model'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'

export function isCarriedOver({ confirmed, confirming, text, kept }: FieldState): boolean {
  return !confirmed && !confirming && text === kept
}

/** Says that a field was carried over from the previous period, and takes the writer's word that it still holds. */
export function CarriedOver({ field }: { field: FormField }) {
  const { autosave, words } = useFormTools()
  if (!isCarriedOver(useField(field.path))) return null
  return (
    <p className="flex flex-wrap items-center gap-3">
      <Tag tone="info">{words.text.carried}</Tag>
      <Button
        kind="secondary"
        small
        name="intent"
        value={`confirm:${field.path}`}
        aria-label={`${words.text.confirm}: ${field.label}`}
        onClick={(event) => {
          event.preventDefault()
          autosave.confirm([field.path])
        }}
      >
        {words.text.confirm}
      </Button>
    </p>
  )
}
