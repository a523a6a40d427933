import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { exportLog } from '@/lib/audit-log/commands'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'

/** The whole audit log of the viewer's county as JSON lines. Who may not read it gets the answer of a missing one. */
export async function GET(): Promise<Response> {
  const viewer = await fileMaker()
  if (viewer instanceof Response) return viewer
  const made = await exportLog(viewer)
  if (!made.ok) return madeAnswer('jsonl', { ok: false, reason: made.reason === 'TOO_MANY' ? 'TOO_MANY' : 'NOT_FOUND' })
  const name = `audit-log-${dateInHelsinki(now())}.jsonl`
  return madeAnswer('jsonl', { ok: true, value: { bytes: new TextEncoder().encode(made.value.text), name } })
}
