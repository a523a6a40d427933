// A round of which every kind of step has left its rows: sent, taken back, returned, approved, published, and a final report.
import { hashPassword } from '@/lib/access/password'
import { asViewer } from '@/lib/access/viewer'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, recallReport, returnReport, startReview, submitReport } from '@/lib/status-reports/commands'
import { addLink } from '@/lib/status-reports/evidence/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { fillReport, makeRound, reportOf } from '@/tests/support/builders/round'

const password = 'kolme vanhaa sanaa'

function must(done: { ok: boolean }): void {
  if (!done.ok) throw new Error(JSON.stringify(done))
}

/** Plays it in the database of DATABASE_APP_URL. Gives back what a later product must be able to read. */
export async function playRound(): Promise<Record<string, string>> {
  const round = await makeRound()
  const { coordinator, otherCoordinator, director, system } = round
  const report = () => reportOf(round.unit.id, round.periodId)
  const step = async () => ({ reportId: (await report()).id, version: (await report()).version })
  const { reportId } = await step()
  await fillReport(coordinator, reportId, {
    'results/text': 'Etävastaanotto on käytössä.',
    [`indicators/${round.unit.shareId}/value`]: '87,5',
    [`actions/${round.unit.actionIds[0]}/text`]: 'Ohjeet ovat valmiit.',
  })
  must(await addLink(coordinator, { reportId, label: 'Ohjeet', url: 'https://example.fi/ohjeet' }))
  must(await submitReport(coordinator, await step()))
  must(await recallReport(coordinator, await step()))
  must(await submitReport(coordinator, await step()))
  must(await startReview(director, await step()))
  must(await returnReport(director, { ...(await step()), reason: 'Tarkenna tuloksia.', opens: ['results'] }))
  const text = 'Etävastaanotto on käytössä kaikilla asemilla.'
  const entry = (await report()).entries.find(({ path }) => path === 'results/text')
  must(await saveField(coordinator, { reportId, path: 'results/text', text, version: entry?.version ?? 0 }))
  must(await submitReport(coordinator, await step()))
  must(await approveReport(director, await step()))
  const draft = await reportOf(round.otherUnit.id, round.periodId)
  const typed = { path: 'results/text', text: 'Keskeneräinen luonnos.', version: 0 }
  must(await saveField(otherCoordinator, { reportId: draft.id, ...typed }))
  must(await publishPeriod(director, { projectId: round.projectId, periodKey: '2025-Q3', note: 'Ensimmäinen' }))
  const passwordHash = await hashPassword(password)
  const email = await asViewer(system, async (tx) => {
    const ids = [coordinator.userId, director.userId].map(String)
    await tx.user.updateMany({ where: { id: { in: ids } }, data: { passwordHash } })
    return (await tx.user.findUniqueOrThrow({ where: { id: String(director.userId) }, select: { email: true } })).email
  })
  return {
    email,
    password,
    organisationId: round.organisationId,
    projectId: round.projectId,
    projectKey: round.projectKey,
    periodKey: '2025-Q3',
    unitId: round.unit.id,
    text,
  }
}
