import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Places } from '@/components/status-reports/form/copy/place'
import { blocksField } from '@/lib/final-report/editor/model'

/** Where the writer is in the text of a section. */
export function editorPlaces(view: () => EditorView | null): Places {
  return {
    here: () => {
      const editor = view()
      if (!editor?.hasFocus()) return null
      const { from, to } = editor.state.selection
      return { path: blocksField, from, to }
    },
    returnTo: ({ path, from, to }) => {
      const editor = view()
      if (!editor || path !== blocksField || document.activeElement !== document.body) return
      const { doc } = editor.state
      const at = (position: number) => doc.resolve(Math.min(position, doc.content.size))
      editor.dispatch(editor.state.tr.setSelection(TextSelection.between(at(from), at(to))).scrollIntoView())
      editor.focus()
    },
  }
}
