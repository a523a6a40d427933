import { stateTones } from '@/components/plan-changes/change-texts'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { planChangeAddress, proposalAddress } from '@/lib/plan-changes/addresses'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import type { PlanChangeState } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  projectKey: string
  reportId: string
  proposals: readonly { id: string; title: string; state: PlanChangeState }[]
  proposes: boolean
}

/** Changes of the plan that come from a report, and the way to propose one from it. */
export function ReportProposals({ t, projectKey, reportId, proposals, proposes }: Props) {
  if (proposals.length === 0 && !proposes) return null
  return (
    <Section
      id="plan-changes"
      title={t('planChanges.ofReport')}
      intro={proposes ? t('planChanges.ofReportHelp') : undefined}
      actions={
        proposes && (
          <ButtonLink small href={proposalAddress(projectKey, reportId)}>
            {t('planChanges.proposeFromReport')}
          </ButtonLink>
        )
      }
    >
      {proposals.length === 0 ? (
        <p className="text-muted">{t('planChanges.noneOfReport')}</p>
      ) : (
        <ul>
          {proposals.map(({ id, title, state }) => (
            <li key={id}>
              <a href={planChangeAddress(projectKey, id)}>{title}</a>{' '}
              <Tag tone={stateTones[state]}>{t(planChangeStateLabels[state])}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
