import { CostSection } from '@/components/plan/cost-section'
import { DependencySection } from '@/components/plan/dependency-section'
import { LinkSection } from '@/components/plan/link-section'
import { MaturitySection } from '@/components/plan/maturity-section'
import { PersonMonthSection } from '@/components/plan/person-month-section'
import { ScheduleSection } from '@/components/plan/schedule-section'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { planContentLabels } from '@/lib/plan/labels'
import { missingOf, type Plan } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'
import { communicationsAddress } from '@/lib/projects/addresses'

type Props = {
  t: Words
  projectKey: string
  plan: Plan
  today: string
  /** The plan's rows; the state of linked projects belongs to the project's own page */
  writes: { plan: boolean; links: boolean }
}

/** The whole plan of a project, from what is recorded of it; what is missing is told first. */
export function PlanView({ t, projectKey, plan, today, writes }: Props) {
  const missing = missingOf(plan)
  const own = { t, projectKey, plan, writes: writes.plan }
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="info" word={t('plan.missing.title')}>
          <p>
            {missing.map((what) => t(planContentLabels[what])).join(', ')}. {t('plan.missing.help')}
          </p>
        </Notice>
      )}
      <ScheduleSection t={t} projectKey={projectKey} plan={plan} today={today} />
      <CostSection t={t} projectKey={projectKey} plan={plan} />
      <PersonMonthSection {...own} />
      <DependencySection {...own} />
      <LinkSection {...own} writes={writes.links} />
      <MaturitySection {...own} />
      <Communications t={t} projectKey={projectKey} plan={plan} />
    </>
  )
}

/** The communication plan has pages of its own: how much there is, and the way to it. */
function Communications({ t, projectKey, plan }: Pick<Props, 't' | 'projectKey' | 'plan'>) {
  const { count, topics } = plan.communications
  const open = <ButtonLink href={communicationsAddress(projectKey)}>{t('plan.communications.open')}</ButtonLink>
  return (
    <Section id="communications" title={t('plan.communications.title')} actions={count > 0 && open}>
      {count === 0 ? (
        <EmptyState title={t('plan.communications.none')} actions={open}>
          {t('plan.communications.noneHelp')}
        </EmptyState>
      ) : (
        <Disclosure summary={t('plan.communications.count', { count })}>
          <ul>
            {topics.map((topic, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that is never reordered in place
              <li key={at}>{topic}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}
