import type { TestProject } from 'vitest/node'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { ensureTemplate, openTestCluster, type TestServer } from './test-server'

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

/** Runs once per run of the `db` project. The server is kept for the next run; a check stops it at its end. */
export default async function databaseServer(project: TestProject): Promise<() => Promise<void>> {
  await ensurePrismaClient()
  const cluster = await openTestCluster()
  project.provide('server', await ensureTemplate(cluster))
  return () => cluster.close('keep')
}
