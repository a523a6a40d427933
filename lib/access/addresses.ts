/** A path of this service to return to after signing in; anything that could lead elsewhere becomes the front page. */
export function safePath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/'
  const url = URL.parse(wanted, 'http://etappi.invalid')
  // Dots are taken out while parsing: "/.//elsewhere" becomes "//elsewhere", which a browser takes for a host.
  const leadsAway =
    url?.host !== 'etappi.invalid' || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')
  return leadsAway ? '/' : url.pathname + url.search
}

/** Where to sign in to come back to a path of this service. */
export function signInAddress(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`
}
