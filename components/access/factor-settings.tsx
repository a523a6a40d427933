import { SecretForm } from '@/components/access/secret-form'
import { securityWords } from '@/components/access/security-words'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { authenticatorAddress, securityAddress } from '@/lib/access/addresses'
import type { FormAction } from '@/lib/access/form-state'
import { factorStateLabels } from '@/lib/access/labels'
import { fewCodes, type OwnFactor } from '@/lib/access/second-factor/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  /** null: the account has no password here */
  factor: OwnFactor | null
  actions: { begin: FormAction; renew: FormAction; switchOff: FormAction }
}

const tones = { off: 'neutral', begun: 'info', on: 'good', unreadable: 'danger' } as const

/** How the viewer's second factor stands, and what can be done with it. */
export function FactorSettings({ t, factor, actions }: Props) {
  const own = (name: string) => t(`security.factor.${name}`)
  if (!factor) {
    return (
      <Section id="second-factor" title={own('title')}>
        <p className="max-w-text">{own('elsewhere')}</p>
      </Section>
    )
  }
  const { state, since, codesLeft } = factor
  const words = securityWords(t)
  const password = { name: 'password', label: own('password'), help: own('passwordHelp') } as const
  const proof = { name: 'password', label: own('proof'), help: own('proofHelp') } as const
  const told = {
    since: since ? formatDateTime(since, t.locale) : '',
    left: String(codesLeft),
  }
  return (
    <Section id="second-factor" title={own('title')} intro={own('help')}>
      <p className="mb-2">
        <Tag tone={tones[state]}>{t(factorStateLabels[state])}</Tag>
      </p>
      {state === 'unreadable' ? (
        <Notice kind="warning" word={t('ui.notice.warning')}>
          <p>{own('stateHelp.unreadable')}</p>
        </Notice>
      ) : (
        <p className="mb-4 max-w-text">{t(`security.factor.stateHelp.${state}`, told)}</p>
      )}
      {state === 'on' && codesLeft <= fewCodes && (
        <Notice kind="warning" word={t('ui.notice.warning')}>
          <p>{own('few')}</p>
        </Notice>
      )}
      {state === 'begun' && <ButtonLink href={authenticatorAddress}>{own('continue')}</ButtonLink>}
      {(state === 'off' || state === 'begun') && (
        <SecretForm
          id="begin"
          action={actions.begin}
          field={password}
          send={own(state === 'off' ? 'begin' : 'beginAnew')}
          kind={state === 'off' ? 'primary' : 'secondary'}
          words={words}
        />
      )}
      {state === 'on' && (
        <Disclosure summary={own('renewTitle')} id="renew">
          <p>{own('renewHelp')}</p>
          <SecretForm
            id="renew"
            action={actions.renew}
            field={proof}
            send={own('renew')}
            kind="secondary"
            words={words}
            codes={codesTexts(t, 'renewed')}
          />
        </Disclosure>
      )}
      {(state === 'on' || state === 'unreadable') && (
        <Disclosure summary={own('offTitle')} id="off">
          <p>{own('offHelp')}</p>
          <SecretForm id="off" action={actions.switchOff} field={proof} send={own('off')} kind="danger" words={words} />
        </Disclosure>
      )}
    </Section>
  )
}

/** What is said of recovery codes when they are shown, this once. */
export function codesTexts(t: Words, made: 'made' | 'renewed') {
  return {
    made: t(`security.codes.${made}`),
    title: t('security.codes.title'),
    help: t('security.codes.help'),
    lost: t('security.codes.lost'),
    done: t('security.codes.done'),
    doneHref: securityAddress,
  }
}
