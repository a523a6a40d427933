import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { Viewer } from '@/lib/access/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import { findSnapshot, findSnapshots } from '@/lib/steering/queries'
import { parseView } from '@/lib/steering/schema'
import { publishedHere, versionHere } from '../../here'

type Asked = {
  params: Promise<{ project: string; period: string; unit: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const find = cache(findSnapshot)

/** A unit of a publication. What is not published, not there, or not the reader's looks the same. */
export async function unitHere({ params, searchParams }: Asked) {
  const { project, period, unit: id } = await params
  const { viewer, published } = await publishedHere(project)
  const asked = parseView(await searchParams).version
  const newest = published.find((one) => one.periodKey === period)
  const chosen = newest && (await versionHere(viewer, newest, asked))
  const body = chosen && (await find(viewer, chosen.shown.snapshotId))
  const unit = body?.units.find((one) => one.id === id && one.reports)
  if (!chosen || !body || !unit) notFound()
  // The history shows every period by its newest publication, and this one as it is shown.
  const all = published.map((one) => (one.periodKey === period ? chosen.shown : one))
  return { ...chosen, viewer, all, body, unit, version: chosen.shown.version === newest.version ? null : asked }
}

/** The unit in each of the publications; null in one where it does not stand. */
export async function unitThrough(viewer: Viewer, all: readonly PublishedPeriod[], unitId: string) {
  const bodies = await findSnapshots(
    viewer,
    all.map(({ snapshotId }) => snapshotId),
  )
  return all.map(({ code, periodKey, snapshotId }) => {
    const body = bodies.get(snapshotId)
    const unit = body?.units.find(({ id }) => id === unitId) ?? null
    return { code, periodKey, usesLights: body?.project.lights ?? true, unit }
  })
}
