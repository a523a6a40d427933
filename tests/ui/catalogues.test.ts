import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import * as en from '@/lib/messages/en/catalogue'
import * as fi from '@/lib/messages/fi/catalogue'
import * as sv from '@/lib/messages/sv/catalogue'
import { locales, words } from '@/lib/platform/words'
import { icuArguments } from './icu'

type Tree = { [key: string]: Tree | string }
const catalogues: Record<string, Tree> = { fi: { ...fi } as Tree, sv: { ...sv } as Tree, en: { ...en } as Tree }
const folder = path.resolve(import.meta.dirname, '../../lib/messages')

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

/** What is wrong between the first catalogue and another one. */
function faults(first: Tree, other: Tree): string[] {
  const [a, b] = [flat(first), flat(other)]
  const missing = [...a.keys()].filter((key) => !b.has(key)).map((key) => `missing: ${key}`)
  const extra = [...b.keys()].filter((key) => !a.has(key)).map((key) => `extra: ${key}`)
  const empty = [...b].filter(([, text]) => text.trim() === '').map(([key]) => `empty: ${key}`)
  const uneven = [...b]
    .filter(([key, text]) => String(icuArguments(text)) !== String(icuArguments(a.get(key) ?? text)))
    .map(([key]) => `arguments differ: ${key}`)
  // Numbers and dates are written by lib/values/format.ts, never by a message.
  const formats = [...b]
    .filter(([, text]) => icuArguments(text).some((name) => /:(number|date|time)$/.test(name)))
    .map(([key]) => `formats: ${key}`)
  return [...missing, ...extra, ...empty, ...uneven, ...formats]
}

describe('catalogues', () => {
  it('hold the same keys with the same arguments in every language', () => {
    const keys = flat(catalogues.fi ?? {}).size
    console.log(`catalogues: ${keys} keys × ${locales.length} languages`)
    expect(keys).toBeGreaterThan(50)
    for (const locale of locales) expect(faults(catalogues.fi ?? {}, catalogues[locale] ?? {}), locale).toEqual([])
  })

  it('find planted faults', () => {
    const first = { a: { b: 'Hei {name}', c: '{count, plural, one {yksi} other {# kpl}}', d: 'x', g: 'y' } }
    const other = { a: { b: 'Hej {namn}', c: '{count} st', d: ' ', e: 'extra', g: '{when, date}' } }
    expect(faults(first, other)).toEqual([
      'extra: a.e',
      'empty: a.d',
      'arguments differ: a.b',
      'arguments differ: a.c',
      'arguments differ: a.g',
      'formats: a.g',
    ])
    expect(faults({ a: 'x', b: 'y' }, { a: 'x' })).toEqual(['missing: b'])
  })

  it('are all registered: every file of the folder is one line of the list', () => {
    for (const locale of locales) {
      const files = fs.readdirSync(path.join(folder, locale)).filter((file) => file.endsWith('.json'))
      const names = files.map((file) =>
        file.slice(0, -5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      )
      expect(Object.keys(catalogues[locale] ?? {}).sort()).toEqual(names.sort())
    }
  })

  it('every message can be formatted', () => {
    for (const locale of locales) {
      const t = words(locale)
      for (const [key, text] of flat(catalogues[locale] ?? {})) {
        const values = Object.fromEntries(
          icuArguments(text).map((name) => [name.split(':')[0], name.includes(':plural') ? 3 : 'x']),
        )
        expect(t(key, values), `${locale} ${key}`).not.toMatch(/[{}]/)
      }
    }
  })
})

describe('words', () => {
  it('throws for a missing key in tests', () => {
    expect(() => words('fi')('frame.noSuchKey')).toThrow(/noSuchKey/)
    expect(() => words('fi')('frame.previousPeriod')).toThrow()
  })

  it('gives the text of its language, and the same translator again', () => {
    expect(words('fi')('frame.menu')).toBe('Valikko')
    expect(words('sv')('frame.previousPeriod', { period: 'Q2/2025' })).toBe('Föregående period Q2/2025')
    expect(words('en').has('frame.menu')).toBe(true)
    expect(words('en').has('frame.noSuchKey')).toBe(false)
    expect(words('en')).toBe(words('en'))
  })
})
