import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AccountForm } from '@/components/access/account-form'
import { accountFormWords } from '@/components/access/account-form-words'
import { Notice } from '@/components/ui/notice'
import { countyOfLink } from '@/lib/access/invitations'
import { signInActor } from '@/lib/access/queries'
import { becomeFirstAdministrator } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('access.first.title') }
}

export default async function FirstAdministratorPage({
  searchParams,
}: {
  searchParams: Promise<{ secret?: string | string[] }>
}) {
  const { secret } = await searchParams
  const t = await requestWords()
  const given = typeof secret === 'string' ? secret : ''
  const county = given === '' ? undefined : await countyOfLink(signInActor(), given)
  return (
    <div className="grid gap-6 max-w-text">
      <h1>{t('access.first.title')}</h1>
      {county !== undefined ? (
        <>
          <p>{county ? t('access.first.helpOf', { county: county.name }) : t('access.first.help')}</p>
          <AccountForm
            action={becomeFirstAdministrator}
            labels={accountFormWords(t, t('access.first.submit'))}
            hidden={{ secret: given, ...(county ? { organisation: county.name } : {}) }}
            isNew={county ? 'account' : 'county'}
          />
        </>
      ) : (
        <Notice kind="danger" word={t('ui.notice.danger')}>
          {t('access.reason.INVITATION_USED')}
        </Notice>
      )}
    </div>
  )
}
