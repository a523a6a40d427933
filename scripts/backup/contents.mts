// What a backup holds: a tar archive, packed and encrypted. First `about.json`, then every table in pieces, then the files
// that lie on disk, last `manifest.json` with the sum of each. docs/decisions/047-backup.md
import { z } from 'zod'

export const backupFormat = 1

/** Bytes of one piece of a table: what is held in memory at a time, on the way out and on the way in. */
export const pieceBytes = 4 * 1024 * 1024

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const table = z.object({ name: z.string(), columns: z.array(z.string()).min(1), key: z.array(z.string()).min(1) })

export const aboutShape = z.object({
  product: z.literal('etappi'),
  kind: z.literal('backup'),
  format: z.number().int().positive(),
  version: z.string(),
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  /** Migrations the database had, in order, with the sums of their files */
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })),
  tables: z.array(table),
})

export const manifestShape = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number().int().nonnegative(), sha256 })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.array(z.object({ id: z.uuid(), bytes: z.number().int().nonnegative(), sha256 })),
})

export type BackedUpTable = z.infer<typeof table>
export type About = z.infer<typeof aboutShape>
export type Manifest = z.infer<typeof manifestShape>

/** Why a backup cannot be made, read or brought back; the command has a sentence for each. */
export type BackupReason =
  | 'NO_RECIPIENT'
  | 'BAD_RECIPIENT'
  | 'RULES_HIDE_ROWS'
  | 'NOT_A_BACKUP'
  | 'WRONG_KEY'
  | 'DAMAGED'
  | 'NEWER'
  | 'NOT_EMPTY'

/** Thrown on the way, where streams leave no other way out; caught by the commands. */
export class BackupError extends Error {
  readonly reason: BackupReason
  constructor(reason: BackupReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Settings that decide how PostgreSQL writes values and reads them again: the same on both ways. */
export const writeAlike =
  "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; " +
  "SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1"

/** Rows in the order of their key, so that the same rows always have the same sum. */
export function copyOut({ name, columns, key }: BackedUpTable): string {
  const list = (names: readonly string[]) => names.map(quoted).join(', ')
  return `COPY (SELECT ${list(columns)} FROM ${quoted(name)} ORDER BY ${list(key)}) TO STDOUT`
}
