/** `published`: what has been published. `approved`: what is approved and not published yet, too. */
export type ApiKeyScope = 'published' | 'approved'

export const keyPrefix = 'etappi_'
/** The prefix and 256 bits in the characters of base64url. */
export const keyForm = /^etappi_[A-Za-z0-9_-]{43}$/
/** How much of a key is kept to tell keys apart: too little to guess the rest from. */
export const startLength = keyPrefix.length + 6

export const defaultDays = 90
export const mostDays = 365

export type KeyState = 'valid' | 'expired' | 'revoked'

/** A key as its county's administrator sees it. Moments are ISO text. */
export type ApiKeyRow = {
  id: string
  name: string
  projectName: string | null
  scope: ApiKeyScope
  start: string
  state: KeyState
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
}

/** What a key that has been shown lets a program read. */
export type KnownKey = {
  id: string
  organisationId: string
  projectId: string | null
  scope: ApiKeyScope
}

/** Revoked before expired: somebody has decided so. */
export function stateOf(key: { expiresAt: Date; revokedAt: Date | null }, at: Date): KeyState {
  if (key.revokedAt !== null) return 'revoked'
  return key.expiresAt <= at ? 'expired' : 'valid'
}
