import { createHash } from 'node:crypto'
import { headers } from 'next/headers'
import { z } from 'zod'
import { noSpace } from '@/app/api/no-space'
import { heldByScanner, heldPage } from '@/app/api/scanned'
import { tooMany } from '@/app/api/too-many'
import { requestWords } from '@/app/locale'
import { waitBefore } from '@/lib/access/allowance'
import type { Viewer } from '@/lib/access/model'
import { onceField, onlyOnce } from '@/lib/access/once'
import { recordRefusal } from '@/lib/access/refusals'
import { currentViewer } from '@/lib/access/session'
import { largestFile } from '@/lib/evidence/files/model'
import { log } from '@/lib/platform/logger'
import { refusals } from '@/lib/platform/refused-file'

type SentFile = { name: string; bytes: Uint8Array<ArrayBuffer> }
/** `answer`: what the address afterwards is made of, where "added" is not enough. */
type Kept = { ok: true; answer?: string } | { ok: false; reason: string }
type Limit = {
  /** Bytes above which the body is not read */
  largest: number
  /** Where somebody is told so who sent more; without it the answer is 413 */
  told?: string
}

const once = z.object({ [onceField]: z.string().min(1).max(200) })

/**
 * Takes a file that a plain form sends, keeps it once however often the form is sent, and goes on to the address `after`
 * gives for the answer ("added" or the reason). Answers 401, 429, 413 or 400 when there is nobody, too often, too much, or not
 * that form, 507 when there is no room for it, 422 or 503 when the scanner found malware or did not answer.
 * A route and not an action: files are larger than what actions take.
 */
export async function takeFile<S extends z.ZodType>(
  request: Request,
  schema: S,
  keep: (viewer: Viewer, fields: z.output<S>, file: SentFile) => Promise<Kept>,
  after: (fields: z.output<S>, answer: string) => string,
  { largest, told }: Limit = { largest: largestFile },
): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 401 })
  const seconds = await waitBefore(viewer, 'upload')
  if (seconds > 0) return tooMany(await requestWords(), 'upload', seconds)
  // Told before the body is read; the rest of a form takes little.
  const tooLarge = Number(request.headers.get('content-length') ?? 0) > largest + 100_000
  if (tooLarge && told) return seeOther(told)
  const form = tooLarge ? null : await request.formData().catch(() => null)
  const texts = Object.fromEntries([...(form ?? [])].filter(([, value]) => typeof value === 'string'))
  const [fields, key] = [schema.safeParse(texts), once.safeParse(texts)]
  if (!form || !fields.success || !key.success) return new Response(null, { status: tooLarge ? 413 : 400 })
  const sent = form.get('file')
  const file: SentFile =
    sent instanceof File
      ? { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
      : { name: '', bytes: new Uint8Array() }
  const held = await heldByScanner(viewer, file.bytes)
  if (held) return heldPage(await requestWords(), held)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const said = { ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value)])), sha256 }
  const keeping = onlyOnce(viewer, String(key.data[onceField]), { ...said, file: file.name }, async () => {
    const kept = await keep(viewer, fields.data, file)
    if (!kept.ok && kept.reason === 'NOT_ALLOWED') await recordRefusal(viewer)
    if (!kept.ok) await noteRefusedFile(viewer, kept.reason, file.bytes.length)
    return { answer: kept.ok ? (kept.answer ?? 'added') : kept.reason, done: kept.ok }
  })
  return keeping.then(
    (answer) => seeOther(after(fields.data, answer)),
    async (error: unknown) => noSpace(await requestWords(), error),
  )
}

/** A line of the server's log for a file that was not taken for what it is: neither its name nor anything in it. */
async function noteRefusedFile({ userId }: Viewer, said: string, bytes: number): Promise<void> {
  const reason = refusals.find((one) => one === said.split('\n')[0])
  if (!reason || reason === 'EMPTY_FILE') return
  const list = await headers()
  const path = list.get('x-path')?.split('?')[0]
  log('warn', 'file.refused', { reason, bytes, path, userId, requestId: list.get('x-request-id') })
}

const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } })
