import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { fillReport, type Round, reportOf } from './round'

/** The unit's report of the round, written with the texts, sent and approved; published with its period when asked. */
export async function approve(round: Round, texts: Record<string, string>, publish = false): Promise<string> {
  const { id } = await reportOf(round.unit.id, round.periodId)
  await fillReport(round.coordinator, id, texts)
  await sendAndApprove(round, id, round.periodId)
  if (publish) await publishRound(round)
  return id
}

/** Sends a report that is ready and approves it. */
export async function sendAndApprove(round: Round, reportId: string, periodId: string): Promise<void> {
  const version = async () => (await reportOf(round.unit.id, periodId)).version
  const sent = await submitReport(round.coordinator, { reportId, version: await version() })
  if (!sent.ok) throw new Error(`${sent.reason} ${JSON.stringify(sent.fields)}`)
  const approved = await approveReport(round.director, { reportId, version: await version() })
  if (!approved.ok) throw new Error(approved.reason)
}

/** Publishes the period of the round once more, whatever the list before publishing finds. Returns the version. */
export async function publishRound(round: Round, periodKey = '2025-Q3'): Promise<number> {
  const published = await publishPeriod(round.director, {
    projectId: round.projectId,
    periodKey,
    note: 'Kokeiltavaksi.',
  })
  if (!published.ok) throw new Error(published.reason)
  return published.value.version
}

/** The next quarter, opened; the unit's report in it is untouched. */
export async function openNext(round: Round): Promise<{ periodId: string; reportId: string }> {
  const days = { from: '2025-10-01', to: '2025-12-31', opensOn: null, dueOn: null, closesOn: null }
  const made = await createPeriod(round.director, { projectId: round.projectId, key: '2025-Q4', ...days })
  if (!made.ok) throw new Error(made.reason)
  const { periodId } = made.value
  const opened = await openPeriod(round.director, periodId)
  if (!opened.ok) throw new Error(opened.reason)
  return { periodId, reportId: (await reportOf(round.unit.id, periodId)).id }
}

/** The unit begins to write its report of the next quarter. */
export async function beginNext(round: Round): Promise<{ periodId: string; reportId: string }> {
  const next = await openNext(round)
  const path = 'results/text'
  const { entries } = await reportOf(round.unit.id, next.periodId)
  const version = entries.find((entry) => entry.path === path)?.version ?? 0
  const saved = await saveField(round.coordinator, { reportId: next.reportId, path, text: 'Alkoi.', version })
  if (!saved.ok || !saved.value.ok) throw new Error(JSON.stringify(saved))
  return next
}
