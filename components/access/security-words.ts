import type { SignInAgainWords } from '@/components/access/sign-in-again'
import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import { securityReasonLabels } from '@/lib/access/labels'
import type { Words } from '@/lib/platform/words'

/** Said where an act asks for a sign-in of the last minutes. */
export function signInAgainWords(t: Words): SignInAgainWords {
  return {
    sentence: t('security.again.sentence'),
    link: t('security.again.link'),
    title: t('security.again.title'),
    kept: t('security.again.kept'),
    renewed: t('security.again.renewed'),
  }
}

const errors = ['code', 'wrongCode', 'proof', 'wrongProof', 'sure'].map((name) => `access.error.${name}`)

/** What the forms of second factors and sessions say. */
export function securityWords(t: Words): RecordWords {
  const own = Object.fromEntries(Object.entries(securityReasonLabels).map(([reason, key]) => [reason, t(key)]))
  return recordWords(t, { reasons: own, errors })
}
