import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { ensureDemoTemplate } from './demo-template'
import { ensureTemplate, openTestCluster } from './test-server'

/** Runs once per run of the browser tests: a build of the sources as they are, and a template database with demo data. */
export default async function browserServer(): Promise<() => Promise<void>> {
  await ensurePrismaClient()
  await ensureBuild(undefined, (sentence) => console.log(sentence))
  const cluster = await openTestCluster()
  const server = await ensureDemoTemplate(await ensureTemplate(cluster))
  process.env.ETAPPI_TEST_SERVER = JSON.stringify(server)
  return () => cluster.close('keep')
}
