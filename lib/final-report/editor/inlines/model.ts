import {
  type Binding,
  bindingText,
  type ReferenceTarget,
  type Run,
  subjectBinding,
  type TextMark,
} from '@/lib/final-report/blocks/model'

/** A mark of the editor's running text; a text has at most one. */
export type EditorMark = { type: TextMark } | { type: 'link'; attrs: { address: string } }

/** What the editor holds, in the JSON form of its document. */
export type EditorNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: EditorNode[]
  marks?: EditorMark[]
  text?: string
}

/** Longer texts are split into several pieces, which read as one. */
const longestPiece = 20_000

/** The running text of a block as the editor's nodes. A number carries what it is bound to, so that it may be moved elsewhere. */
export function inlinesOf(runs: readonly Run[], bindings: readonly Binding[]): EditorNode[] {
  return runs.flatMap((run) => inlineOf(run, bindings))
}

function inlineOf(run: Run, bindings: readonly Binding[]): EditorNode[] {
  switch (run.kind) {
    case 'text':
      return textNodes(run.text, run.mark ? [{ type: run.mark }] : [])
    case 'link':
      return textNodes(run.text.replaceAll('\n', ' '), [{ type: 'link', attrs: { address: run.address } }])
    case 'number': {
      const { bare = false, digits = false } = run
      return [{ type: 'number', attrs: { ...boundTo(run.binding, bindings), bare, digits } }]
    }
    case 'source':
      return [{ type: 'source', attrs: boundTo(run.binding, bindings) }]
    case 'note':
      return [{ type: 'note', attrs: { text: run.text } }]
    case 'reference':
      return [{ type: 'reference', attrs: { ...run.target, bare: run.bare ?? false } }]
  }
}

/** `sort` is kept, so that what was frozen of a number stays with it. A subject that is gone is null. */
function boundTo(sort: number, bindings: readonly Binding[]) {
  const binding = bindings.find((one) => one.sort === sort)
  return { subject: binding ? bindingText(binding) : null, sort }
}

function textNodes(text: string, marks: EditorMark[]): EditorNode[] {
  return text
    .split('\n')
    .flatMap((line, index): EditorNode[] => [
      ...(index > 0 ? [{ type: 'hard_break' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...(marks.length > 0 && { marks }) }]),
    ])
}

/** Gives out the places of a block's bindings: a number keeps its own where it can. */
export class Bindings {
  readonly made: Binding[] = []
  private readonly taken = new Set<number>()
  private readonly wanted: ReadonlySet<number>

  constructor(lines: readonly (readonly EditorNode[])[]) {
    this.wanted = new Set(lines.flat().flatMap((node) => (isBound(node) ? (sortOf(node) ?? []) : [])))
  }

  place(node: EditorNode): number {
    const own = sortOf(node)
    const binding = typeof node.attrs?.subject === 'string' ? subjectBinding(node.attrs.subject) : null
    const sort = own !== null && !this.taken.has(own) ? own : this.free()
    this.taken.add(sort)
    if (binding) this.made.push({ sort, ...binding })
    return sort
  }

  private free(): number {
    let sort = 0
    while (this.taken.has(sort) || this.wanted.has(sort)) sort += 1
    return sort
  }
}

const isBound = (node: EditorNode): boolean => node.type === 'number' || node.type === 'source'

function sortOf(node: EditorNode): number | null {
  const sort = node.attrs?.sort
  return typeof sort === 'number' ? sort : null
}

/** The runs of one line of the editor; pieces of text that look the same are one. */
export function runsOf(nodes: readonly EditorNode[], bindings: Bindings): Run[] {
  const runs: Run[] = []
  for (const node of nodes) {
    const run = runOf(node, bindings)
    const last = runs.at(-1)
    const joined = last && run ? join(last, run) : null
    if (joined) runs[runs.length - 1] = joined
    else if (run) runs.push(run)
  }
  return runs
}

function runOf({ type, attrs = {}, marks = [], text = '', ...node }: EditorNode, bindings: Bindings): Run | null {
  switch (type) {
    case 'hard_break':
      return { kind: 'text', text: '\n' }
    case 'number':
      return {
        kind: 'number',
        binding: bindings.place({ type, attrs, ...node }),
        ...(attrs.bare === true && { bare: true as const }),
        ...(attrs.digits === true && { digits: true as const }),
      }
    case 'source':
      return { kind: 'source', binding: bindings.place({ type, attrs, ...node }) }
    case 'note':
      return { kind: 'note', text: String(attrs.text ?? '') }
    case 'reference': {
      const target = { to: attrs.to, id: attrs.id } as ReferenceTarget
      return { kind: 'reference', target, ...(attrs.bare === true && { bare: true as const }) }
    }
    case 'text': {
      const [mark] = marks
      if (!mark) return { kind: 'text', text }
      return mark.type === 'link'
        ? { kind: 'link', text, address: mark.attrs.address }
        : { kind: 'text', text, mark: mark.type }
    }
    default:
      return null
  }
}

function join(one: Run, other: Run): Run | null {
  if (one.kind === 'text' && other.kind === 'text') {
    // A line break has no look of its own: it goes with the text before it.
    const alike = one.mark === other.mark || other.text === '\n'
    return alike && one.text.length + other.text.length <= longestPiece ? { ...one, text: one.text + other.text } : null
  }
  if (one.kind === 'link' && other.kind === 'link' && one.address === other.address) {
    return { ...one, text: one.text + other.text }
  }
  return null
}
