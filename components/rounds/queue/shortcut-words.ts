import type { ShortcutWords } from '@/components/rounds/queue/shortcuts'
import type { Words } from '@/lib/platform/words'

/** Which key does what; the same keys stand at the buttons as `data-shortcut`. */
const meanings = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  r: 'return',
  e: 'report',
  x: 'mark',
  '?': 'list',
} as const

export function shortcutKeys(t: Words): { key: string; what: string }[] {
  return Object.entries(meanings).map(([key, meaning]) => ({ key, what: t(`reviewQueue.keys.${meaning}`) }))
}

export function shortcutWords(t: Words): ShortcutWords {
  const text = (name: string) => t(`reviewQueue.keys.${name}`)
  return {
    open: text('open'),
    title: text('title'),
    help: text('help'),
    use: text('use'),
    useHelp: text('useHelp'),
    key: text('key'),
    what: text('what'),
    close: t('ui.close'),
    // The unit's name is put in where the key is pressed.
    marked: t('reviewQueue.keys.marked', { unit: '{unit}' }),
    unmarked: t('reviewQueue.keys.unmarked', { unit: '{unit}' }),
    nothing: text('nothing'),
    all: t('search.shortcuts.title'),
  }
}
