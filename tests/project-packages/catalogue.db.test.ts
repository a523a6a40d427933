import { describe, expect, it } from 'vitest'
import { choices } from '@/lib/project-packages/choices/model'
import type { Field, Part } from '@/lib/project-packages/format/model'
import { heads, inOrderOfReference, parts } from '@/lib/project-packages/parts/model'
import { withClient } from '../../scripts/database/open.mts'
import { type Column, readTables, type Table } from '../platform/catalogue'
import { testDatabase } from '../support/database'
import { columnsOutside, tablesOutside } from './outside'

const all = [...heads, ...parts]

/** What of the database is neither in the package nor said to stay outside. */
function forgotten(tables: ReadonlyMap<string, Table>, definitions: readonly Part[]): string[] {
  const byTable = new Map(definitions.map((part) => [part.table, part]))
  return [...tables.values()].flatMap((table) => {
    const part = byTable.get(table.name)
    if (!part) return table.name in tablesOutside ? [] : [table.name]
    const known = new Set([...part.fields.map(({ column }) => column), ...(part.named ? ['id'] : [])])
    if (table.ownedByTenant) known.add('organisationId')
    if (part.owner === 'project') known.add('projectId')
    const outside = columnsOutside[table.name] ?? {}
    return table.columns
      .filter(({ name }) => !known.has(name) && !(name in outside))
      .map(({ name }) => `${table.name}.${name}`)
  })
}

const typesOf: Record<Exclude<Field['kind'], 'choice'>, RegExp> = {
  text: /^(text|uuid)$/,
  document: /^text$/,
  hash: /^text$/,
  integer: /^int4$/,
  order: /^int4$/,
  decimal: /^numeric$/,
  day: /^date$/,
  instant: /^timestamptz$/,
  flag: /^bool$/,
  county: /^uuid$/,
  texts: /^text$/,
  json: /^jsonb$/,
  bytes: /^bytea$/,
  ref: /^uuid$/,
  project: /^uuid$/,
}

function misread(part: Part, table: Table, column: Column, field: Field): string[] {
  const key = table.foreignKeys.find((one) => one.column === column.name)
  const target = all.find(({ name }) => name === field.of)?.table
  const isTyped = field.kind === 'choice' ? column.firstOfEnum !== null : typesOf[field.kind].test(column.type)
  const said = `${part.name}.${field.name}`
  return [
    ...(column.isArray === (field.kind === 'texts') ? [] : [`${said}: a list on one side only`]),
    ...(isTyped ? [] : [`${said} is a ${field.kind}, the column a ${column.type}`]),
    ...(field.kind === 'ref' && key?.table !== target
      ? [`${said} refers to ${target}, the column to ${key?.table}`]
      : []),
    ...(column.required && field.optional ? [`${said} may be absent, the column must be filled`] : []),
  ]
}

describe('the definitions of the package', () => {
  it('hold every table and column of the database, or it is said why not', () =>
    withClient(testDatabase().ownerUrl, async (owner) => {
      const tables = await readTables(owner)
      expect(forgotten(tables, all)).toEqual([])
      const columns = all.reduce((sum, part) => sum + part.fields.length, 0)
      console.log(`${all.length} parts, ${columns} fields of ${tables.size} tables`)
      expect(all.length).toBeGreaterThan(80)
      expect(columns).toBeGreaterThan(600)
    }))

  it('would be caught without a column, and without a table', () =>
    withClient(testDatabase().ownerUrl, async (owner) => {
      const tables = await readTables(owner)
      const without = all.map((part) =>
        part.name === 'risks' ? { ...part, fields: part.fields.filter(({ name }) => name !== 'closedReason') } : part,
      )
      expect(forgotten(tables, without)).toEqual(['Risk.closedReason'])
      expect(
        forgotten(
          tables,
          all.filter(({ name }) => name !== 'risks'),
        ),
      ).toEqual(['Risk'])
    }))

  it('say of each field what its column is', () =>
    withClient(testDatabase().ownerUrl, async (owner) => {
      const tables = await readTables(owner)
      const wrong = all.flatMap((part) => {
        const table = tables.get(part.table)
        if (!table) return [`no table ${part.table}`]
        return part.fields.flatMap((field) => {
          const column = table.columns.find(({ name }) => name === field.column)
          return column
            ? misread(part, table, column, field)
            : [`${part.name}.${field.name}: no column ${field.column}`]
        })
      })
      expect(wrong).toEqual([])
    }))

  it('know the choices that the database knows', () =>
    withClient(testDatabase().ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ name: string; values: string[] }>(
        `SELECT t.typname AS name, array_agg(e.enumlabel::text) AS values
           FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY 1`,
      )
      const known = Object.fromEntries(
        rows.filter(({ name }) => name in choices).map(({ name, values }) => [name, values.sort()]),
      )
      const said = Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, values.toSorted()]))
      expect(said).toEqual(known)
      expect(Object.keys(choices).length).toBeGreaterThan(40)
    }))

  it('name the constraints that no two rows may break', () =>
    withClient(testDatabase().ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ table: string; columns: string[] }>(
        `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attname) AS columns
           FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
          WHERE i.indisunique AND NOT i.indisexclusion AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname, i.indexrelid`,
      )
      const missing = rows.flatMap(({ table, columns }) => {
        const part = parts.find((one) => one.table === table)
        const own = columns.filter((name) => name !== 'projectId')
        if (!part || own.join() === 'id' || own.some((name) => name in (columnsOutside[table] ?? {}))) return []
        const said = [...(part.unique ?? []), ...(part.key ? [part.key] : [])].map((fields) =>
          fields
            .map((name) => part.fields.find((field) => field.name === name)?.column)
            .sort()
            .join(),
        )
        return said.includes(own.join()) ? [] : [`${part.name}: ${own.join(', ')}`]
      })
      expect(missing).toEqual([])
    }))

  it('have an order in which no row comes before what it names', () => {
    expect(inOrderOfReference().length).toBe(parts.length)
  })
})
