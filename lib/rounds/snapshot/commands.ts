import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Finding } from '@/lib/rounds/publishing/prechecks/model'
import { type SnapshotBody, snapshotFormat } from '@/lib/rounds/snapshot/model'
import { bodyText } from '@/lib/rounds/snapshot/schema'

export type WrittenSnapshot = { snapshotId: string; version: number; sha256: string }

/**
 * Stores a collected body as the next version of its period. Publishing calls this inside its own transaction, which has
 * checked the right and holds the period, so that two publications cannot take the same number.
 */
export function writeSnapshot(
  viewer: Viewer,
  body: SnapshotBody,
  { note, findings = [] }: { note?: string | null; findings?: readonly Finding[] } = {},
): Promise<WrittenSnapshot> {
  return asViewer(viewer, async (tx) => {
    const text = bodyText(body)
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
    const latest = await tx.snapshot.findFirst({
      where: { periodId: body.period.id },
      orderBy: { version: 'desc' },
      select: { version: true },
    })
    const version = (latest?.version ?? 0) + 1
    const written = await tx.snapshot.create({
      data: {
        organisationId: body.project.organisationId,
        projectId: body.project.id,
        periodId: body.period.id,
        projectKey: body.project.key,
        projectName: body.project.name,
        organisationName: body.project.organisationName,
        periodKey: body.period.key,
        periodTo: new Date(body.period.to),
        version,
        format: snapshotFormat,
        body: text,
        sha256,
        productVersion: body.productVersion,
        note: note ?? null,
        findings: [...findings],
        publishedAt: now(),
        publishedById: viewer.userId,
      },
      select: { id: true },
    })
    return { snapshotId: written.id, version, sha256 }
  })
}
