import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'

/** Every county by key, for the operator's commands; nobody else is given any. */
export function organisations(viewer: Viewer): Promise<{ id: string; key: string }[]> {
  if (viewer.kind !== 'system') return Promise.resolve([])
  return asViewer(viewer, (tx) =>
    tx.organisation.findMany({ orderBy: { key: 'asc' }, select: { id: true, key: true } }),
  )
}
