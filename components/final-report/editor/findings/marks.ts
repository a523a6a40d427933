import { type EditorState, NodeSelection, Plugin, PluginKey, Selection, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { type ShownText, stretchOf } from '@/components/final-report/editor/findings/positions'
import { schema } from '@/components/final-report/editor/schema'
import type { ShownFinding } from '@/lib/final-report/check/writing/model'

/** Which of a finding's two places. */
export type FindingSide = 'here' | 'there'

const key = new PluginKey<DecorationSet>('findings')

/** Where the check has found something stands a mark, which goes along with the text until the check is made anew. */
export function findingMarks(shown: ShownText): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (change, marks) => {
        const found: readonly ShownFinding[] | undefined = change.getMeta(key)
        if (!found) return marks.map(change.mapping, change.doc)
        return DecorationSet.create(
          change.doc,
          found.flatMap((finding) =>
            (['here', 'there'] as const).flatMap((side) => {
              const place = finding[side]
              const stretch = place && stretchOf(change.doc, place, shown)
              if (!stretch) return []
              const { from, to, whole } = stretch
              const look = { 'data-severity': finding.severity, title: finding.message }
              const spec = { finding: finding.id, side }
              return whole
                ? [Decoration.node(from, to, { ...look, class: 'editor-found-block' }, spec)]
                : [Decoration.inline(from, to, { ...look, class: 'editor-found' }, spec)]
            }),
          ),
        )
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** What a transaction carries to have the marks drawn anew. */
export const newFindings = (found: readonly ShownFinding[]): [PluginKey, readonly ShownFinding[]] => [key, found]

/** The words or the block of a finding; the beginning of the text when they are not there any more. */
export function selectionOf(state: EditorState, finding: string, side: FindingSide): Selection {
  const is = (spec: { finding?: string; side?: string }) => spec.finding === finding && spec.side === side
  const [mark] = key.getState(state)?.find(undefined, undefined, is) ?? []
  if (!mark) return Selection.atStart(state.doc)
  const { doc } = state
  if (doc.nodeAt(mark.from)?.type === schema.nodes.embed) return NodeSelection.create(doc, mark.from)
  return TextSelection.between(doc.resolve(mark.from), doc.resolve(mark.to))
}
