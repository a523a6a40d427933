import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import {
  hitsAtMost,
  type PublishedEntry,
  publishedHref,
  type SearchGroup,
  searchKinds,
  shortened,
} from '@/lib/search/model'
import { scoreOf, type Terms } from '@/lib/search/terms/model'
import type { Publication } from '@/lib/steering/model'
import { findSnapshots, listPublications } from '@/lib/steering/queries'
import { collator } from '@/lib/values/sort'

/**
 * What the newest publications of the projects hold, for those who read published material only: at most two statements while
 * the entries are remembered, and two more for each eight publications that have not been read yet.
 */
export async function findPublished(viewer: Viewer, terms: Terms): Promise<SearchGroup[]> {
  const newest = await listPublications(viewer)
  const entries = await entriesOfAll(viewer, newest)
  const order = collator('fi')
  const found = newest
    .flatMap((one) =>
      (entries.get(one.snapshotId) ?? []).map((entry) => ({ one, entry, score: scoreOf(terms, entry) })),
    )
    .flatMap(({ score, ...rest }) => (score === null ? [] : [{ score, ...rest }]))
    .sort((a, b) => a.score - b.score || order.compare(a.entry.title, b.entry.title))
  return searchKinds.flatMap((kind) => {
    const own = found.filter(({ entry }) => entry.kind === kind)
    const hits = own.slice(0, hitsAtMost).map(({ one, entry }) => ({
      title: shortened(entry.title),
      code: entry.code,
      place: kind === 'project' ? one.organisationName : `${one.projectName}, ${one.organisationName}`,
      href: publishedHref(one.projectKey, one.periodKey, entry.unitId),
    }))
    return own.length === 0 ? [] : [{ kind, total: own.length, hits }]
  })
}

/**
 * Entries by snapshot. A snapshot never changes, so that they are never stale, and they are looked up only by ids that the
 * database has shown to this very viewer.
 */
const remembered = new Map<string, readonly PublishedEntry[]>()
const rememberedAtMost = 200
const together = 8

async function entriesOfAll(viewer: Viewer, newest: readonly Publication[]) {
  const found = new Map<string, readonly PublishedEntry[]>()
  const unread = newest.filter(({ snapshotId }) => !remembered.has(snapshotId))
  for (const { snapshotId: id } of newest) found.set(id, remembered.get(id) ?? [])
  for (let at = 0; at < unread.length; at += together) {
    const part = unread.slice(at, at + together)
    const bodies = await findSnapshots(
      viewer,
      part.map(({ snapshotId }) => snapshotId),
    )
    for (const [id, body] of bodies) {
      if (remembered.size >= rememberedAtMost) remembered.delete(remembered.keys().next().value ?? '')
      const entries = entriesIn(body)
      remembered.set(id, entries)
      found.set(id, entries)
    }
  }
  return found
}

function entriesIn({ project, units, indicators, toimintamallit }: SnapshotBody): PublishedEntry[] {
  const reporting = new Set(units.filter(({ reports }) => reports).map(({ id }) => id))
  const shownOn = (unitId: string | null) => (unitId !== null && reporting.has(unitId) ? unitId : null)
  const text = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ')
  return [
    {
      kind: 'project',
      title: project.name,
      code: project.key,
      text: text(project.key, project.name, project.organisationName, project.programme.shortName),
      unitId: null,
    },
    ...units.map(({ id, title, titlePlan, code, sourceId }) => ({
      kind: 'work_package' as const,
      title,
      code,
      text: text(code, sourceId, title, titlePlan),
      unitId: shownOn(id),
    })),
    ...indicators.map(({ name, workPackageId }) => ({
      kind: 'indicator' as const,
      title: name,
      code: null,
      text: name,
      unitId: shownOn(workPackageId),
    })),
    ...toimintamallit.map(({ name, workPackageId }) => ({
      kind: 'toimintamalli' as const,
      title: name,
      code: null,
      text: name,
      unitId: shownOn(workPackageId),
    })),
  ]
}
