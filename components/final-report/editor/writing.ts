import { history } from 'prosemirror-history'
import { Fragment, Node, Slice } from 'prosemirror-model'
import { type Command, EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { AtomView, type AtomWords, atomText, type Shown } from '@/components/final-report/editor/atoms'
import { EmbedView, Panels } from '@/components/final-report/editor/embeds'
import {
  type FindingSide,
  findingMarks,
  newFindings,
  selectionOf,
} from '@/components/final-report/editor/findings/marks'
import { ids, newId } from '@/components/final-report/editor/ids'
import { keys, type Request, typedLists } from '@/components/final-report/editor/keys'
import { originMarks } from '@/components/final-report/editor/origins'
import { schema } from '@/components/final-report/editor/schema'
import type { Autosave } from '@/components/status-reports/form/autosave'
import { fieldId } from '@/components/status-reports/form/model'
import { put } from '@/components/status-reports/form/put'
import type { ShownFinding } from '@/lib/final-report/check/writing/model'
import type { EditorNode } from '@/lib/final-report/editor/inlines/model'
import {
  blocksField,
  editorBlocks,
  editorDocument,
  readSectionText,
  sectionText,
} from '@/lib/final-report/editor/model'
import { pastedNodes } from '@/lib/final-report/editor/paste/model'

type Given = {
  autosave: Autosave
  shown: Shown
  /** Quarterly reports by name */
  origins: Readonly<Record<string, string>>
  words: AtomWords & { label: string; help: string; origin: string }
}

const besides = { top: 64, bottom: 128, left: 8, right: 8 }
const atomTypes = ['number', 'source', 'note', 'reference'] as const

/** The editor of one section outside React: its document, what is drawn in it, and how it goes together with the saving. */
export class Writing {
  readonly panels = new Panels()
  view: EditorView | null = null
  /** What listeners are told */
  said = ''
  private readonly given: Given
  private readonly atoms = new Set<AtomView>()
  private readonly listeners = new Set<() => void>()
  private readonly origins: Map<string, string>
  private shown: Shown
  private text: string
  private revision = 0

  constructor(given: Given) {
    this.given = given
    this.shown = given.shown
    this.origins = new Map(Object.entries(given.origins))
    this.text = given.autosave.field(blocksField).text
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): number => this.revision

  mount(place: HTMLElement, ask: (request: Request) => boolean): () => void {
    const { words, autosave } = this.given
    this.text = autosave.field(blocksField).text
    const state = EditorState.create({
      doc: documentOf(this.text),
      plugins: [
        history(),
        typedLists,
        ...keys(ask),
        ids,
        originMarks((id) => put(words.origin, { what: this.origins.get(id) ?? '…' })),
        findingMarks((node) => this.read(node)),
      ],
    })
    const view = new EditorView(place, {
      state,
      attributes: {
        id: fieldId(blocksField),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.label,
        'aria-describedby': words.help,
        class: 'editor-text',
      },
      nodeViews: {
        embed: (node, inside, at) => new EmbedView(node, inside, at, this.panels),
        ...Object.fromEntries(atomTypes.map((type) => [type, (node: Node) => this.atom(node)])),
      },
      dispatchTransaction: (change) => this.take(change),
      // What stays in sight above and below the text must not hide the cursor.
      scrollMargin: besides,
      scrollThreshold: besides,
      handleTextInput: (inside, _from, _to, text) => besideEmbed(inside, text),
      handleDOMEvents: {
        // Read before the browser parses it: style attributes of foreign HTML have no business in a page of ours.
        paste: (_view, event) => {
          const taken = this.paste(event.clipboardData?.getData('text/html') ?? '')
          if (taken) event.preventDefault()
          return taken
        },
        // Dropped files and texts of other windows come in by their own ways: a slip of the hand must not change a report.
        drop: (_view, event) => {
          event.preventDefault()
          return true
        },
      },
    })
    this.view = view
    const stop = autosave.subscribe(() => this.follow())
    this.tell()
    return () => {
      stop()
      this.view = null
      view.destroy()
    }
  }

  /** Carries a command out; says what was done when it was. */
  run(command: Command, said = ''): boolean {
    const { view } = this
    if (!view) return false
    const done = command(view.state, view.dispatch, view)
    if (done && said !== '') this.say(said)
    return done
  }

  /** Leads into the fields of the chosen table or figure; false when none is chosen. */
  focusPanel(): boolean {
    const chosen = this.panels.all().find(({ selected }) => selected)
    // A panel that has just come is drawn first.
    if (chosen) setTimeout(() => chosen.view.focusFirst())
    return chosen !== undefined
  }

  /** How a quarterly report is called that texts are being picked from. */
  nameOrigin(reportId: string, name: string): void {
    this.origins.set(reportId, name)
  }

  say(text: string): void {
    // The same words again are told again.
    this.said = this.said === text ? `${text}\u00a0` : text
    this.tell()
  }

  /** What the data is now: everything that shows it is drawn anew. */
  show(shown: Shown): void {
    this.shown = shown
    for (const atom of this.atoms) atom.draw()
  }

  told(node: Node): string {
    const { text, told } = atomText(node, this.shown, this.given.words)
    return told === text ? text : `${text} ${told}`
  }

  /** Marks what the check has found. */
  mark(found: readonly ShownFinding[]): void {
    const { view } = this
    if (view) view.dispatch(view.state.tr.setMeta(...newFindings(found)))
  }

  /** Leads to one of the places of a finding. */
  goToFinding(finding: string, side: FindingSide): void {
    const { view } = this
    if (!view) return
    view.dispatch(view.state.tr.setSelection(selectionOf(view.state, finding, side)).scrollIntoView())
    view.focus()
  }

  /** The text of a number or a reference as a reader of the report sees it; what shows nothing there is empty. */
  private read(node: Node): string {
    const { name } = node.type
    return name === 'number' || name === 'reference' ? atomText(node, this.shown, this.given.words).text : ''
  }

  private atom(node: Node): AtomView {
    const view = new AtomView(
      node,
      (one) => atomText(one, this.shown, this.given.words),
      (gone) => this.atoms.delete(gone),
    )
    this.atoms.add(view)
    return view
  }

  private take(change: Transaction): void {
    const { view } = this
    if (!view) return
    view.updateState(view.state.apply(change))
    if (change.docChanged && change.getMeta('followed') !== true) {
      this.text = sectionText(editorBlocks(view.state.doc.toJSON() as EditorNode))
      this.given.autosave.change(blocksField, this.text)
    }
    const { selection } = view.state
    if (change.selectionSet && selection instanceof NodeSelection && selection.node.isInline) {
      this.said = this.told(selection.node)
    }
    this.tell()
  }

  /** Takes in a text that did not come from here: brought back from this device, chosen of two, or saved by somebody else. */
  private follow(): void {
    const { text } = this.given.autosave.field(blocksField)
    const { view } = this
    if (!view || text === this.text) return
    this.text = text
    const [own, other] = [view.state.doc, documentOf(text)]
    const start = own.content.findDiffStart(other.content)
    const end = own.content.findDiffEnd(other.content)
    if (start === null || !end) return
    // Whole blocks are replaced, so that the cursor stays where it is in the others.
    const first = own.resolve(start).depth === 0 ? start : own.resolve(start).before(1)
    const lastOwn = own.resolve(end.a).depth === 0 ? end.a : own.resolve(end.a).after(1)
    const lastOther = other.resolve(end.b).depth === 0 ? end.b : other.resolve(end.b).after(1)
    const change = view.state.tr.replace(
      first,
      Math.max(first, lastOwn),
      other.slice(first, Math.max(first, lastOther)),
    )
    this.take(change.setMeta('followed', true).setMeta('addToHistory', false))
  }

  private paste(html: string): boolean {
    const { view } = this
    if (!view || html === '' || html.includes('data-pm-slice')) return false
    const nodes = pastedNodes(html).map((node) => Node.fromJSON(schema, withIds(node)))
    const [first, last] = [nodes.at(0), nodes.at(-1)]
    if (!first || !last) return false
    const open = (node: Node) => (node.type === schema.nodes.paragraph ? 1 : 0)
    view.dispatch(
      view.state.tr
        .replaceSelection(new Slice(Fragment.from(nodes), open(first), open(last)))
        .scrollIntoView()
        .setMeta('paste', true),
    )
    return true
  }

  private tell(): void {
    this.revision += 1
    for (const listener of this.listeners) listener()
  }
}

const withIds = (node: EditorNode): EditorNode => ({ ...node, attrs: { ...node.attrs, id: newId() } })

function documentOf(text: string): Node {
  const document = Node.fromJSON(schema, editorDocument(readSectionText(text) ?? [], newId))
  if (document.lastChild?.type !== schema.nodes.embed) return document
  return document.copy(document.content.addToEnd(schema.nodes.paragraph.create({ id: newId() })))
}

/** Typing over a chosen table or figure would remove it: the text goes on a line under it. */
function besideEmbed(view: EditorView, text: string): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || selection.node.type !== schema.nodes.embed) return false
  const change = view.state.tr.insert(selection.to, schema.nodes.paragraph.create(null, schema.text(text)))
  change.setSelection(TextSelection.create(change.doc, selection.to + 1 + text.length))
  view.dispatch(change.scrollIntoView())
  return true
}
