import { madeAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { exportPackage } from '@/lib/project-packages/commands'

/** A project with everything in it. Who may not take it out gets the answer of a missing one. */
export async function GET(_request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const made = await exportPackage(viewer, { project })
  if (!made.ok) return new Response(null, { status: 404 })
  const { text, name } = made.value
  return madeAnswer('json', { ok: true, value: { bytes: new TextEncoder().encode(text), name } })
}
