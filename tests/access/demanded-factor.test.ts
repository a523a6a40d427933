// Of whom a second factor is demanded, and what a session then waits for.
import { describe, expect, it } from 'vitest'
import { type Role, roles, writes } from '@/lib/access/model'
import { awaitedOf, factorRules, installationRules, isDemanded } from '@/lib/access/second-factor/demand/model'

const holding = (...held: Role[]) => ({ held: held.map((role) => ({ role, projectId: null })), hasPassword: true })
const at = (time: string) => new Date(`2025-10-01T${time}:00Z`)
const session = {
  ...holding('director'),
  factorRule: 'everybody',
  factorSince: null,
  codeGiven: false,
  authenticatedAt: at('09:00'),
} as const

describe('a right beyond reading', () => {
  it('is held by everybody but auditors and national readers', () => {
    expect(roles.filter(writes)).toEqual(['coordinator', 'director', 'finance', 'steering', 'admin'])
  })
})

describe('a second factor', () => {
  // Written by hand: who is asked, by rule.
  const asked: Record<string, readonly Role[]> = {
    nobody: [],
    administrators: ['admin'],
    writers: ['coordinator', 'director', 'finance', 'steering', 'admin'],
    everybody: roles,
  }
  it.each([...new Set([...factorRules, ...installationRules])])(
    'is demanded by the rule "%s" of those it names',
    (rule) => {
      expect(roles.filter((role) => isDemanded(holding(role), [rule]))).toEqual(asked[rule])
      // A right in one project is enough, whatever else is only read.
      expect(isDemanded(holding('auditor', 'director'), [rule])).toBe(['writers', 'everybody'].includes(rule))
      expect(isDemanded(holding(), [rule])).toBe(rule === 'everybody')
    },
  )

  it('is demanded when either the county or the installation says so', () => {
    expect(isDemanded(holding('admin'), ['nobody', 'administrators'])).toBe(true)
    expect(isDemanded(holding('director'), ['writers', 'administrators'])).toBe(true)
    expect(isDemanded(holding('director'), ['nobody', 'administrators'])).toBe(false)
  })

  it('is never demanded of those who have no password here', () => {
    for (const rule of installationRules)
      expect(isDemanded({ ...holding('admin', 'director'), hasPassword: false }, [rule])).toBe(false)
  })
})

describe('a session of somebody who is asked', () => {
  it.each([
    ['waits for the factor while there is none', {}, 'factor'],
    ['waits for a code when it began by the password alone, before', { factorSince: at('09:05') }, 'code'],
    ['waits for a code at the very moment, too', { factorSince: at('09:00') }, 'code'],
    ['goes on when the code was given in it', { factorSince: at('09:05'), codeGiven: true }, null],
    ['goes on when a provider began it afterwards', { factorSince: at('08:00') }, null],
    ['goes on when nobody asks any more', { factorRule: 'nobody' }, null],
  ] as const)('%s', (_, fields, awaited) => {
    expect(awaitedOf({ ...session, ...fields }, 'nobody')).toBe(awaited)
  })

  it('waits when the installation asks and the county does not', () => {
    const own = { ...session, ...holding('admin'), factorRule: 'nobody' } as const
    expect([awaitedOf(own, 'nobody'), awaitedOf(own, 'administrators')]).toEqual([null, 'factor'])
  })
})
