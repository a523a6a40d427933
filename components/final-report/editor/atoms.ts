import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** What the data behind the text is now, as it is shown: by the key of `numberKey` and `referenceKey`. */
export type Shown = {
  numbers: Readonly<Record<string, { text: string; source: string }>>
  references: Readonly<Record<string, string>>
}

export type AtomWords = { gone: string; source: string; note: string; meant: string }

export function numberKey(attributes: { subject?: unknown; bare?: unknown; digits?: unknown }): string {
  return `${attributes.subject}|${attributes.digits ? 'digits' : attributes.bare ? 'bare' : 'full'}`
}

export function referenceKey({ to, id, bare }: { to?: unknown; id?: unknown; bare?: unknown }): string {
  return `${to}:${id}${bare ? '|bare' : ''}`
}

/** What an inline piece shows, and what is told of it when it is pointed at or chosen. */
export function atomText(node: Node, shown: Shown, words: AtomWords): { text: string; told: string; gone: boolean } {
  const { attrs } = node
  if (node.type.name === 'note') return { text: '※', told: `${words.note} ${attrs.text}`, gone: false }
  if (node.type.name === 'reference') {
    const text = shown.references[referenceKey(attrs)]
    return { text: text ?? words.gone, told: text ?? words.gone, gone: text === undefined }
  }
  const found = shown.numbers[numberKey(attrs)]
  if (!found) return { text: node.type.name === 'source' ? '' : words.gone, told: words.gone, gone: true }
  if (node.type.name === 'source') return { text: '◦', told: `${words.meant} ${found.source}`, gone: false }
  return { text: found.text, told: `${words.source} ${found.source}`, gone: false }
}

/** A number, a reference or a footnote in the text: its own text first, what it comes from beside it. */
export class AtomView implements NodeView {
  readonly dom = document.createElement('span')
  private readonly text = document.createElement('span')
  private readonly told = document.createElement('span')

  private node: Node
  private readonly read: (node: Node) => ReturnType<typeof atomText>
  private readonly gone: (view: AtomView) => void

  constructor(node: Node, read: (node: Node) => ReturnType<typeof atomText>, gone: (view: AtomView) => void) {
    this.node = node
    this.read = read
    this.gone = gone
    this.dom.className = 'editor-atom'
    this.dom.dataset.atom = node.type.name
    this.text.className = 'editor-atom-text'
    this.told.className = 'editor-atom-told'
    this.dom.append(this.text, this.told)
    this.draw()
  }

  draw(): void {
    const { text, told, gone } = this.read(this.node)
    this.text.textContent = text
    this.told.textContent = told
    this.dom.toggleAttribute('data-gone', gone)
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw()
    return true
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.gone(this)
  }
}
