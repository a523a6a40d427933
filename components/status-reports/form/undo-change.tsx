'use client'

import { useState } from 'react'
import { useField, useFormTools } from '@/components/status-reports/form/context'
import { type FormField, placeName } from '@/components/status-reports/form/model'
import { Button } from '@/components/ui/button'

/** Takes the field back to what it was before its latest turn of writing; pressed again it brings the change back. */
export function UndoChange({ field }: { field: FormField }) {
  const { autosave, words } = useFormTools()
  const { undo, text, kept, other, confirmed, undoing } = useField(field.path)
  const [done, setDone] = useState<string | null>(null)
  // What was carried over and not yet confirmed is nobody's change; what is not saved yet can still be typed back.
  const offered = undo !== null && confirmed && !other && (text === kept || undoing)
  return (
    <div className="flex flex-wrap items-center gap-3">
      {offered && (
        <Button
          type="button"
          kind="quiet"
          small
          aria-label={`${words.text.undo}: ${placeName(field)}`}
          onClick={() => {
            autosave.undo(field.path)
            setDone(undo)
          }}
        >
          {words.text.undo}
        </Button>
      )}
      <span role="status" className="text-small text-muted">
        {done === text ? words.text.undone : ''}
      </span>
    </div>
  )
}
