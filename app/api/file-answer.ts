import { previewOf } from '@/lib/evidence/model'

type Sent = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** A file that somebody uploaded: never shown as a page of ours, and only pictures inside one. Null is a missing page. */
export function fileAnswer(file: Sent | null, { shown = false } = {}): Response {
  if (!file) return new Response(null, { status: 404 })
  const inside = shown && previewOf(file.mediaType) === 'image'
  return new Response(file.bytes, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `${inside ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
