import { peopleWords } from '@/components/access/people-words'
import { detailFields, rolesField, unitsField, wayField } from '@/components/access/person-fields'
import { PersonLinkForm } from '@/components/access/person-link-form'
import { linkTexts } from '@/components/access/person-texts'
import { StepForm } from '@/components/status-reports/step-form'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { roleKey, type PersonSettings as Settings } from '@/lib/access/people/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

export type PersonActions = Record<
  'saveDetails' | 'saveRoles' | 'saveUnits' | 'makeLink' | 'withdraw' | 'disable' | 'enable',
  FormAction
>

type Props = { t: Words; settings: Settings; self: boolean; mails: boolean; actions: PersonActions }

/** What an administrator changes of a person: details, roles, units, the link to the account and whether it is in use. */
export function PersonSettings({ t, settings, self, mails, actions }: Props) {
  const own = (name: string) => t(`people.${name}`)
  const words = peopleWords(t)
  const values = { userId: settings.id, version: settings.version }
  const form = { values, words, kind: 'secondary' } as const
  const coordinates = settings.held.some(({ role }) => role === 'coordinator')
  return (
    <>
      <Section id="roles" title={own('roles.title')} intro={own('roles.intro')}>
        <RecordForm
          {...form}
          id="held"
          action={actions.saveRoles}
          fields={[rolesField(t, settings.choices, settings.held.map(roleKey).join(','))]}
          send={own('roles.send')}
        />
      </Section>
      {coordinates && (
        <Section id="units" title={own('units.title')} intro={own('units.intro')}>
          <RecordForm
            {...form}
            id="writes"
            action={actions.saveUnits}
            fields={[unitsField(t, settings)]}
            send={own('units.send')}
          />
        </Section>
      )}
      <Section id="details" title={own('details.title')} intro={own('details.intro')}>
        <RecordForm
          {...form}
          id="person"
          action={actions.saveDetails}
          fields={detailFields(t, settings)}
          send={own('details.send')}
        />
      </Section>
      {!self && settings.state !== 'disabled' && (
        <Section
          id="link"
          title={own('link.title')}
          intro={own(settings.state === 'active' ? 'link.newHelp' : 'link.invitedHelp')}
        >
          {settings.until && (
            <>
              <p>{t('people.link.openUntil', { until: formatDateTime(settings.until, t.locale) })}</p>
              <Step t={t} action={actions.withdraw} values={values} label={own('link.withdraw')} kind="secondary" />
            </>
          )}
          <PersonLinkForm
            id="link-form"
            action={actions.makeLink}
            values={values}
            fields={[wayField(t, mails)]}
            send={own('link.send')}
            words={words}
            texts={linkTexts(t)}
          />
        </Section>
      )}
      {!self && <Standing t={t} values={values} disabled={settings.state === 'disabled'} actions={actions} />}
    </>
  )
}

type StepProps = {
  t: Words
  action: FormAction
  values: Record<string, string | number>
  label: string
  kind: 'secondary' | 'danger'
}

function Step({ t, ...step }: StepProps) {
  return (
    <div className="my-4">
      <StepForm {...step} reasons={peopleWords(t).reasons} notice={t('ui.notice.danger')} />
    </div>
  )
}

type StandingProps = { t: Words; values: Record<string, string | number>; disabled: boolean; actions: PersonActions }

function Standing({ t, values, disabled, actions }: StandingProps) {
  const act = disabled ? 'enable' : 'disable'
  return (
    <Section id="standing" title={t(`people.standing.${act}Title`)} intro={t(`people.standing.${act}Help`)}>
      <Step
        t={t}
        action={actions[act]}
        values={values}
        label={t(`people.standing.${act}`)}
        kind={disabled ? 'secondary' : 'danger'}
      />
    </Section>
  )
}
