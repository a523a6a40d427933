// People who are signed in, and the stages of a round that recipes begin from.
import { startSession } from '@/lib/access/commands'
import type { Viewer } from '@/lib/access/model'
import { sealSession, sessionCookie } from '@/lib/access/next-auth'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { fillReport, makeRound, type Round, reportOf } from '@/tests/support/builders/round'

const cookies = new Map<string, string>()

export async function cookieOf({ userId }: Viewer): Promise<string> {
  if (userId === null) throw new Error('the product itself has no cookie')
  const known = cookies.get(userId)
  if (known) return known
  const session = await asViewer(systemViewer('sign-in'), (tx) => startSession(tx, userId, { userAgent: 'bench' }))
  const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`
  cookies.set(userId, cookie)
  return cookie
}

export function must<T extends { ok: boolean }>(done: T): T {
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done
}

export type Stage = Round & { reportId: string; unitPage: string; formPage: string; periodPage: string }

const stages = ['opened', 'filled', 'submitted', 'approved', 'published'] as const

/** A round whose first report stands where a recipe needs it. Each call makes a county of its own. */
export async function roundAt(stage: (typeof stages)[number]): Promise<Stage> {
  const round = await makeRound()
  const { coordinator, director, projectKey, unit } = round
  const current = () => reportOf(unit.id, round.periodId)
  const step = async () => ({ reportId: (await current()).id, version: (await current()).version })
  const reached = (wanted: (typeof stages)[number]) => stages.indexOf(stage) >= stages.indexOf(wanted)
  const { reportId } = await step()
  if (reached('filled')) await fillReport(coordinator, reportId, { [`indicators/${unit.shareId}/value`]: '87,5' })
  if (reached('submitted')) must(await submitReport(coordinator, await step()))
  if (reached('approved')) must(await approveReport(director, await step()))
  if (reached('published')) {
    must(await publishPeriod(director, { projectId: round.projectId, periodKey: '2025-Q3', note: 'Koe' }))
  }
  const periodPage = `/projects/${projectKey}/rounds/2025-Q3`
  const unitPage = `${periodPage}/${unit.id}`
  return { ...round, reportId, periodPage, unitPage, formPage: `${unitPage}/edit` }
}
