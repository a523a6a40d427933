/** A path of this service to return to after signing in; anything that could lead elsewhere becomes the front page. */
export function safePath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/'
  const url = URL.parse(wanted, 'http://etappi.invalid')
  return url?.host === 'etappi.invalid' && !url.pathname.startsWith('/sign-in') ? url.pathname + url.search : '/'
}
