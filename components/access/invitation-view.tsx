import { InvitationForm } from '@/components/access/invitation-form'
import { linkWords } from '@/components/access/people-words'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/access/form-state'
import { roleLabels } from '@/lib/access/labels'
import type { OpenLink } from '@/lib/access/people/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; link: OpenLink; secret: string; action: FormAction }

/** What a link opens, and the form that takes a password by it. */
export function InvitationView({ t, link, secret, action }: Props) {
  const own = (name: string, values?: Record<string, string>) => t(`people.accept.${name}`, values)
  const { county, email, roles, known } = link
  return (
    <>
      <div>
        <h1>{own(known ? 'titleNew' : 'title')}</h1>
        <p>{own(known ? 'introNew' : 'intro', { county })}</p>
      </div>
      {roles.length > 0 && (
        <div>
          <h2>{own('roles')}</h2>
          <ul>
            {roles.map(({ role, project }) => (
              <li key={`${role} ${project}`}>
                {project ? t('security.people.roleIn', { role: t(roleLabels[role]), project }) : t(roleLabels[role])}
              </li>
            ))}
          </ul>
        </div>
      )}
      <InvitationForm
        action={action}
        secret={secret}
        email={email}
        texts={{
          email: own('email'),
          password: own('password'),
          passwordHelp: t('access.first.passwordHelp'),
          send: own('send'),
        }}
        words={linkWords(t)}
      />
    </>
  )
}

/** One and the same page for every link that opens nothing. */
export function InvitationOver({ t }: { t: Words }) {
  return (
    <>
      <h1>{t('people.accept.overTitle')}</h1>
      <Notice kind="danger" word={t('ui.notice.danger')}>
        <p>{t('people.accept.over')}</p>
      </Notice>
      <p>
        <a href="/sign-in">{t('people.accept.signIn')}</a>
      </p>
    </>
  )
}
