import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { exportPackage } from '@/lib/project-packages/commands'

/** A project with everything in it. Who may not take it out gets the answer of a missing one. */
export async function GET(_request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const made = await exportPackage(viewer, { project })
  if (!made.ok) return new Response(null, { status: 404 })
  const { text, name } = made.value
  return madeAnswer('json', { ok: true, value: { bytes: new TextEncoder().encode(text), name } })
}
