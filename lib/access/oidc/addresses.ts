import { securityAddress } from '@/lib/access/addresses'

export const providerAddress = '/sign-in/provider'
/** Where the viewer sees how they stand with the provider. */
export const providerSettingsAddress = securityAddress
/** Where the provider sends people back to. */
export const returnAddress = `${providerAddress}/return`
/** Where signing out of the provider, too, begins. */
export const providerOutAddress = `${providerAddress}/out`

type From = { next?: string; again?: boolean } | { invitation: string } | { link: string }

/** Where signing in by the provider begins; an invitation or a link of the settings goes along to us, never to the provider. */
export function providerSignInAddress(from: From): string {
  const query = new URLSearchParams()
  if ('invitation' in from) query.set('invitation', from.invitation)
  else if ('link' in from) query.set('link', from.link)
  else {
    if (from.next) query.set('next', from.next)
    if (from.again) query.set('again', '1')
  }
  return `${providerAddress}${query.size > 0 ? `?${query}` : ''}`
}
