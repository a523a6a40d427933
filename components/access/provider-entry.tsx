import { ProviderButton } from '@/components/access/provider-button'
import { Notice } from '@/components/ui/notice'
import { providerOutAddress } from '@/lib/access/oidc/addresses'
import { providerReasonLabels } from '@/lib/access/oidc/labels'
import type { ProviderReason } from '@/lib/access/oidc/model'
import type { Words } from '@/lib/platform/words'

type Told = { t: Words; name: string; reason: ProviderReason | null; out?: boolean }

/** What came of signing in by the provider, or of signing out of Etappi alone; drawn before the forms. */
export function ProviderNews({ t, name, reason, out = false }: Told) {
  return (
    <>
      {reason && (
        <Notice kind="danger" word={t('provider.refused', { name })} live>
          <p>{t(providerReasonLabels[reason])}</p>
        </Notice>
      )}
      {out && (
        <Notice kind="info" word={t('provider.out.title')} live>
          <p>{t('provider.out.text', { name })}</p>
          <p>
            <a href={providerOutAddress}>{t('provider.out.link', { name })}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

/** The other way in, beside the form. */
export function ProviderEntry({ t, name, href }: { t: Words; name: string; href: string }) {
  return (
    <section aria-labelledby="provider" className="grid gap-4">
      <h2 id="provider">{t('provider.title')}</h2>
      <p>{t('provider.help')}</p>
      <ProviderButton label={t('provider.button', { name })} href={href} />
    </section>
  )
}
