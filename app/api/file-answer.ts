import { tooMany } from '@/app/api/too-many'
import { requestWords } from '@/app/locale'
import { waitBefore } from '@/lib/access/allowance'
import type { Viewer } from '@/lib/access/model'
import { currentViewer } from '@/lib/access/session'
import { charsetOf } from '@/lib/evidence/files/model'
import { previewOf } from '@/lib/evidence/model'

type Sent = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * A file that somebody uploaded, for one reader: never shown as a page of ours, and only pictures inside one (`shown`). A text is
 * sent with its charset where its bytes tell it, else with none. Null is a missing page.
 */
export function fileAnswer(file: Sent | null, { shown = false } = {}): Response {
  if (!file) return new Response(null, { status: 404 })
  const inside = shown && previewOf(file.mediaType) === 'image'
  return new Response(file.bytes, {
    headers: {
      'content-type': typeOf(file),
      'content-disposition': `${inside ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

/** The kind of a file; of a text also how its signs are written, where its bytes tell. */
function typeOf({ mediaType, bytes }: Sent): string {
  const charset = mediaType.startsWith('text/') ? charsetOf(bytes) : null
  return charset ? `${mediaType}; charset=${charset}` : mediaType
}

/** Which locked edition an address asks for (`?edition=2`): null for the newest, undefined when it is no number. */
export function editionAsked(request: Request): number | null | undefined {
  const edition = new URL(request.url).searchParams.get('edition')
  if (edition === null) return null
  return /^[1-9]\d{0,4}$/.test(edition) ? Number(edition) : undefined
}

/** Who may have a file made now. 401: nobody is signed in; 429: this person has had very many made in a short time. */
export async function fileMaker(): Promise<Viewer | Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 401 })
  const seconds = await waitBefore(viewer, 'file')
  return seconds === 0 ? viewer : tooMany(await requestWords(), 'file', seconds)
}

/** What acts with a limit of their own ask to wait, at the most. */
const ownLimitSeconds = 600

const mediaTypes = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const

/**
 * A file that was made just now, or is being made, as a download. Who may not have it gets 403, where it must not be told a
 * missing one, and who asks too often 429.
 */
export async function madeAnswer(
  kind: keyof typeof mediaTypes,
  made:
    | { ok: true; value: { name: string } & ({ bytes: Uint8Array } | { body: ReadableStream<Uint8Array> }) }
    | { ok: false; reason: string },
): Promise<Response> {
  if (!made.ok && made.reason === 'TOO_MANY') return tooMany(await requestWords(), 'file', ownLimitSeconds)
  if (!made.ok) return new Response(null, { status: made.reason === 'NOT_ALLOWED' ? 403 : 404 })
  return new Response('body' in made.value ? made.value.body : Buffer.from(made.value.bytes), {
    headers: {
      'content-type': mediaTypes[kind],
      'content-disposition': `attachment; filename="${made.value.name}"`,
      'cache-control': 'no-store',
    },
  })
}
