import { stepsOf } from '@/components/guides/steps'
import { StepForm } from '@/components/status-reports/step-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { roleLabels } from '@/lib/access/labels'
import type { HeldRole, Role } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = {
  t: Words
  guides: readonly Role[]
  held: readonly HeldRole[]
  projects: readonly ProjectHeader[]
  putAway: FormAction
}

/** The first steps of the viewer's roles, until they are put away. */
export function Guides({ t, guides, held, projects, putAway }: Props) {
  return guides.map((role) => {
    const own = held.filter((one) => one.role === role)
    const project =
      projects.find(({ id }) => own.some(({ projectId }) => projectId === null || projectId === id)) ?? null
    return (
      <Section key={role} id={`guide-${role}`} title={t('guides.title', { role: t(roleLabels[role]) })}>
        <div className="guide">
          <ol>
            {stepsOf(role, project).map(({ name, href }) => (
              <li key={name}>
                <a href={href}>{t(`guides.${role}.${name}.link`)}</a>
                <span>{t(`guides.${role}.${name}.text`)}</span>
              </li>
            ))}
          </ol>
          <StepForm
            action={putAway}
            values={{ guide: role }}
            label={t('guides.putAway')}
            kind="quiet"
            small
            {...guideReasons(t)}
          />
        </div>
      </Section>
    )
  })
}

/** The way back to the guides, for the settings. */
export function GuidesBack({ t, bringBack }: { t: Words; bringBack: FormAction }) {
  return (
    <Section id="guides" title={t('guides.back.title')} intro={t('guides.back.help')}>
      <StepForm action={bringBack} values={{}} label={t('guides.back.send')} kind="secondary" {...guideReasons(t)} />
    </Section>
  )
}

function guideReasons(t: Words) {
  const refused = t('access.reason.NOT_ALLOWED')
  const reasons = {
    INVALID: refused,
    SIGNED_OUT: t('access.reason.SIGNED_OUT'),
    NO_ANSWER: t('guides.noAnswer'),
    FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
  }
  return { reasons, notice: t('ui.notice.danger') }
}
