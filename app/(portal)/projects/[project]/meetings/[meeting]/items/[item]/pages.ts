import { type FrozenPages, pageGroups } from '@/components/meetings/page-choices'
import { periodName } from '@/components/rounds/period-name'
import type { Viewer } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import { findSnapshot, listPublished } from '@/lib/steering/queries'

export type PublicationSearch = Promise<{ publication?: string; file?: string }>

/** Frozen pages to choose from, of the period named in the address or of the newest one; and what came of the last file. */
export async function pagesFor(
  viewer: Viewer,
  projectKey: string,
  t: Words,
  search: PublicationSearch,
): Promise<FrozenPages & { file: string | null }> {
  const [{ publication, file }, published] = await Promise.all([search, listPublished(viewer, projectKey)])
  const shown = published.find(({ periodKey }) => periodKey === publication) ?? published.at(-1)
  const body = shown ? await findSnapshot(viewer, shown.snapshotId) : null
  return {
    published: published.map(({ periodKey }) => ({ key: periodKey, label: periodName(periodKey) })),
    chosen: shown?.periodKey ?? null,
    groups: shown && body ? pageGroups(t, shown, body) : [],
    file: file ?? null,
  }
}
