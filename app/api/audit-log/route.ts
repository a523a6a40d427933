import { madeAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { exportLog } from '@/lib/audit-log/commands'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'

/** The whole audit log of the viewer's county as JSON lines. Who may not read it gets the answer of a missing one. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 401 })
  const made = await exportLog(viewer)
  if (!made.ok && made.reason === 'TOO_MANY') {
    return new Response(null, { status: 429, headers: { 'retry-after': '600', 'cache-control': 'no-store' } })
  }
  if (!made.ok) return madeAnswer('jsonl', { ok: false, reason: 'NOT_FOUND' })
  const name = `audit-log-${dateInHelsinki(now())}.jsonl`
  return madeAnswer('jsonl', { ok: true, value: { bytes: new TextEncoder().encode(made.value.text), name } })
}
