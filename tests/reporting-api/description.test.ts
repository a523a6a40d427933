// What is written of the API beside its own description says the same.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { powerQuery } from '@/components/reporting-api/power-query'
import { locales, words } from '@/lib/platform/words'
import { openApiDocument } from '@/lib/reporting-api/description/model'
import { acceptedFormat } from '@/lib/reporting-api/formats/model'
import type { Resource, Shown } from '@/lib/reporting-api/model'
import { cursorText, pageOf, readCursor } from '@/lib/reporting-api/pages/model'
import { resources } from '@/lib/reporting-api/resources/model'
import { parametersSchema } from '@/lib/reporting-api/schema'
import { jsonRow } from '@/lib/reporting-api/writing/model'

const guide = fs.readFileSync(path.join(import.meta.dirname, '../../docs/reporting-api.md'), 'utf8')
const t = words('fi')

describe('docs/reporting-api.md', () => {
  it('names every table, every parameter and the same query as the page', () => {
    const tables = /## Tables\n([\s\S]*?)\n## /.exec(guide)?.[1] ?? ''
    for (const { name } of resources) expect(tables, name).toContain(`\`${name}\``)
    const parameters = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1])
    expect(parameters).toEqual(Object.keys(parametersSchema.shape))
    expect(guide).toContain(powerQuery('https://etappi.example.fi', 'unit_lights'))
  })
})

describe('the document', () => {
  it('follows the columns: a table with one column less is described with one less', () => {
    const [first] = resources
    if (!first) throw new Error('no tables')
    const less: Resource = { ...first, columns: first.columns.slice(1) }
    const propertiesIn = (all: readonly Resource[]) => {
      const document = openApiDocument(t, all, { version: '1', server: 'http://localhost' }) as {
        components: { schemas: Record<string, { properties: object }> }
      }
      return Object.keys(document.components.schemas[first.name]?.properties ?? {})
    }
    expect(propertiesIn([less])).toEqual(propertiesIn(resources).slice(1))
  })

  it('has words for every table and column in every language', () => {
    for (const locale of locales) {
      const text = JSON.stringify(
        openApiDocument(words(locale), resources, { version: '1', server: 'http://localhost' }),
      )
      expect(text).not.toMatch(/reportingApi\./)
    }
  })
})

describe('Accept', () => {
  it.each([
    [null, 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['text/csv', 'csv'],
    ['text/*, application/json;q=0.5', 'csv'],
    ['text/csv;q=0.5, application/json', 'json'],
    ['text/html, */*;q=0.1', 'json'],
    ['text/html', null],
    ['application/json;q=0', null],
  ])('%s: %s', (accept, format) => expect(acceptedFormat(accept)).toBe(format))
})

describe('pages', () => {
  const table = (kind: Resource['kind']): Resource => ({
    name: 'rows',
    kind,
    columns: [{ name: 'id', kind: 'id', required: true }],
    cells: ({ publicationId }) => (publicationId.match(/\w/g) ?? []).map((id) => [id]),
  })
  const shown = ['abc', '', 'bcd', 'e'].map((publicationId) => ({ publicationId }) as Shown)

  async function readAll(kind: Resource['kind'], limit: number): Promise<string[]> {
    const pages: string[] = []
    let from: { publication: number; row: number } | null = { publication: 0, row: 0 }
    while (from !== null) {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(
        table(kind),
        t,
        shown.length,
        (at) => Promise.resolve(shown[at] as Shown),
        { from, limit },
      )
      pages.push(page.rows.join(''))
      from = page.next
    }
    return pages
  }

  it.each([1, 2, 3, 4, 6, 7, 8])('of %i rows give every row once, and no empty page at the end', async (limit) => {
    const facts = await readAll('fact', limit)
    expect(facts.join('')).toBe('abcbcde')
    expect(facts.slice(0, -1).every(({ length }) => length === limit)).toBe(true)
    expect(facts.at(-1)).not.toBe('')
    const ids = await readAll('dimension', limit)
    expect(ids.join('')).toBe('abcde')
    expect(ids.at(-1)).not.toBe('')
  })

  it('cursors come back as they were; what is none of ours is none', () => {
    const cursor = { data: 'x', resource: 'rows', publication: 3, row: 17 }
    expect(readCursor(cursorText(cursor))).toEqual(cursor)
    for (const text of ['', 'x', btoa('{}'), btoa(JSON.stringify({ ...cursor, row: -1 }))])
      expect(readCursor(text)).toBeNull()
  })
})

describe('decimals', () => {
  const columns = [{ name: 'amount', kind: 'amount' as const, required: false }]

  it('are written digit by digit', () => {
    expect(jsonRow(columns, ['99999999999999.99'])).toBe('{"amount":99999999999999.99}')
    expect(jsonRow(columns, ['-0.10'])).toBe('{"amount":-0.10}')
    expect(jsonRow(columns, [null])).toBe('{"amount":null}')
  })

  it.each(['1e5', '1,5', '', 'NaN', '1}'])('%s is none', (text) => {
    expect(() => jsonRow(columns, [text])).toThrow('not a decimal')
  })
})
