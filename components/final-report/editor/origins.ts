import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** Over a text that was picked from a quarterly report stands which one it is from. */
export function originMarks(nameOf: (reportId: string) => string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const marks: Decoration[] = []
        doc.forEach((node, at) => {
          const from = node.attrs.from as { reportId?: string } | null
          if (from?.reportId)
            marks.push(Decoration.node(at, at + node.nodeSize, { 'data-origin': nameOf(from.reportId) }))
        })
        return DecorationSet.create(doc, marks)
      },
    },
  })
}
