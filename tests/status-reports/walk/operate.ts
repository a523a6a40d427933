import type { Viewer } from '@/lib/access/model'
import { approveReport, recallReport, returnReport, startReview, submitReport } from '@/lib/status-reports/commands'
import { correctFigure } from '@/lib/status-reports/corrections/commands'
import { addLink } from '@/lib/status-reports/evidence/commands'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { confirmSection } from '@/lib/status-reports/fields/confirmation/commands'
import { importReport } from '@/lib/status-reports/import/commands'
import { reopenReport } from '@/lib/status-reports/reopening/commands'
import type { Operation } from './expected'
import { lookAt, type World } from './world'

export const opened = ['results', 'indicators']

export type Attempt = { viewer: Viewer; version: number; fieldVersions: Map<string, number>; mark: number }

/** What somebody sees before acting; `stale` = as it was one step earlier. */
export async function look(world: World, viewer: Viewer, stale: boolean, mark: number): Promise<Attempt> {
  const { version, entries } = await lookAt(world)
  const off = stale ? 1 : 0
  return {
    viewer,
    // There is no version before the first one: somebody who claims a later one is as wrong.
    version: stale ? version - 1 || version + 1 : version,
    fieldVersions: new Map(entries.map((entry) => [entry.path, entry.version - off])),
    mark,
  }
}

/** The texts of one save: all that a report needs, or what a return opened. */
export function textsOf(world: World, mark: number): Record<string, string> {
  const share = `indicators/${world.round.unit.shareId}/value`
  const open = { 'results/text': `Tulos ${mark}`, [share]: `${mark % 100} %` }
  return world.state === 'returned' || world.writtenIn === 'returned' ? open : { ...open, 'overall/light': 'green' }
}

/** Does it by the command itself and says "ok" or the reason. */
export async function operate(world: World, operation: Operation, attempt: Attempt): Promise<string> {
  const { viewer, version } = attempt
  const { reportId } = world
  const step = { reportId, version }
  const answer = async (result: Promise<{ ok: true } | { ok: false; reason: string }>) => {
    const done = await result
    return done.ok ? 'ok' : done.reason
  }
  const share = `indicators/${world.round.unit.shareId}/value`
  const doing: Record<Operation, () => Promise<string>> = {
    save: () => save(world, attempt),
    confirm: () => answer(confirmSection(viewer, { reportId, section: null })),
    submit: () => answer(submitReport(viewer, step)),
    recall: () => answer(recallReport(viewer, step)),
    startReview: () => answer(startReview(viewer, step)),
    return: () => answer(returnReport(viewer, { ...step, opens: opened, reason: 'Kerro tarkemmin.' })),
    approve: () => answer(approveReport(viewer, step)),
    reopen: () => answer(reopenReport(viewer, { ...step, reason: 'Luku puuttui.' })),
    correct: () =>
      answer(correctFigure(viewer, { ...step, path: share, text: `${attempt.mark}`, reason: 'Kirjoitusvirhe.' })),
    addEvidence: () =>
      answer(addLink(viewer, { reportId, label: `Linkki ${attempt.mark}`, url: 'https://example.fi/' })),
    importReport: () =>
      answer(
        importReport(viewer, {
          unitId: world.round.unit.id,
          periodId: world.round.periodId,
          scope: 'full',
          entries: [{ path: 'results/text', text: 'Muuta' }],
          events: [{ type: 'opened', at: new Date() }],
        }),
      ),
  }
  return doing[operation]()
}

async function save(world: World, { viewer, fieldVersions, mark }: Attempt): Promise<string> {
  const fields = Object.entries(textsOf(world, mark)).map(([path, text]) => ({
    path,
    text,
    version: fieldVersions.get(path) ?? 0,
  }))
  const saved = await saveFields(viewer, { reportId: world.reportId, fields })
  if (!saved.ok) return saved.reason
  const refused = saved.value.fields.find((field) => !field.ok)
  return refused && !refused.ok ? refused.reason : 'ok'
}
