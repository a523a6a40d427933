import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { projectsOf } from '@/app/(portal)/projects-here'
import type { Viewer } from '@/lib/access/model'
import { currentViewer, requireViewer } from '@/lib/access/session'
import { isOpened } from '@/lib/platform/requests'
import { projectAddress } from '@/lib/projects/addresses'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import { findPrevious, findSnapshot, listPublished, listVersions } from '@/lib/steering/queries'

const find = cache(listPublished)

/** The viewer and what has been published of the project. Without anything published it must be a project of the viewer's. */
export async function publishedHere(key: string): Promise<{ viewer: Viewer; published: PublishedPeriod[] }> {
  const viewer = await requireViewer()
  const published = await find(viewer, key)
  if (published.length === 0 && !(await projectsOf(viewer)).some((project) => project.key === key)) notFound()
  return { viewer, published }
}

/** The project's page for those who may open it. Who reads only what has been published has none. */
export async function projectPageOf(viewer: Viewer, key: string): Promise<string | undefined> {
  return (await projectsOf(viewer)).some((project) => project.key === key) ? projectAddress(key) : undefined
}

/** A publication that is shown among all of its period. */
export type ShownVersion = { shown: PublishedPeriod; versions: PublishedPeriod[] }

/**
 * The publication asked for; the newest when none was. Null when the period has no such publication. A period that was
 * published once has nothing to choose from, and nothing more is read of it.
 */
export async function versionHere(
  viewer: Viewer,
  newest: PublishedPeriod,
  asked: number | null,
): Promise<ShownVersion | null> {
  const { projectKey, periodKey } = newest
  const versions = newest.version === 1 ? [newest] : await listVersions(viewer, projectKey, periodKey)
  const shown = asked === null ? newest : versions.find(({ version }) => version === asked)
  return shown ? { shown, versions } : null
}

type Frozen = { body: SnapshotBody; code: string; earlier: { code: string; body: SnapshotBody } | null }

/** A publication and the one it is compared with: the one asked for, else the previous one at its time. Read once. */
export const frozenHere = cache(
  async (viewer: Viewer, shown: PublishedPeriod, other: PublishedPeriod | null): Promise<Frozen> => {
    const past = other ?? (await findPrevious(viewer, shown))
    const [body, before] = await Promise.all([
      findSnapshot(viewer, shown.snapshotId),
      past && findSnapshot(viewer, past.snapshotId),
    ])
    if (!body) notFound()
    return { body, code: shown.code, earlier: past && before ? { code: past.code, body: before } : null }
  },
)

/** Whether this reader may be told that the period is published; for the page's title. */
export async function isPublishedHere(key: string, period: string): Promise<boolean> {
  const viewer = await currentViewer()
  return viewer !== null && (await find(viewer, key)).some((one) => one.periodKey === period)
}

/** Whether this request opens the page, and does not fetch it as data. */
export async function openedHere(): Promise<boolean> {
  return isOpened(await headers())
}
