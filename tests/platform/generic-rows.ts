// One valid row of every table for a county, made from the database's own description of the tables.
import { createHash, randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Column, Table } from './catalogue'

export type Row = Record<string, unknown>
/** Ids of a county's rows by table, and of the shared tables. */
export type County = { organisationId: string; ids: Map<string, string> }

class NotYet extends Error {}

const emptyBody = { body: '{}', sha256: createHash('sha256').update('{}').digest('hex') }

/** What the check constraints demand beyond types. `id` gives the county's row of a table. */
const special: Record<string, (id: (table: string) => string) => Row> = {
  Snapshot: () => emptyBody,
  FinalReportEdition: () => ({ ...emptyBody, number: 1 }),
  FindingAcceptance: () => ({ findingKey: 'generic' }),
  ReportTemplatePrompt: () => ({ placeKey: '4.1' }),
  Membership: (id) => ({ role: 'coordinator', projectId: id('Project') }),
  StoredFile: () => ({ storage: 'database', bytes: Buffer.from('x') }),
  Evidence: (id) => ({ url: 'https://example.fi', purchaseId: id('Purchase') }),
  DecisionSubject: (id) => ({ investmentId: id('Investment') }),
  CommentThread: (id) => ({ reportId: id('StatusReport') }),
  BlockBinding: (id) => ({ indicatorId: id('Indicator') }),
  ProjectDocument: () => ({ url: 'https://example.fi' }),
  ProjectLink: () => ({ name: 'Another project' }),
  FundingShare: () => ({ percent: '12.50' }),
  AgendaAttachment: () => ({ url: 'https://example.fi' }),
  PlanDependency: () => ({ text: 'Another part first' }),
  BeneficialOwner: (id) => ({ itemId: id('SupportItem') }),
  TreasuryFile: () => ({ month: '2025-09-01' }),
  ApiKey: () => ({ expiresAt: '2999-12-31' }),
  Invitation: (id) => ({ organisationId: id('Organisation'), role: 'admin' }),
  RetentionRule: () => ({ years: 10 }),
}

function valueFor({ type, isArray, firstOfEnum }: Column): unknown {
  if (isArray) return []
  if (firstOfEnum !== null) return firstOfEnum
  if (type === 'uuid') return randomUUID()
  if (type === 'text' || type === 'varchar') return `generic-${randomUUID()}`
  if (/^(int|float|numeric)/.test(type)) return randomInt(1, 1_000_000)
  if (type === 'bool') return false
  if (/^(date|timestamp)/.test(type)) return '2025-06-30'
  if (type === 'json' || type === 'jsonb') return '{}'
  if (type === 'bytea') return Buffer.from('x')
  throw new Error(`generic rows: no value for the type ${type}`)
}

/** A row that the table takes; throws NotYet while a row it must point at is missing. */
export function genericRow(table: Table, county: County): Row {
  const id = (name: string): string => {
    const known = name === 'Organisation' ? county.organisationId : county.ids.get(name)
    if (!known) throw new NotYet(name)
    return known
  }
  const row: Row = {}
  for (const column of table.columns) {
    const key = table.foreignKeys.find((k) => k.column === column.name)
    if (column.name === 'id') row.id = randomUUID()
    else if (column.name === 'organisationId' && column.required) row.organisationId = county.organisationId
    else if (key && column.required) row[column.name] = id(key.table)
    else if (column.required) row[column.name] = valueFor(column)
  }
  return { ...row, ...special[table.name]?.(id) }
}

export async function insertRow(client: pg.Client, table: string, row: Row): Promise<void> {
  const names = Object.keys(row)
  await client.query(
    `INSERT INTO "${table}" (${names.map((n) => `"${n}"`).join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  )
}

/** The database makes their rows itself, together with those of another table. */
const madeByItself = ['AuditLink']

/** Inserts a row into every table as the owner, parents first. Triggers and checks are on: the rows are valid. */
export async function seedCounty(owner: pg.Client, tables: Map<string, Table>): Promise<County> {
  const county: County = { organisationId: randomUUID(), ids: new Map() }
  await insertRow(owner, 'Organisation', {
    id: county.organisationId,
    key: `generic-${county.organisationId}`,
    name: 'Generic county',
  })
  const given = ['Organisation', ...madeByItself]
  let waiting = [...tables.values()].filter((table) => !given.includes(table.name))
  while (waiting.length > 0) {
    const postponed: Table[] = []
    for (const table of waiting) {
      try {
        const row = genericRow(table, county)
        await insertRow(owner, table.name, row)
        if (typeof row.id === 'string') county.ids.set(table.name, row.id)
      } catch (error) {
        if (!(error instanceof NotYet)) throw error
        postponed.push(table)
      }
    }
    if (postponed.length === waiting.length)
      throw new Error(`generic rows: ${postponed.map((t) => t.name).join(', ')} wait for each other`)
    waiting = postponed
  }
  return county
}
