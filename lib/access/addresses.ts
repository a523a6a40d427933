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

/** Where somebody who is signed in shows anew who they are, for an act that asks for it. */
export function signInAgainAddress(path: string): string {
  return `${signInAddress(path)}&again=1`
}

/** Where the code of a second factor is asked for, between the password and the page that was wanted. */
export function codeAddress(path: string): string {
  return `/sign-in/code?next=${encodeURIComponent(path)}`
}

export const securityAddress = '/settings/security'
export const authenticatorAddress = `${securityAddress}/authenticator`
export const adminAddress = '/admin'
export const countyAddress = '/admin/county'
export const peopleAddress = '/admin/people'
export const newPersonAddress = `${peopleAddress}/new`

/** A person of the county, for its administrators. */
export function personAddress(userId: string): string {
  return `${peopleAddress}/${userId}`
}
