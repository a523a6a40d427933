import { createHash } from 'node:crypto'
import { onceField, onlyOnce } from '@/lib/access/once'
import { currentViewer } from '@/lib/access/session'
import { looksAddress } from '@/lib/projects/addresses'
import { setLogo } from '@/lib/projects/looks/commands'
import { largestLogo } from '@/lib/projects/looks/model'
import { findLogo } from '@/lib/projects/looks/queries'
import { logoSchema } from '@/lib/projects/looks/schema'

/** Takes the county's logo, as a plain form sends it, and goes back to the form. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 401 })
  // A little too large is told in words; far too large before the body is read.
  if (Number(request.headers.get('content-length') ?? 0) > 10 * largestLogo) return back('TOO_LARGE', null)
  const form = await request.formData().catch(() => null)
  const read = logoSchema.safeParse(Object.fromEntries(form ?? []))
  const key = form?.get(onceField)
  if (!form || !read.success || typeof key !== 'string' || key === '') return new Response(null, { status: 400 })
  const sent = form.get('file')
  const bytes = sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array()
  const name = sent instanceof File ? sent.name : ''
  const { version, alt } = read.data
  const same = { version: String(version), alt, name, sha256: createHash('sha256').update(bytes).digest('hex') }
  const answer = await onlyOnce(viewer, key, same, async () => {
    const set = await setLogo(viewer, { version, alt, name, bytes })
    return { answer: set.ok ? 'set' : set.reason, done: set.ok }
  })
  return back(answer, answer === 'set' ? null : alt)
}

function back(logo: string, alt: string | null): Response {
  const query = new URLSearchParams(alt === null ? { logo } : { logo, alt })
  return new Response(null, { status: 303, headers: { location: `${looksAddress}?${query}#logo` } })
}

/** The logo for the page where it is set. Its content has been checked to be a picture when it was taken. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 401 })
  const logo = await findLogo(viewer)
  if (!logo) return new Response(null, { status: 404 })
  return new Response(logo.bytes, {
    headers: {
      'content-type': logo.mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}
