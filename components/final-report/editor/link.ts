import type { EditorState } from 'prosemirror-state'
import { schema } from '@/components/final-report/editor/schema'

/** The link that the cursor stands in, as far as it reaches; null when in none. */
export function linkAt({ selection }: EditorState): { address: string; from: number; to: number } | null {
  const { $from } = selection
  const mark = schema.marks.link.isInSet($from.marks()) ?? schema.marks.link.isInSet($from.nodeAfter?.marks ?? [])
  if (!mark || !$from.parent.isTextblock) return null
  let [from, to] = [$from.pos, $from.pos]
  let at = $from.start()
  $from.parent.forEach((node) => {
    const end = at + node.nodeSize
    if (mark.isInSet(node.marks) && at <= $from.pos && $from.pos <= end) {
      from = Math.min(from, at)
      to = Math.max(to, end)
    }
    at = end
  })
  return { address: String(mark.attrs.address), from, to }
}
