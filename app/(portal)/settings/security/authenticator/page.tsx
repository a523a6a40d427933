import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { codesTexts } from '@/components/access/factor-settings'
import { KeyToScan } from '@/components/access/key-to-scan'
import { SecretForm } from '@/components/access/secret-form'
import { securityWords } from '@/components/access/security-words'
import { SignInAgain } from '@/components/access/sign-in-again'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { securityAddress } from '@/lib/access/addresses'
import { signedInRecently } from '@/lib/access/model'
import { findBegunFactor } from '@/lib/access/second-factor/queries'
import { requireViewerBeforeFactor } from '@/lib/access/session'
import { now } from '@/lib/platform/clock'
import { confirm } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('security.setup.title') }
}

export default async function AuthenticatorPage() {
  const [viewer, t] = await Promise.all([requireViewerBeforeFactor(), requestWords()])
  const own = (name: string) => t(`security.setup.${name}`)
  const crumbs = [{ label: t('security.title'), href: securityAddress }, { label: own('title') }]
  const recent = signedInRecently(viewer, now())
  const begun = recent ? await findBegunFactor(viewer) : null
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={own('title')} intro={begun ? own('intro') : undefined} />
      {begun && <KeyToScan t={t} begun={begun} />}
      {!recent && <SignInAgain />}
      {recent && !begun && <p>{own('none')}</p>}
      <Section id="confirm" title={begun ? own('confirm') : t('security.codes.title')}>
        <SecretForm
          id="confirm"
          action={confirm}
          field={{ name: 'code', label: own('code'), help: own('codeHelp') }}
          send={own('send')}
          words={securityWords(t)}
          codes={codesTexts(t, 'made')}
          over={!begun}
        />
      </Section>
      <p className="mt-6">
        <a href={securityAddress}>{own('back')}</a>
      </p>
    </>
  )
}
