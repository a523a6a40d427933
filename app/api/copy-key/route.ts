import { copyKeysSchema, takeCopyKeys } from '@/lib/access/copy-keys'
import { currentViewer } from '@/lib/access/session'

/** Gives a signed-in browser the keys of its copies of unsaved text. They live in its memory and are never stored there. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return Response.json({ refused: 'SIGNED_OUT' }, { status: 401 })
  const body = copyKeysSchema.safeParse(await request.json().catch(() => null))
  if (!body.success) return Response.json({ refused: 'INVALID' }, { status: 400 })
  const keys = await takeCopyKeys(viewer, body.data)
  return keys.ok ? Response.json({ keys: keys.value }) : Response.json({ refused: keys.reason }, { status: 403 })
}
