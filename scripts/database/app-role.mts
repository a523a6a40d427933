// The role that the application connects as: it owns nothing, and row-level security binds it.
import pg from 'pg'

/** True when this connection works (right password, database reachable). */
async function connects(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes sure that the role exists and that `appUrl` (with its password) opens the database. Needs the right to create roles. */
export async function ensureAppRole(owner: pg.Client, appUrl: string): Promise<void> {
  if (await connects(appUrl)) return
  const { username, password } = new URL(appUrl)
  const role = owner.escapeIdentifier(decodeURIComponent(username))
  const known = await owner.query('select 1 from pg_roles where rolname = $1', [decodeURIComponent(username)])
  // the attributes are spelt out only at creation: naming SUPERUSER or BYPASSRLS in ALTER ROLE takes a superuser
  await owner.query(
    known.rowCount
      ? `alter role ${role} login password ${owner.escapeLiteral(decodeURIComponent(password))}`
      : `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${owner.escapeLiteral(decodeURIComponent(password))}`,
  )
  const { rows } = await owner.query('select current_database() as name')
  await owner.query(`grant connect on database ${owner.escapeIdentifier(rows[0].name)} to ${role}`)
}

/**
 * True when servers are connected as the role while its password is not the one of `appUrl`: another one given to it would keep
 * them from connecting again.
 */
export async function wouldLockOut(owner: pg.Client, appUrl: string): Promise<boolean> {
  if (await connects(appUrl)) return false
  const role = decodeURIComponent(new URL(appUrl).username)
  const { rowCount } = await owner.query('select 1 from pg_stat_activity where usename = $1 limit 1', [role])
  return (rowCount ?? 0) > 0
}

/** Gives the role what it needs on every table, now and later; the history of migrations and the audit chain it may only read. */
export async function grantToApp(owner: pg.Client, role: string): Promise<void> {
  const to = owner.escapeIdentifier(role)
  await owner.query(`
    grant usage on schema public to ${to};
    grant select, insert, update, delete on all tables in schema public to ${to};
    grant usage, select on all sequences in schema public to ${to};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${to};
    alter default privileges in schema public grant usage, select on sequences to ${to};
    revoke insert, update, delete on _prisma_migrations, "AuditLink" from ${to};
  `)
}

export async function isGranted(owner: pg.Client, role: string): Promise<boolean> {
  const { rows } = await owner.query(
    "select bool_and(has_table_privilege($1, oid, 'select')) as granted from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    [role],
  )
  return rows[0]?.granted === true
}

export type Powers = { name: string; superuser: boolean; bypassesSecurity: boolean; createsRoles: boolean }

export async function powersOf(client: pg.Client): Promise<Powers> {
  const { rows } = await client.query(
    'select rolname as name, rolsuper as superuser, rolsuper or rolbypassrls as "bypassesSecurity", rolsuper or rolcreaterole as "createsRoles" from pg_roles where rolname = current_user',
  )
  return rows[0] as Powers
}
