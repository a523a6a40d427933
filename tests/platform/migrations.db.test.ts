import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { missingSql } from '../../scripts/database/engine.mts'
import { migrationFiles } from '../../scripts/database/migration-files.mts'
import { root } from '../../scripts/runtime.mjs'

const url = inject('server').ownerUrl
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-schema-'))
afterAll(() => fs.rmSync(copy, { recursive: true }))

/** A copy of prisma/ in which one text is replaced. */
function schemaWith(file: string, from: string, to: string): string {
  const folder = fs.mkdtempSync(path.join(copy, 'planted-'))
  fs.cpSync(path.join(root, 'prisma'), path.join(folder, 'prisma'), {
    recursive: true,
    filter: (name) => !name.includes(`${path.sep}seed`),
  })
  const target = path.join(folder, file)
  const text = fs.readFileSync(target, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} holds no "${from}"`)
  fs.writeFileSync(target, text.replace(from, to))
  return folder
}

describe('schema and migrations', () => {
  it('agree: nothing is left to migrate', async () => {
    expect(migrationFiles(root).length).toBeGreaterThan(0)
    expect(await missingSql(root, url)).toBeNull()
  })

  it('would be told apart: a column without a migration is found', async () => {
    const folder = schemaWith('prisma/models/risks.prisma', 'model Risk {', 'model Risk {\n  planted String?')
    expect(await missingSql(folder, url)).toMatch(/ADD COLUMN\s+"planted"/)
  })

  it('would be told apart: a migration that the schema does not know is found', async () => {
    const folder = schemaWith('prisma/models/risks.prisma', 'ownerRoles     String[]', '')
    expect(await missingSql(folder, url)).toMatch(/DROP COLUMN "ownerRoles"/)
  })
})
