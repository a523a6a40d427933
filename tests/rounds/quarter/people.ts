import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { viewerOfAccount } from '@/prisma/seed/viewers'

export type Unit = { id: string; name: string; writer: Viewer }
export type Cast = { director: Viewer; writers: Viewer[]; units: Unit[]; projectId: string; organisationId: string }

const writersWanted = 11

/** The demo's first project with its 35 reporting units shared among eleven coordinators, and its director: twelve people. */
export async function castOf(): Promise<Cast> {
  const director = await viewerOfAccount('johtaja@kainuu.example')
  const system = systemViewer('operator')
  const { projectId, organisationId, units, emails } = await asViewer(system, async (tx) => {
    const project = await tx.project.findUniqueOrThrow({
      where: { key: 'kkk2' },
      select: { id: true, organisationId: true },
    })
    const own = { organisationId: project.organisationId }
    const addresses: string[] = []
    for (let i = 1; i <= writersWanted; i += 1) {
      const email = `kirjoittaja${i}@kainuu.example`
      const user = await tx.user.create({ data: { ...own, email, name: `Kirjoittaja ${i}` } })
      await tx.membership.create({ data: { ...own, userId: user.id, projectId: project.id, role: 'coordinator' } })
      addresses.push(email)
    }
    const rows = await tx.workPackage.findMany({
      where: { projectId: project.id, reports: true },
      orderBy: { sort: 'asc' },
      select: { id: true, sourceId: true },
    })
    return { projectId: project.id, organisationId: project.organisationId, units: rows, emails: addresses }
  })
  const writers = await Promise.all(emails.map(viewerOfAccount))
  const shared = units.map(({ id, sourceId }, i) => ({
    id,
    name: sourceId,
    writer: writers[i % writers.length] as Viewer,
  }))
  await asViewer(system, async (tx) => {
    await tx.workPackageCoordinator.deleteMany({ where: { workPackage: { projectId } } })
    await tx.workPackageCoordinator.createMany({
      data: shared.map(({ id, writer }) => ({ organisationId, workPackageId: id, userId: String(writer.userId) })),
    })
  })
  return { director, writers, units: shared, projectId, organisationId }
}
