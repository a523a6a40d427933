import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FactorDemanded } from '@/components/access/factor-demanded'
import { FactorSettings } from '@/components/access/factor-settings'
import { PersonPassword } from '@/components/access/person-password'
import { ProviderSettings } from '@/components/access/provider-settings'
import { securityWords } from '@/components/access/security-words'
import { SessionTable } from '@/components/access/session-table'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { findOwnProvider } from '@/lib/access/oidc/queries'
import { findOwnFactor } from '@/lib/access/second-factor/queries'
import { requireViewerBeforeFactor } from '@/lib/access/session'
import { listOwnSessions } from '@/lib/access/sessions/queries'
import { begin, changePassword, endOne, endOthers, renew, switchOff, unlink } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('security.title') }
}

type Props = { searchParams: Promise<{ provider?: string | string[] }> }

export default async function SecurityPage({ searchParams }: Props) {
  const [viewer, t] = await Promise.all([requireViewerBeforeFactor(), requestWords()])
  const [factor, sessions, provider] = await Promise.all([
    findOwnFactor(viewer),
    listOwnSessions(viewer),
    findOwnProvider(viewer),
  ])
  const others = sessions.some(({ current }) => !current)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[{ label: t('security.title') }]} />
      <PageHeading title={t('security.title')} intro={t('security.intro')} />
      {viewer.awaits && <FactorDemanded t={t} awaits={viewer.awaits} />}
      {factor && <PersonPassword t={t} change={changePassword} />}
      {viewer.awaits !== 'code' && <FactorSettings t={t} factor={factor} actions={{ begin, renew, switchOff }} />}
      {!viewer.awaits && (
        <ProviderSettings t={t} provider={provider} given={(await searchParams).provider} unlink={unlink} />
      )}
      <Section id="sessions" title={t('security.sessions.title')} intro={t('security.sessions.help')}>
        <SessionTable t={t} sessions={sessions} end={endOne} />
        <p className="my-4 max-w-text">{t(`security.sessions.${others ? 'othersHelp' : 'onlyThis'}`)}</p>
        {others && (
          <StepForm
            action={endOthers}
            values={{}}
            label={t('security.sessions.endOthers')}
            kind="secondary"
            reasons={securityWords(t).reasons}
            notice={t('ui.notice.danger')}
          />
        )}
      </Section>
    </>
  )
}
