import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Basics } from '@/lib/projects/basics/schema'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import { fail, ok, type Result } from '@/lib/values/result'

/** Changes what the project is called and told of. A name that is changed is kept among the earlier ones. */
export function editBasics(
  viewer: Viewer,
  { projectId, version, name, term, description, steeringGroup, website }: Basics,
): Promise<Result<null, ProjectReason | 'STALE'>> {
  return changeProject<null, 'STALE'>(viewer, { projectId }, async ({ tx, id, record }) => {
    const before = await tx.project.findUnique({
      where: { id },
      select: { name: true, nameVariants: true, periodAsWritten: true },
    })
    const earlier = before && before.name !== name ? [...before.nameVariants, before.name] : before?.nameVariants
    const isSameTerm = (before?.periodAsWritten ?? null) === (term?.asWritten ?? null)
    const days = {
      periodAsWritten: term?.asWritten ?? null,
      periodStart: term?.from ?? null,
      periodEnd: term?.to ?? null,
    }
    const changed = await tx.project.updateMany({
      where: { id, version },
      data: {
        description,
        steeringGroup,
        website,
        name,
        nameVariants: earlier ?? [],
        ...(isSameTerm ? {} : days),
        version: { increment: 1 },
      },
    })
    if (changed.count === 0) return fail('STALE')
    await record('project.edited', { name, version: version + 1 })
    return ok(null)
  })
}
