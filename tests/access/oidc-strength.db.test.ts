// How strongly a provider recognises people, and with which keys it says so.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '@/lib/platform/clock'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import { makeAccount, makeCounty } from '../support/builders/accounts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider'
import { sql } from './behind'
import { begin, go, reasonOf, returnsTo, settingsOf } from './oidc-flows'

let provider: StandInProvider
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  provider = await startStandInProvider(returnsTo())
  provider.person = { sub: `henkilö-${randomUUID()}` }
  const { id } = await makeAccount(await makeCounty())
  await sql('UPDATE "User" SET "oidcIssuer" = $2, "oidcSubject" = $3 WHERE id = $1', [
    id,
    provider.issuer,
    provider.person.sub,
  ])
})
afterEach(async () => {
  setClock(null)
  await provider.stop()
})

/** The provider publishes a key of so many bits besides its own, and signs with it. */
function signsWith(bits: number): void {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  const base64 = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
  const [kid, use] = ['toinen', 'sig']
  provider.bend = {
    keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'RS256', kid, use }],
    token: async (claims) => {
      const text = `${base64({ alg: 'RS256', kid })}.${base64(claims)}`
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
    },
  }
}

describe('a key of the provider', () => {
  it.each([
    [1024, 2048, 'INVALID'],
    [2040, 2048, 'INVALID'],
    [2048, 2048, null],
    [2048, 3072, 'INVALID'],
    [3072, 3072, null],
  ])('of %i bits, where %i are asked for: %s', async (bits, rsaBits, reason) => {
    signsWith(bits)
    const finished = await go(settingsOf(provider, { rsaBits }))
    expect([reasonOf(finished), finished.entered === null]).toEqual([reason, reason !== null])
  })
})

describe('the strength of a sign-in', () => {
  const asked = async (more: Partial<ProviderSettings>, query: Record<string, string> = {}) =>
    (await begin(settingsOf(provider, more), query)).to.searchParams.get('acr_values')

  it('is asked for when the settings name it, also for a fresh sign-in, and else not at all', async () => {
    expect(await asked({ askedAcr: ['urn:korkea', 'urn:muu'] })).toBe('urn:korkea urn:muu')
    expect(await asked({ askedAcr: ['urn:korkea'] }, { again: '1' })).toBe('urn:korkea')
    expect(await asked({})).toBeNull()
  })

  it('is demanded of a fresh sign-in, too', async () => {
    const demanding = settingsOf(provider, { demandedAmr: ['mfa'] })
    provider.person = { ...provider.person, more: { amr: ['pwd'] } }
    const weak = await go(demanding, { again: '1' })
    expect([reasonOf(weak), weak.entered]).toEqual(['TOO_WEAK', null])
    expect(weak.to).toContain('again=1')
    provider.person = { ...provider.person, more: { amr: ['pwd', 'mfa'] } }
    expect((await go(demanding, { again: '1' })).entered).not.toBeNull()
  })
})
