// The schema of an earlier release, as far as the migrations tell it.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrationFiles } from '../../../scripts/database/migration-files.mts'
import { root } from '../../../scripts/runtime.mjs'
import type { Dump } from './dump.ts'

/** A copy of prisma/ that knows only the migrations of a dump; whoever asks for it removes it. */
export function schemaOf(dump: Pick<Dump, 'migrations'>): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-then-'))
  for (const part of ['schema.prisma', 'models', 'migrations']) {
    fs.cpSync(path.join(root, 'prisma', part), path.join(copy, 'prisma', part), { recursive: true })
  }
  const later = migrationFiles(root).filter(({ name }) => !dump.migrations.some((one) => one.name === name))
  for (const { name } of later) fs.rmSync(path.join(copy, 'prisma/migrations', name), { recursive: true })
  return copy
}
