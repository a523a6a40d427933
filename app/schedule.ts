import { systemViewer } from '@/lib/access/viewer'
import { settings } from '@/lib/platform/env'
import { describeError, log } from '@/lib/platform/logger'

const every = 60_000
/** The first pages come first. */
const firstAfter = 20_000

/**
 * Opens periods, tells of deadlines and sends mails every minute, as long as the server runs. Several servers may do so at
 * once. Off with SCHEDULE=off, and while nothing says where the database is (a build).
 */
export function keepDoingDueWork(): void {
  const { schedule, databaseAppUrl } = settings()
  if (!schedule || !databaseAppUrl) return
  let stopping = false
  let running = false
  const work = async (): Promise<void> => {
    if (running || stopping) return
    running = true
    try {
      // Read when first needed: a server shows its first page sooner without it.
      const { runDueWork } = await import('@/lib/rounds/schedule/commands')
      await runDueWork(systemViewer('schedule'), () => stopping)
    } catch (error) {
      log('error', 'schedule.broken', { error: describeError(error).message })
    } finally {
      running = false
    }
  }
  // Neither keeps the server from ending.
  const first = setTimeout(() => void work(), firstAfter).unref()
  const timer = setInterval(() => void work(), every).unref()
  const stop = (): void => {
    stopping = true
    clearTimeout(first)
    clearInterval(timer)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
}
