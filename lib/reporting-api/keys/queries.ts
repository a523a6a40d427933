import 'server-only'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { type ApiKeyRow, type KeyState, type KnownKey, keyForm, stateOf } from '@/lib/reporting-api/keys/model'
import { keysOf } from '@/lib/reporting-api/permissions'

/** The keys of the viewer's own county, the newest first; null for those who may not keep them. */
export function listKeys(viewer: Viewer): Promise<ApiKeyRow[] | null> {
  const held = keysOf(viewer)
  if (!held) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const rows = await tx.apiKey.findMany({
      where: { organisationId: held.organisationId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        name: true,
        scope: true,
        start: true,
        createdAt: true,
        expiresAt: true,
        revokedAt: true,
        lastUsedAt: true,
        project: { select: { name: true } },
      },
    })
    return rows.map(({ project, createdAt, expiresAt, revokedAt, lastUsedAt, ...row }) => ({
      ...row,
      projectName: project?.name ?? null,
      state: stateOf({ expiresAt, revokedAt }, now()),
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }))
  })
}

/**
 * Whose a shown key is, found by its hash; or why it opens nothing. Read from the database on every request, so that a key
 * that is revoked is worth nothing at once. `of`: whose key it was that has ended.
 */
export async function recogniseKey(
  viewer: Viewer,
  shown: string,
): Promise<{ known: KnownKey } | { refused: 'unknown' | Exclude<KeyState, 'valid'>; of: KnownKey | null }> {
  if (!keyForm.test(shown)) return { refused: 'unknown', of: null }
  const row = await asViewer(viewer, (tx) =>
    tx.apiKey.findUnique({
      where: { sha256: fingerprint(shown) },
      select: { id: true, organisationId: true, projectId: true, scope: true, expiresAt: true, revokedAt: true },
    }),
  )
  if (!row) return { refused: 'unknown', of: null }
  const { expiresAt, revokedAt, ...known } = row
  const state = stateOf({ expiresAt, revokedAt }, now())
  return state === 'valid' ? { known } : { refused: state, of: known }
}
