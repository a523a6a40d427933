import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView } from 'prosemirror-view'
import type { EmbeddedBlock } from '@/lib/final-report/editor/model'

/** A table, figure or other whole in the text: its place in the page, where its panel is drawn, and what it holds. */
export type Panel = {
  key: number
  dom: HTMLElement
  id: string
  block: EmbeddedBlock
  selected: boolean
  view: EmbedView
}

let made = 0

/** Where the panels of the embeds are known, to be drawn by React. */
export class Panels {
  private list: readonly Panel[] = []
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly all = (): readonly Panel[] => this.list

  put(panel: Panel): void {
    const at = this.list.findIndex(({ key }) => key === panel.key)
    this.list = at < 0 ? [...this.list, panel] : this.list.with(at, panel)
    this.tell()
  }

  drop(key: number): void {
    this.list = this.list.filter((panel) => panel.key !== key)
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

/** Lets the editor know where the embed stands; everything inside it is its panel's own. */
export class EmbedView implements NodeView {
  readonly dom = document.createElement('div')
  private readonly key = made++
  private selected = false

  private node: Node
  private readonly view: EditorView
  private readonly place: () => number | undefined
  private readonly panels: Panels

  constructor(node: Node, view: EditorView, place: () => number | undefined, panels: Panels) {
    this.node = node
    this.view = view
    this.place = place
    this.panels = panels
    this.dom.className = 'editor-embed'
    this.dom.contentEditable = 'false'
    this.show()
  }

  /** Writes a change of what the embed holds into the document, to be undone like typing. */
  change(block: EmbeddedBlock): void {
    const at = this.place()
    if (at !== undefined) this.view.dispatch(this.view.state.tr.setNodeAttribute(at, 'block', block))
  }

  at(): number | undefined {
    return this.place()
  }

  focusFirst(): boolean {
    const field = this.dom.querySelector<HTMLElement>('input:not([type=file]), textarea, select')
    const control = field ?? this.dom.querySelector<HTMLElement>('button, a[href]')
    control?.focus()
    return control !== null
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.show()
    return true
  }

  selectNode(): void {
    this.selected = true
    this.dom.classList.add('editor-selected')
    this.show()
  }

  deselectNode(): void {
    this.selected = false
    this.dom.classList.remove('editor-selected')
    this.show()
  }

  stopEvent(event: Event): boolean {
    const { target } = event
    const control = target instanceof Element && target.closest('input, textarea, select, button, a, summary, label')
    return control !== null && control !== false
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.panels.drop(this.key)
  }

  private show(): void {
    const { id, block } = this.node.attrs
    this.panels.put({ key: this.key, dom: this.dom, id, block, selected: this.selected, view: this })
  }
}
