import type { ReactNode } from 'react'
import { lastSignInText, rolesText } from '@/components/access/people-table'
import { securityWords } from '@/components/access/security-words'
import { SessionTable } from '@/components/access/session-table'
import { StepForm } from '@/components/status-reports/step-form'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { securityAddress } from '@/lib/access/addresses'
import type { FormAction } from '@/lib/access/form-state'
import { factorStateLabels, personStateLabels } from '@/lib/access/labels'
import type { OpenSession, PersonRow } from '@/lib/access/sessions/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  person: PersonRow
  sessions: readonly OpenSession[]
  actions: { endOneOf: FormAction; endAllOf: FormAction; reset: FormAction }
  /** What can be changed of the person, between what is known and their sessions */
  children: ReactNode
}

/** One person of the county: their sessions, which can be ended, and a lost second factor, which can be reset. */
export function PersonView({ t, person, sessions, actions, children }: Props) {
  const own = (name: string) => t(`security.people.${name}`)
  const words = securityWords(t)
  const values = { userId: person.id }
  return (
    <>
      {person.disabled && (
        <Notice kind="warning" word={t('ui.notice.warning')}>
          <p>{own('disabled')}</p>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: own('email'), value: person.email },
          { term: t('people.stateTitle'), value: t(personStateLabels[person.state]) },
          { term: own('roles'), value: rolesText(t, person) },
          { term: own('factor'), value: t(factorStateLabels[person.secondFactor ? 'on' : 'off']) },
          { term: own('lastSignIn'), value: lastSignInText(t, person) },
        ]}
      />
      {children}
      {person.self ? (
        <p>
          {own('ownHelp')} <a href={securityAddress}>{t('security.title')}</a>
        </p>
      ) : (
        <>
          <Section id="sessions" title={t('security.sessions.title')} intro={own('sessionsHelp')}>
            <SessionTable t={t} sessions={sessions} end={actions.endOneOf} values={values} />
            {sessions.length > 0 && (
              <StepForm
                action={actions.endAllOf}
                values={values}
                label={own('endAll')}
                kind="secondary"
                reasons={words.reasons}
                notice={t('ui.notice.danger')}
              />
            )}
          </Section>
          {person.secondFactor && (
            <Section id="reset" title={own('resetTitle')} intro={own('resetHelp')}>
              <RecordForm
                id="reset"
                action={actions.reset}
                values={values}
                fields={[{ as: 'tick', name: 'sure', label: own('resetSure') }]}
                send={own('reset')}
                kind="danger"
                words={words}
              />
            </Section>
          )}
        </>
      )}
    </>
  )
}
