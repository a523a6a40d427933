import { schema } from '@/components/final-report/editor/schema'
import type { Writing } from '@/components/final-report/editor/writing'
import { TextInput } from '@/components/ui/text-input'

/** Whose words the quote with the cursor is; shown only there. */
export function Attribution({ writing, label }: { writing: Writing; label: string }) {
  const { view } = writing
  const selection = view?.state.selection
  if (!view || selection?.$from.parent.type !== schema.nodes.quote) return null
  const at = selection.$from.before()
  return (
    <TextInput
      id="quote-attribution"
      name="quote-attribution"
      label={label}
      value={String(selection.$from.parent.attrs.attribution ?? '')}
      onChange={(event) => view.dispatch(view.state.tr.setNodeAttribute(at, 'attribution', event.target.value || null))}
    />
  )
}
