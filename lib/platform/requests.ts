/** Content security policy of one answer. Scripts and styles run only with this answer's nonce or from our own files. */
export function contentPolicy(
  nonce: string,
  { secure, development }: { secure: boolean; development: boolean },
): string {
  return [
    "default-src 'self'",
    // React needs eval for its error overlays while developing, never in production.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/**
 * Whether a request that may change something comes from our own pages. Browsers send Sec-Fetch-Site or Origin with
 * every such request; one that carries neither is refused, because Next itself would let it through to a server action.
 */
export function isOwnOrigin(method: string, headers: Headers): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  return Boolean(origin && URL.canParse(origin) && new URL(origin).host === hostAsked(headers))
}

/** The address that a browser asked: behind a proxy, or on one address of several, not the one that the server listens on. */
export function hostAsked(headers: Headers): string | null {
  return headers.get('x-forwarded-host') ?? headers.get('host')
}

/**
 * Whether somebody opened this address as a page by themselves: by a link of ours, a bookmark or typing. What another site
 * leads to, loads as a picture or asks for by script is not their choice. A browser that says nothing must come from our page.
 */
export function isOwnChoice(headers: Headers): boolean {
  const [site, target] = [headers.get('sec-fetch-site'), headers.get('sec-fetch-dest')]
  if (site) return (site === 'same-origin' || site === 'none') && (target === null || target === 'document')
  const referer = headers.get('referer')
  return referer !== null && URL.canParse(referer) && new URL(referer).host === hostAsked(headers)
}

/** Whether a browser opens the page itself. Anything else (data fetched after an action, an unknown client) is not that. */
export function isOpened(headers: Headers): boolean {
  return headers.get('sec-fetch-dest') === 'document'
}

/**
 * Where a language link leads: the same address without `lang`. The link itself is only `?lang=sv`, so the filters of
 * the page are taken from the referring address when that was the same page.
 */
export function languageTarget(url: URL, referer: string | null, host: string | null = url.host): URL {
  const target = new URL(url)
  const from = referer && URL.canParse(referer) ? new URL(referer) : null
  if (from && from.host === host && from.pathname === url.pathname) target.search = from.search
  target.searchParams.delete('lang')
  return target
}

/**
 * A path with one slash in front and none at the end. Several in front would make the browser read the redirect's
 * target as another host.
 */
export function withoutSlash(pathname: string): string {
  return `/${pathname.replace(/^[/\\]+|\/+$/g, '')}`
}
