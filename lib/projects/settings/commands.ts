import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import { readSettings, type SettingsChange, settingsSchema } from '@/lib/projects/settings/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Changes the project's own ways: lights, scale of risks, sections of the status report, names of its levels. What has been
 * reported stays. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (a level without a name, or a scale shorter than scores that
 * have been given; at the field).
 */
export function changeSettings(
  viewer: Viewer,
  { projectId, version, lights, riskScale, sections, levels }: SettingsChange,
): Promise<Result<null, ProjectReason | 'STALE' | 'INVALID'>> {
  return changeProject<null, 'STALE' | 'INVALID'>(viewer, { projectId }, async ({ tx, id, record }) => {
    const unnamed = levels.filter(({ label }) => label === '')
    if (unnamed.length > 0) {
      return fail('INVALID', Object.fromEntries(unnamed.map((level) => [`level/${level.id}`, 'projects.error.level'])))
    }
    if ((await highestScore(tx, id)) > riskScale) return fail('INVALID', { riskScale: 'projects.error.riskScaleInUse' })
    const chosen = settingsSchema.safeParse({ lights, riskScale, sections })
    if (!chosen.success) return fail('INVALID', { sections: 'projects.error.sections' })
    const before = await tx.project.findUniqueOrThrow({ where: { id }, select: { settings: true } })
    const changed = await tx.project.updateMany({
      where: { id, version },
      data: { settings: chosen.data, version: { increment: 1 } },
    })
    if (changed.count === 0) return fail('STALE')
    for (const { id: levelId, label } of levels) {
      await tx.investmentLevel.updateMany({ where: { id: levelId, projectId: id }, data: { label } })
    }
    const named = levels.map(({ label }) => label)
    await record('project.settings_changed', {
      before: plain(readSettings(before.settings)),
      after: plain(chosen.data),
      levels: named,
    })
    return ok(null)
  })
}

const plain = (settings: object): Prisma.InputJsonObject => ({ ...settings })

async function highestScore(tx: Tx, projectId: string): Promise<number> {
  const { _max: max } = await tx.riskAssessment.aggregate({
    where: { risk: { projectId } },
    _max: { probability: true, impact: true, probabilityAfter: true, impactAfter: true },
  })
  return Math.max(0, ...Object.values(max).map((score) => score ?? 0))
}
