import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownKeys, shortcutGroups, shortcutPlaces } from '@/components/frame/shortcut-list'
import { words } from '@/lib/platform/words'

/** Keys that a file compares what was pressed with: literals beside `event.key`, and keys of tables that it is looked up in. */
function keysIn(text: string): string[] {
  const compared = [...text.matchAll(/event\.key(?:\.toLowerCase\(\))?\s*[!=]==\s*'([^']+)'/g)].map(([, key]) => key)
  const tables = [...text.matchAll(/\{([^{}]*)\}\[event\.key\]/g)].flatMap(([, table = '']) =>
    [...table.matchAll(/(\w+):/g)].map(([, key]) => key),
  )
  return [...compared, ...tables].flatMap((key) => (key ? [key] : []))
}

const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  k: 'K',
}
const listeners = Object.values(shortcutPlaces).flat()
const read = (file: string) => readFileSync(file, 'utf8')
const told = Object.values(ownKeys)
  .flatMap((place) => Object.values(place))
  .flatMap((keys) => keys.split(/ \+ | /))

describe('the list of shortcuts and the code', () => {
  it('name the same files: whatever listens to keys is in the list', () => {
    const files = globSync('{components,app}/**/*.{ts,tsx}').filter((file) => /event\.key\b/.test(read(file)))
    expect(files.length).toBeGreaterThan(6)
    expect(files.sort()).toEqual([...listeners].sort())
  })

  it.each(listeners)('every key that %s waits for is told', (file) => {
    const missing = keysIn(read(file)).filter((key) => !told.includes(signs[key] ?? key))
    expect(missing).toEqual([])
  })

  it('every key that is told is waited for somewhere', () => {
    const code = [...listeners, 'components/status-reports/form/grid/moves.ts'].map(read).join('\n')
    const waited = keysIn(code.replaceAll(/\bkey ===/g, 'event.key ===')).map((key) => signs[key] ?? key)
    // Esc of a dialog is the browser's own; Ctrl and Shift are held down with another key.
    const missing = told.filter((key) => !['Ctrl', 'Shift', 'Esc', ...waited].includes(key))
    expect(missing).toEqual([])
  })

  it('would find a key that nobody told of', () => {
    expect(keysIn("if (event.key === 'F9') go({ PageDown: 1 }[event.key])")).toEqual(['F9', 'PageDown'])
  })

  it.each(['fi', 'sv', 'en'] as const)('has a sentence for every key in %s, and single ones are marked', (locale) => {
    const groups = shortcutGroups(words(locale))
    expect(groups.flatMap(({ rows }) => rows).length).toBeGreaterThan(30)
    expect(groups.flatMap(({ rows }) => rows).filter(({ what }) => /\w\.\w/.test(what))).toEqual([])
    const single = groups
      .filter(({ single }) => !single)
      .flatMap(({ rows }) => rows.filter(({ keys }) => /^[a-z]$/.test(keys)))
    expect(single).toEqual([])
  })
})
