import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { now } from '@/lib/platform/clock'
import type { Locale } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Signs in the viewer's own name that no cost of the project is paid twice, in the language it was read in. Only a person
 * signs. Earlier declarations stay. Reasons: NOT_FOUND, NOT_ALLOWED.
 */
export function signDeclaration(
  viewer: Viewer,
  { projectId, locale }: { projectId: string; locale: Locale },
): Promise<Result<null, ProjectReason>> {
  return changeProject<null, ProjectReason>(viewer, { projectId, by: 'declaration.sign' }, async (project) => {
    const { tx, organisationId, record } = project
    const role = rightTo(viewer, 'declaration.sign', projectId)
    if (viewer.kind !== 'person' || viewer.userId === null || !role) return fail('NOT_ALLOWED')
    const held = await tx.project.findUnique({
      where: { id: projectId },
      select: { name: true, programme: { select: { name: true } } },
    })
    if (!held) return fail('NOT_FOUND')
    const text = words(locale)('projects.declaration.text', { project: held.name, programme: held.programme.name })
    const row = await tx.doubleFundingDeclaration.create({
      data: {
        organisationId,
        projectId,
        text,
        signedById: viewer.userId,
        signedName: viewer.name,
        signedRole: role,
        signedAt: now(),
      },
      select: { id: true },
    })
    await record('project.declaration_signed', { declarationId: row.id })
    return ok(null)
  })
}
