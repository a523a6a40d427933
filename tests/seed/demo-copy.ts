import { inject } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { ensureDemoTemplate } from '../support/demo-template'
import { copyTemplate } from '../support/test-server'

/** Gives the test file a copy of the loaded demo data; called before the first query. Gives back how to let go of it. */
export async function useDemoCopy(): Promise<() => Promise<void>> {
  const copy = await copyTemplate(await ensureDemoTemplate(inject('server')))
  process.env.DATABASE_APP_URL = copy.appUrl
  return async () => {
    await disconnect()
    await copy.dispose()
  }
}
