import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Command, Plugin } from 'prosemirror-state'
import {
  goTo,
  insertBreak,
  type LineKind,
  leaveList,
  lineBeside,
  moveBlock,
  removeBlock,
  turn,
  turnInto,
} from '@/components/final-report/editor/commands'
import { schema } from '@/components/final-report/editor/schema'

/** What the writer asks for that is more than a change of the text. */
export type Request = 'link' | 'number' | 'reference' | 'note' | 'insert' | 'pick' | 'shortcuts' | 'toolbar' | 'panel'

/** Keys as they are told to people; the same list makes them work. */
export const shortcuts = {
  strong: 'Mod-b',
  emphasis: 'Mod-i',
  link: 'Mod-k',
  undo: 'Mod-z',
  redo: 'Mod-y',
  paragraph: 'Mod-Alt-0',
  heading1: 'Mod-Alt-1',
  heading2: 'Mod-Alt-2',
  quote: 'Mod-Alt-5',
  numbers: 'Mod-Alt-7',
  bullets: 'Mod-Alt-8',
  number: 'Mod-Alt-n',
  reference: 'Mod-Alt-r',
  note: 'Mod-Alt-f',
  insert: 'Mod-Alt-i',
  pick: 'Mod-Alt-p',
  up: 'Alt-ArrowUp',
  down: 'Alt-ArrowDown',
  remove: 'Mod-Shift-Backspace',
  toolbar: 'Alt-F10',
  shortcuts: 'Mod-/',
} as const
export type ShortcutName = keyof typeof shortcuts

/** As it is told: "Ctrl + B". */
export function keysText(keys: string): string {
  const names: Record<string, string> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', Backspace: '⌫' }
  return keys
    .split('-')
    .map((key) => names[key] ?? key.toUpperCase())
    .map((key) => (key === 'ALT' ? 'Alt' : key === 'SHIFT' ? 'Shift' : key))
    .join(' + ')
}

const lineKinds = ['paragraph', 'heading1', 'heading2', 'quote', 'numbers', 'bullets'] as const

/** The keys of the editor. */
export function keys(ask: (request: Request) => boolean): Plugin[] {
  const asking =
    (request: Request): Command =>
    () =>
      ask(request)
  const lines = Object.fromEntries(lineKinds.map((kind) => [shortcuts[kind], turnInto(kind)]))
  const asked = (['link', 'number', 'reference', 'note', 'insert', 'pick', 'shortcuts', 'toolbar'] as const).map(
    (name) => [shortcuts[name], asking(name)] as const,
  )
  return [
    keymap({
      ...lines,
      ...Object.fromEntries(asked),
      [shortcuts.strong]: toggleMark(schema.marks.strong),
      [shortcuts.emphasis]: toggleMark(schema.marks.emphasis),
      [shortcuts.undo]: chainCommands(undoInputRule, undo),
      [shortcuts.redo]: redo,
      'Mod-Shift-z': redo,
      [shortcuts.up]: moveBlock(-1),
      [shortcuts.down]: moveBlock(1),
      [shortcuts.remove]: removeBlock,
      Enter: chainCommands(leaveList('empty'), lineBeside('below')),
      'Shift-Enter': chainCommands(lineBeside('above'), insertBreak),
      Backspace: chainCommands(undoInputRule, leaveList('start')),
      Tab: asking('panel'),
      'Mod-Home': goTo('start'),
      'Mod-End': goTo('end'),
    }),
    keymap(baseKeymap),
  ]
}

const rule = (typed: RegExp, kind: LineKind) =>
  new InputRule(typed, (state, _match, start, end) => {
    if (state.selection.$from.parent.type !== schema.nodes.paragraph) return null
    const change = state.tr.delete(start, end)
    return turn(change, kind) ? change : null
  })

/** "- ", "1. " and "> " at the beginning of a line. */
export const typedLists = inputRules({
  rules: [rule(/^[-*•]\s$/, 'bullets'), rule(/^1[.)]\s$/, 'numbers'), rule(/^>\s$/, 'quote')],
})
