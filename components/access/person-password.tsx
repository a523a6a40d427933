import { passwordWords } from '@/components/access/people-words'
import { PersonPasswordForm } from '@/components/access/person-password-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'

/** The part of the settings in which somebody changes their own password. */
export function PersonPassword({ t, change }: { t: Words; change: FormAction }) {
  const own = (name: string) => t(`people.password.${name}`)
  const texts = {
    current: own('current'),
    new: own('new'),
    newHelp: t('access.first.passwordHelp'),
    send: own('send'),
    done: own('done'),
    doneHelp: own('doneHelp'),
  }
  return (
    <Section id="password" title={own('title')} intro={own('help')}>
      <PersonPasswordForm action={change} texts={texts} words={passwordWords(t)} />
    </Section>
  )
}
