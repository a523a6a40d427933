import type { ProviderReason } from '@/lib/access/oidc/model'

/** The sentence shown for a refusal. */
export const providerReasonLabels: Record<ProviderReason, string> = {
  AWAY: 'provider.reason.AWAY',
  OVER: 'provider.reason.OVER',
  CANCELLED: 'provider.reason.CANCELLED',
  INVALID: 'provider.reason.INVALID',
  NOT_FRESH: 'provider.reason.NOT_FRESH',
  TOO_WEAK: 'provider.reason.TOO_WEAK',
  UNKNOWN_PERSON: 'provider.reason.UNKNOWN_PERSON',
  DISABLED: 'provider.reason.DISABLED',
  INVITATION_USED: 'provider.reason.INVITATION_USED',
  TAKEN: 'provider.reason.TAKEN',
  ALREADY_LINKED: 'provider.reason.ALREADY_LINKED',
  HAS_FACTOR: 'provider.reason.HAS_FACTOR',
  TOO_MANY_ATTEMPTS: 'provider.reason.TOO_MANY_ATTEMPTS',
  SIGN_IN_AGAIN: 'provider.reason.SIGN_IN_AGAIN',
  NOT_ALLOWED: 'provider.reason.NOT_ALLOWED',
  NOT_LINKED: 'provider.reason.NOT_LINKED',
  NO_PASSWORD: 'provider.reason.NO_PASSWORD',
}
