import { QrCode } from '@/components/access/qr-code'
import { Section } from '@/components/ui/section'
import { type BegunFactor, inFours } from '@/lib/access/second-factor/model'
import type { Words } from '@/lib/platform/words'

/** The key of an authenticator that is being switched on: for a camera, and to be typed. */
export function KeyToScan({ t, begun }: { t: Words; begun: BegunFactor }) {
  return (
    <Section id="key" title={t('security.setup.scan')}>
      <QrCode text={begun.address} label={t('security.setup.picture')} />
      <p className="mt-4">{t('security.setup.key')}</p>
      <p className="my-2 break-words font-mono text-h3">{inFours(begun.key)}</p>
      <p className="text-muted">{t('security.setup.keyHelp')}</p>
    </Section>
  )
}
