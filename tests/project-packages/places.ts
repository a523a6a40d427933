import { inject } from 'vitest'
import { systemViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { exportPackage, importPackage } from '@/lib/project-packages/commands'
import { createTestDatabase } from '../support/database'
import { ensureDemoTemplate } from '../support/demo-template'
import { copyTemplate, type TestDatabase } from '../support/test-server'

export const operator = systemViewer('operator')

/** The product looks at another database from here on. */
export async function goTo(database: TestDatabase): Promise<void> {
  await disconnect()
  // Settings are read once per process.
  Object.assign(env(), { databaseAppUrl: database.appUrl })
}

export async function demoCopy(): Promise<TestDatabase> {
  return copyTemplate(await ensureDemoTemplate(inject('server')))
}

/** An installation without anything. */
export function emptyInstallation(): Promise<TestDatabase> {
  return createTestDatabase()
}

/** The package of a project as a text. @throws when it cannot be made */
export async function packageOf(project: string, key?: string): Promise<string> {
  const made = await exportPackage(operator, { project, key })
  if (!made.ok) throw new Error(`no package of ${project}: ${made.reason}`)
  return made.value.text
}

/** Takes a package in. @throws when it is not taken, with what was told */
export async function takeIn(text: string, key?: string) {
  const answer = await importPackage(operator, { text, key })
  if (!answer.ok) throw new Error(`not taken: ${JSON.stringify(answer, null, 1).slice(0, 3000)}`)
  return answer.value
}
