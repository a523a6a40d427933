import { Plugin } from 'prosemirror-state'
import { schema } from '@/components/final-report/editor/schema'
import { newTab } from '@/components/status-reports/form/copy/tabs'

/** An id for a new block. */
export const newId = newTab

/**
 * Every block has an id of its own: one made by splitting or pasting gets a new one. Of two with the same id the one with text
 * keeps it, so that a line begun above a paragraph does not take the paragraph's name. The document ends with a line to write on.
 */
export const ids = new Plugin({
  appendTransaction: (transactions, _before, state) => {
    if (!transactions.some((one) => one.docChanged)) return null
    const change = state.tr
    const known = new Map<string, { at: number; isEmpty: boolean }>()
    state.doc.forEach((node, at) => {
      const id = String(node.attrs.id ?? '')
      const isEmpty = node.isTextblock && node.content.size === 0
      const first = known.get(id)
      if (id !== '' && !first) known.set(id, { at, isEmpty })
      else if (first?.isEmpty && !isEmpty) {
        change.setNodeAttribute(first.at, 'id', newId())
        known.set(id, { at, isEmpty })
      } else {
        const made = newId()
        change.setNodeAttribute(at, 'id', made)
        known.set(made, { at, isEmpty })
      }
    })
    if (state.doc.lastChild?.type === schema.nodes.embed) {
      change.insert(state.doc.content.size, schema.nodes.paragraph.create({ id: newId() }))
    }
    return change.docChanged ? change : null
  },
})
