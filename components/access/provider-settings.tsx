import { ProviderNews } from '@/components/access/provider-entry'
import { SignInAgain } from '@/components/access/sign-in-again'
import { StepForm } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { recordWords } from '@/components/ui/record-words'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import { providerReasonLabels } from '@/lib/access/oidc/labels'
import { type OwnProvider, readProviderReason } from '@/lib/access/oidc/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  /** null: there is no provider */
  provider: OwnProvider | null
  /** The address says why linking did not succeed */
  given: unknown
  unlink: FormAction
}

/** Whether the viewer's account is linked to the provider, and what can be done about it. */
export function ProviderSettings({ t, provider, given, unlink }: Props) {
  if (!provider) return null
  const name = provider.label
  const own = (key: string) => t(`provider.own.${key}`, { name })
  return (
    <Section id="provider" title={own('title')}>
      <ProviderNews t={t} name={name} reason={readProviderReason(given)} />
      <p className="mb-2">
        <Tag tone={provider.linked ? 'good' : 'neutral'}>{own(provider.linked ? 'linked' : 'notLinked')}</Tag>
      </p>
      <p className="mb-4 max-w-text">{own(provider.linked ? 'linkedHelp' : 'notLinkedHelp')}</p>
      {provider.decidesRoles && <p className="mb-4 max-w-text">{own('decides')}</p>}
      {!provider.linked &&
        (provider.linkHref ? <ButtonLink href={provider.linkHref}>{own('link')}</ButtonLink> : <SignInAgain />)}
      {provider.linked && !provider.hasPassword && <p className="max-w-text">{own('only')}</p>}
      {provider.linked && provider.hasPassword && (
        <StepForm
          action={unlink}
          values={{}}
          label={own('unlink')}
          kind="secondary"
          reasons={recordWords(t, { reasons: reasonsOf(t), errors: [] }).reasons}
          notice={t('ui.notice.danger')}
        />
      )}
    </Section>
  )
}

const reasonsOf = (t: Words): Record<string, string> =>
  Object.fromEntries(Object.entries(providerReasonLabels).map(([reason, key]) => [reason, t(key)]))
