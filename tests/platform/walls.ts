// What is wrong with the walls between tenants, asked from the database. Used on the real schema and on planted faults.
import type pg from 'pg'
import { readTables, tenantKeys } from './catalogue'

/** Tables without row-level security, each with its reason. */
const withoutSecurity: Record<string, string> = {
  RateLimit: 'counters of attempts by hashed key: read and written before anybody is known, holds nothing of a county',
}

/** Permissive policies open a table further; each that stands beside "organisation" on a tenant's table is named here. */
const furtherPolicies: Record<string, string> = {
  'Membership.own_memberships': 'a person reads their own roles before their county is known',
  'Snapshot.national_reads': 'the national role reads what counties have published',
  'SnapshotFigures.national_reads': 'figures of what counties have published, which the national role reads',
}

/** Tables whose organisation is tied down by something else than a required key. */
const anchoredByCheck: Record<string, string> = {
  CommentThread: 'CommentThread_one_place demands exactly one of its keys, whose organisation must be the same',
  Evidence: 'Evidence_one_subject demands exactly one of its keys, whose organisation must be the same',
}

type Facts = { enabled: boolean; forced: boolean }
type Policy = {
  table: string
  name: string
  command: string
  permissive: boolean
  using: string | null
  check: string | null
}

const guarded = (expression: string | null): boolean =>
  /"organisationId" = \( SELECT etappi_organisation\(\)/.test(expression ?? '')

export async function wallFaults(
  owner: pg.Client,
): Promise<{ tables: number; tenantTables: number; keys: number; faults: string[] }> {
  const tables = await readTables(owner)
  const { rows: facts } = await owner.query<Facts & { name: string }>(
    `SELECT relname AS name, relrowsecurity AS enabled, relforcerowsecurity AS forced FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  )
  const { rows: policies } = await owner.query<Policy>(
    `SELECT tablename AS table, policyname AS name, cmd AS command, permissive = 'PERMISSIVE' AS permissive, qual AS using,
            with_check AS check FROM pg_policies WHERE schemaname = 'public'`,
  )
  const { rows: triggers } = await owner.query<{ table: string; definition: string }>(
    `SELECT tgrelid::regclass::text AS table, pg_get_triggerdef(oid) AS definition FROM pg_trigger
      WHERE tgname = 'same_organisation' AND tgenabled = 'O'`,
  )
  const faults: string[] = []
  let keys = 0
  for (const table of tables.values()) {
    const own = policies.filter((p) => p.table === table.name)
    const security = facts.find((f) => f.name === table.name)
    if (!(table.name in withoutSecurity)) {
      if (!security?.enabled) faults.push(`${table.name}: row-level security is off`)
      if (!security?.forced) faults.push(`${table.name}: row-level security does not bind the owner`)
      if (own.length === 0) faults.push(`${table.name}: no policy`)
    }
    if (!table.ownedByTenant) continue
    const main = own.find((p) => p.name === 'organisation')
    if (!(main?.command === 'ALL' && guarded(main.using) && guarded(main.check)))
      faults.push(`${table.name}: no policy "organisation"`)
    for (const p of own.filter((o) => o !== main && o.permissive)) {
      if (!(`${table.name}.${p.name}` in furtherPolicies))
        faults.push(`${table.name}: policy "${p.name}" opens it further`)
      else if (p.command !== 'SELECT') faults.push(`${table.name}: policy "${p.name}" opens more than reading`)
    }
    const trigger = triggers.find((t) => t.table.replaceAll('"', '') === table.name)?.definition ?? ''
    for (const key of tenantKeys(table, tables)) {
      keys += 1
      if (!trigger.includes(`'${key.column}', '${key.table}'`))
        faults.push(`${table.name}.${key.column}: may point at another county's ${key.table}`)
    }
    if (!(table.name in anchoredByCheck) && !anchored(table.foreignKeys))
      faults.push(`${table.name}: nothing says that its organisation exists`)
  }
  return { tables: tables.size, tenantTables: [...tables.values()].filter((t) => t.ownedByTenant).length, keys, faults }

  /** The organisation itself is referenced, or a required parent whose organisation must be the same. */
  function anchored(foreignKeys: { column: string; table: string; required: boolean }[]): boolean {
    return foreignKeys.some((k) => k.table === 'Organisation' || (k.required && tables.get(k.table)?.ownedByTenant))
  }
}
