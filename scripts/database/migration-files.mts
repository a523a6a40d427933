// What lies in prisma/: the schema (one file per noun) and the migrations made from it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export type MigrationFile = { name: string; sql: string; checksum: string }

export function migrationFiles(root: string): MigrationFile[] {
  const folder = path.join(root, 'prisma/migrations')
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

export function schemaFiles(root: string): { path: string; content: string }[] {
  const models = path.join(root, 'prisma/models')
  const names = fs.existsSync(models) ? fs.readdirSync(models).filter((name) => name.endsWith('.prisma')) : []
  return ['prisma/schema.prisma', ...names.sort().map((name) => `prisma/models/${name}`)].map((file) => ({
    path: file,
    content: fs.readFileSync(path.join(root, file), 'utf8'),
  }))
}

/** What the schema engine wants to know of the migrations folder, or of those named in `only`. */
export function migrationList(root: string, only?: ReadonlySet<string>) {
  return {
    baseDir: path.join(root, 'prisma/migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationFiles(root)
      .filter(({ name }) => !only || only.has(name))
      .map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
      })),
  }
}
