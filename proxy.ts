import { type NextRequest, NextResponse } from 'next/server'
import { tooMany } from '@/app/api/too-many'
import { publicDoor, senderOf } from '@/lib/access/senders'
import { now } from '@/lib/platform/clock'
import { settings } from '@/lib/platform/env'
import { chooseLocale, chosenLanguage, guardedName, isLocale, languageCookie } from '@/lib/platform/locales'
import { log } from '@/lib/platform/logger'
import {
  contentPolicy,
  hostAsked,
  isOwnChoice,
  isOwnOrigin,
  languageTarget,
  withoutSlash,
} from '@/lib/platform/requests'
import { words } from '@/lib/platform/words'
import { isApi } from '@/lib/reporting-api/addresses'

/**
 * Runs before every page and route. It decides nothing about rights: pages and commands do that themselves.
 * It refuses writes sent by other sites, gives the request an id and a nonce, and keeps answers out of shared caches.
 */
export function proxy(request: NextRequest): NextResponse {
  const secure = reachedOverTls()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const id = crypto.randomUUID()
  const policy = contentPolicy(nonce, { secure, development: process.env.NODE_ENV === 'development' })
  const response = withHeaders(answer(request, { nonce, id, policy, secure }), { id, policy, secure })
  if (secure && hasLeft(request)) response.headers.set('clear-site-data', '"cache"')
  // The reporting API says itself how its answers may be kept: a program asks anew by their tag.
  if (isApi(request.nextUrl.pathname)) response.headers.delete('cache-control')
  return response
}

type Marks = { nonce: string; id: string; policy: string; secure: boolean }

function answer(request: NextRequest, { nonce, id, policy, secure }: Marks): NextResponse {
  if (!isOwnOrigin(request.method, request.headers)) {
    log('warn', 'request.cross-site', { method: request.method, path: request.nextUrl.pathname, requestId: id })
    return new NextResponse('Cross-site request refused.\n', { status: 403 })
  }

  // No address of ours holds it, and the database would break on it.
  if (request.nextUrl.pathname.includes('%00')) return new NextResponse('Bad address.\n', { status: 400 })

  const plain = withoutSlash(request.nextUrl.pathname)
  if (plain !== request.nextUrl.pathname) {
    const target = new URL(request.nextUrl)
    target.pathname = plain
    return NextResponse.redirect(target, 308)
  }

  const language = request.nextUrl.searchParams.get(languageCookie)
  if (request.method === 'GET' && isLocale(language) && !isApi(plain)) {
    const target = languageTarget(request.nextUrl, request.headers.get('referer'), hostAsked(request.headers))
    const redirect = NextResponse.redirect(target, 303)
    if (!isOwnChoice(request.headers)) return redirect
    redirect.cookies.set(guardedName(languageCookie, secure), language, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: 365 * 86_400,
    })
    return redirect
  }

  if (plain.startsWith('/results/')) {
    const seconds = opened(senderOf(request.headers), now())
    if (seconds > 0) return tooOften(request, seconds)
  }

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', id)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  return NextResponse.next({ request: { headers } })
}

const opened = publicDoor()

/** In the reader's language; the headers of every answer are set on it as well. */
function tooOften({ cookies, headers }: NextRequest, seconds: number): NextResponse {
  const chosen = chosenLanguage((name) => cookies.get(name)?.value)
  const {
    body,
    status,
    headers: told,
  } = tooMany(words(chooseLocale(chosen, headers.get('accept-language'))), 'page', seconds)
  return new NextResponse(body, { status, headers: told })
}

function withHeaders(response: NextResponse, { id, policy, secure }: Omit<Marks, 'nonce'>): NextResponse {
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', id)
  response.headers.set('cache-control', 'private, no-store')
  if (secure) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

/** Somebody signs out: what the browser has kept of pages goes. Cookies and copies of unsaved text have their own rules. */
const hasLeft = ({ nextUrl: { pathname, searchParams } }: NextRequest): boolean =>
  pathname === '/api/auth/signout' || (pathname === '/sign-in' && (searchParams.has('left') || searchParams.has('out')))

let tls: boolean | null = null

function reachedOverTls(): boolean {
  tls ??= settings().appUrl.startsWith('https:')
  return tls
}

export const config = { matcher: '/((?!_next/static/).*)' }
