import 'server-only'
import { decodeProtectedHeader } from 'jose'
import type { NextAuthOptions } from 'next-auth'
import { decode, encode, type JWT, type JWTDecodeParams } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { signIn, signOut } from '@/lib/access/commands'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { signInSchema } from '@/lib/access/schema'
import { openingSecrets } from '@/lib/access/sealing'
import type { Origin } from '@/lib/access/session'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

const isSecure = (): boolean => env().appUrl.startsWith('https:')
const maxAge = (): number => env().sessionMaxHours * 3600

/** `__Host-` where the service is reached over TLS: then no other host or path can set it. */
export const sessionCookie = (): { name: string; secure: boolean; maxAge: number } => ({
  name: isSecure() ? '__Host-etappi.session' : 'etappi.session',
  secure: isSecure(),
  maxAge: maxAge(),
})

/** The cookie's content: an encrypted token that carries the session id and nothing else. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env().authSecret, maxAge: maxAge() })
}

/** The session id in a cookie, or null when it is missing, altered or expired. */
export async function openSession(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null
  const known = opened.get(cookie)
  if (known && known.until > now().getTime()) return known.sessionId
  const token = await readToken({ token: cookie })
  if (typeof token?.sid !== 'string' || typeof token.exp !== 'number') return null
  const oldest = opened.keys().next().value
  if (opened.size >= openedAtMost && oldest !== undefined) opened.delete(oldest)
  opened.set(cookie, { sessionId: token.sid, until: token.exp * 1000 })
  return token.sid
}

/**
 * A token that was sealed in the one way that tokens are sealed here, with AUTH_SECRET or the one of before; the library itself
 * would take other ways, too.
 */
async function readToken({ token }: Pick<JWTDecodeParams, 'token'>): Promise<JWT | null> {
  for (const secret of openingSecrets()) {
    try {
      const { alg, enc } = decodeProtectedHeader(token ?? '')
      if (alg !== 'dir' || enc !== 'A256GCM') return null
      return await decode({ ...(token === undefined ? {} : { token }), secret })
    } catch {
      // Sealed with another one, or not by us.
    }
  }
  return null
}

// What good cookies say, so that each is decrypted once: that costs more than reading the session row, which is still
// read on every request and alone says whether the session is good.
const opened = new Map<string, { sessionId: string; until: number }>()
const openedAtMost = 1000

/** Options of the standard endpoints under /api/auth; the sign-in page itself works without them and without JavaScript. */
export function authOptions(from: Origin): NextAuthOptions {
  const cookie = sessionCookie()
  return {
    secret: env().authSecret,
    session: { strategy: 'jwt', maxAge: cookie.maxAge },
    jwt: { decode: readToken },
    pages: { signIn: '/sign-in' },
    cookies: {
      sessionToken: {
        name: cookie.name,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: cookie.secure },
      },
      callbackUrl: {
        name: cookie.name.replace('session', 'callback-url'),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: cookie.secure },
      },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(raw) {
          const input = signInSchema.safeParse(raw)
          if (!input.success) return null
          const done = await signIn(signInActor(from.requestId), input.data, from)
          // An account with a second factor signs in on the pages of the product: here nobody asks for a code.
          return done.ok && done.value.kind === 'session' ? { id: done.value.sessionId } : null
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      // The cookie alone is not the session: /api/auth/signout ends it on the server too.
      async signOut({ token }) {
        const viewer =
          typeof token?.sid === 'string'
            ? await viewerOfSession(signInActor(), token.sid, from.requestId ?? null)
            : null
        if (viewer) await signOut(viewer)
      },
    },
  }
}
