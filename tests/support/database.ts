// For tests that need PostgreSQL (tests/**/*.db.test.ts). Each such file already has a database of its own: process.env
// points at it before the file's imports run, so `import { db } from '@/lib/platform/db'` just works.
import { inject } from 'vitest'
import { copyTemplate, type TestDatabase } from './test-server'

const kept: { current: TestDatabase | null } = { current: null }

/** The database of the running test file. */
export function testDatabase(): TestDatabase {
  if (!kept.current) throw new Error('Only tests/**/*.db.test.ts have a database.')
  return kept.current
}

/** One more migrated, empty database; the caller disposes of it. process.env is left as it is. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyTemplate(inject('server'))
}

/** Called by the setup file before each test file. */
export async function beginTestFile(): Promise<TestDatabase> {
  kept.current = await createTestDatabase()
  process.env.DATABASE_URL = kept.current.ownerUrl
  process.env.DATABASE_APP_URL = kept.current.appUrl
  return kept.current
}
