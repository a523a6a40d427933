import { type DOMOutputSpec, Schema } from 'prosemirror-model'

const data = (element: HTMLElement, name: string): string | null => element.getAttribute(`data-${name}`)

/** What an attribute of the clipboard's own HTML holds; null when it is not ours. */
function jsonIn(element: HTMLElement, name: string): unknown {
  try {
    return JSON.parse(data(element, name) ?? 'null')
  } catch {
    return null
  }
}

const inline = (type: string, attributes: Record<string, unknown>): DOMOutputSpec => [
  'span',
  { 'data-inline': type, 'data-attributes': JSON.stringify(attributes) },
]

const atom = (attrs: Record<string, { default?: unknown }>, type: string) => ({
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  attrs,
  parseDOM: [
    {
      tag: `span[data-inline=${type}]`,
      getAttrs: (element: HTMLElement) => {
        const read = jsonIn(element, 'attributes')
        return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : false
      },
    },
  ],
  toDOM: (node: { attrs: Record<string, unknown> }) => inline(type, node.attrs),
})

const own = { id: { default: '' }, from: { default: null } }

/** The document of the editor: the blocks of a section, and nothing that a section cannot hold. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs: own,
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    heading: {
      group: 'block',
      content: 'text*',
      marks: '',
      attrs: { ...own, level: { default: 1 } },
      defining: true,
      parseDOM: [
        { tag: 'h2', attrs: { level: 1 } },
        { tag: 'h3', attrs: { level: 2 } },
      ],
      toDOM: (node) => [node.attrs.level === 2 ? 'h3' : 'h2', 0],
    },
    quote: {
      group: 'block',
      content: 'inline*',
      attrs: { ...own, attribution: { default: null } },
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: (node) => [
        'blockquote',
        node.attrs.attribution ? { 'data-attribution': String(node.attrs.attribution) } : {},
        0,
      ],
    },
    list: {
      group: 'block',
      content: 'list_item+',
      attrs: { ...own, ordered: { default: false } },
      parseDOM: [
        { tag: 'ul', attrs: { ordered: false } },
        { tag: 'ol', attrs: { ordered: true } },
      ],
      toDOM: (node) => [node.attrs.ordered ? 'ol' : 'ul', 0],
    },
    list_item: { content: 'inline*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    embed: {
      group: 'block',
      atom: true,
      selectable: true,
      attrs: { id: { default: '' }, block: {} },
      parseDOM: [
        {
          tag: 'div[data-embed]',
          getAttrs: (element) => {
            const block = jsonIn(element, 'embed')
            const isOurs = typeof block === 'object' && block !== null && 'type' in block && 'bindings' in block
            return isOurs ? { id: data(element, 'id') ?? '', block } : false
          },
        },
      ],
      toDOM: (node) => ['div', { 'data-embed': JSON.stringify(node.attrs.block), 'data-id': String(node.attrs.id) }],
    },
    text: { group: 'inline' },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    number: atom(
      { subject: { default: null }, sort: { default: null }, bare: { default: false }, digits: { default: false } },
      'number',
    ),
    source: atom({ subject: { default: null }, sort: { default: null } }, 'source'),
    note: atom({ text: { default: '' } }, 'note'),
    reference: atom({ to: { default: 'block' }, id: { default: '' }, bare: { default: false } }, 'reference'),
  },
  // A text has one look at most.
  marks: {
    link: {
      attrs: { address: {} },
      inclusive: false,
      excludes: '_',
      parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ address: element.getAttribute('href') ?? '' }) }],
      toDOM: (mark) => ['a', { href: String(mark.attrs.address) }, 0],
    },
    strong: { excludes: '_', parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    emphasis: { excludes: '_', parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})
