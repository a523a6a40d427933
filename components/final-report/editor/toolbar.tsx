import { toggleMark } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import { type KeyboardEvent, type RefObject, useState, useSyncExternalStore } from 'react'
import { lineKind, moveBlock, removeBlock, takesInlines, turnInto } from '@/components/final-report/editor/commands'
import { keysText, type Request, type ShortcutName, shortcuts } from '@/components/final-report/editor/keys'
import { schema } from '@/components/final-report/editor/schema'
import type { WritingWords } from '@/components/final-report/editor/words'
import type { Writing } from '@/components/final-report/editor/writing'

type Tool = {
  name: ShortcutName
  sign: string
  act: () => void
  pressed?: boolean
  off?: boolean
}

type Props = {
  writing: Writing
  words: WritingWords
  ask: (request: Request) => boolean
  bar: RefObject<HTMLDivElement | null>
}

/** Every action of the editor as a button; one of them is in the tab order, the arrow keys go through the others. */
export function Toolbar({ writing, words, ask, bar }: Props) {
  useSyncExternalStore(writing.subscribe, writing.snapshot, writing.snapshot)
  const [current, setCurrent] = useState(0)
  const groups = toolsOf(writing, words, ask)
  const count = groups.flat().length

  function go(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: count - 1 }[event.key]
    if (event.key === 'Escape') writing.view?.focus()
    if (step === undefined) return
    event.preventDefault()
    const next = (step + count) % count
    setCurrent(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }

  let index = -1
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.text.toolbar}
      className="editor-toolbar stays-above no-print"
      onKeyDown={go}
    >
      {groups.map((group) => (
        <div key={group[0]?.name} className="editor-tools">
          {group.map(({ name, sign, act, pressed, off }) => {
            index += 1
            const at = index
            const title = `${words.tools[name]} (${keysText(shortcuts[name])})`
            return (
              <button
                key={name}
                type="button"
                className="editor-tool"
                tabIndex={at === current ? 0 : -1}
                aria-pressed={pressed}
                aria-disabled={off || undefined}
                title={title}
                onFocus={() => setCurrent(at)}
                // The text keeps its selection while a button is pressed.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => !off && act()}
              >
                <span aria-hidden="true">{sign}</span>
                <span className="sr-only">{words.tools[name]}</span>
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function toolsOf(writing: Writing, words: WritingWords, ask: Props['ask']): Tool[][] {
  const state = writing.view?.state
  const kind = state ? lineKind(state) : null
  const inText = state ? takesInlines(state) : false
  const run = (name: ShortcutName, command: Command) => () => {
    writing.run(command, words.done[name])
    writing.view?.focus()
  }
  const marked = (name: 'strong' | 'emphasis') => {
    const type = schema.marks[name]
    if (!state) return false
    const { from, to, empty, $from } = state.selection
    return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type)
  }
  const line = (name: 'paragraph' | 'heading1' | 'heading2' | 'quote' | 'bullets' | 'numbers', sign: string): Tool => ({
    name,
    sign,
    act: run(name, turnInto(name)),
    pressed: kind === name,
    off: kind === null,
  })
  const mark = (name: 'strong' | 'emphasis', sign: string): Tool => ({
    name,
    sign,
    act: run(name, toggleMark(schema.marks[name])),
    pressed: marked(name),
    off: !inText,
  })
  const asked = (name: Request & ShortcutName, sign: string, off = false): Tool => ({
    name,
    sign,
    act: () => ask(name),
    off,
  })
  return [
    [line('paragraph', '¶'), line('heading1', 'H1'), line('heading2', 'H2'), line('quote', '❝')],
    [line('bullets', '•'), line('numbers', '1.')],
    [mark('strong', 'B'), mark('emphasis', 'I'), asked('link', words.signs.link, !inText)],
    [
      asked('number', words.signs.number, !inText),
      asked('reference', words.signs.reference, !inText),
      asked('note', words.signs.note, !inText),
      asked('insert', words.signs.insert),
      asked('pick', words.signs.pick),
    ],
    [
      { name: 'up', sign: '↑', act: run('up', moveBlock(-1)) },
      { name: 'down', sign: '↓', act: run('down', moveBlock(1)) },
      { name: 'remove', sign: '✕', act: run('remove', removeBlock) },
    ],
    [
      { name: 'undo', sign: '↶', act: run('undo', undo), off: !state || undoDepth(state) === 0 },
      { name: 'redo', sign: '↷', act: run('redo', redo), off: !state || redoDepth(state) === 0 },
    ],
    [asked('shortcuts', '?')],
  ]
}
