import { systemViewer } from '@/lib/access/viewer'
import { settings } from '@/lib/platform/env'
import { describeError, log } from '@/lib/platform/logger'

const every = 60_000
/** The first pages come first. */
const firstAfter = 20_000

/**
 * Opens periods, tells of deadlines, sends mails and works out the figures of new publications every minute, as long as the
 * server runs; where it has been switched on, refreshes official statistics, each series once a day. Several servers may do so at once. Off with SCHEDULE=off, and while
 * nothing says where the database is (a build).
 */
export function keepDoingDueWork(): void {
  const { schedule, statistics, databaseAppUrl } = settings()
  if (!schedule || !databaseAppUrl) return
  let stopping = false
  const isStopping = () => stopping
  const work = oneAtATime(isStopping, async () => {
    // Read when first needed: a server shows its first page sooner without it.
    const { runDueWork } = await import('@/lib/rounds/schedule/commands')
    await runDueWork(systemViewer('schedule'), isStopping)
  })
  // By itself: a slow service keeps no mail waiting.
  const refresh = oneAtATime(isStopping, async () => {
    if (!statistics.schedule || statistics.on.length === 0) return
    const { refreshFollowed } = await import('@/lib/statistics/refreshing/commands')
    await refreshFollowed(systemViewer('schedule'), { stopping: isStopping })
  })
  // By itself as well: a large publication takes a moment.
  const workOut = oneAtATime(isStopping, async () => {
    const { workOutFigures } = await import('@/lib/steering/portfolio/commands')
    await workOutFigures(systemViewer('schedule'), isStopping)
  })
  const all = (): void => {
    void work()
    void refresh()
    void workOut()
  }
  // Neither keeps the server from ending.
  const first = setTimeout(all, firstAfter).unref()
  const timer = setInterval(all, every).unref()
  const stop = (): void => {
    stopping = true
    clearTimeout(first)
    clearInterval(timer)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
}

/** Leaves out a turn while the one before is still at it; what breaks is logged, and the next turn comes. */
function oneAtATime(isStopping: () => boolean, act: () => Promise<void>): () => Promise<void> {
  let running = false
  return async () => {
    if (running || isStopping()) return
    running = true
    try {
      await act()
    } catch (error) {
      log('error', 'schedule.broken', { error: describeError(error).message })
    } finally {
      running = false
    }
  }
}
