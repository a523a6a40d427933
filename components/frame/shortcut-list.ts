import { keysText, type ShortcutName, shortcuts } from '@/components/final-report/editor/keys'
import { shortcutKeys } from '@/components/rounds/queue/shortcut-words'
import type { Words } from '@/lib/platform/words'

/** Keys of one place, and what they do. `single`: they need no other key held down, and can be switched off. */
export type ShortcutGroup = {
  id: ShortcutPlace
  title: string
  single: boolean
  rows: readonly { keys: string; what: string }[]
}

/** Where keys of ours work, with the files that listen to them; tests/ui/shortcuts.test.ts holds the two together. */
export const shortcutPlaces = {
  everywhere: ['components/frame/frame-keys.tsx'],
  search: ['components/search/search-dialog.tsx'],
  queue: ['components/rounds/queue/shortcuts.tsx'],
  grid: ['components/status-reports/form/grid/use-grid.ts', 'components/plan/cells-form.tsx'],
  editor: [
    'components/final-report/editor/toolbar.tsx',
    'components/final-report/editor/panels/panel.tsx',
    'components/final-report/editor/panels/table-panel.tsx',
  ],
} as const
export type ShortcutPlace = keyof typeof shortcutPlaces

/** Keys that are told here; those of the review queue and of the editor are told by the lists that make them work. */
export const ownKeys = {
  everywhere: { search: 'Ctrl + K', list: '?', close: 'Esc' },
  search: { move: '↓ ↑', open: 'Enter' },
  grid: { down: 'Enter', up: 'Shift + Enter', move: '↑ ↓ ← →' },
  editorMore: { tools: '← → Home End', leave: 'Esc', cells: 'Ctrl + ↑ ↓' },
} as const

/** Every shortcut that exists, by place. */
export function shortcutGroups(t: Words): ShortcutGroup[] {
  const group = (id: ShortcutPlace, rows: ShortcutGroup['rows'], single = false): ShortcutGroup => ({
    id,
    title: t(`search.shortcuts.place.${id}`),
    single,
    rows,
  })
  const own = (place: keyof typeof ownKeys) =>
    Object.entries(ownKeys[place]).map(([name, keys]) => ({ keys, what: t(`search.shortcuts.${place}.${name}`) }))
  const queue = shortcutKeys(t).map(({ key, what }) => ({ keys: key, what }))
  const names = Object.keys(shortcuts) as ShortcutName[]
  const editor = names.map((name) => ({ keys: keysText(shortcuts[name]), what: t(`reportEditor.tool.${name}`) }))
  return [
    group('everywhere', own('everywhere')),
    group('search', own('search')),
    group('queue', queue, true),
    group('grid', own('grid')),
    group('editor', [...editor, ...own('editorMore')]),
  ]
}
