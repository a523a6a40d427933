import type { Metadata } from 'next'
import { DecisionSection } from '@/components/meetings/decision-list'
import { ChangeDesk } from '@/components/plan-changes/change-desk'
import { stateTones } from '@/components/plan-changes/change-texts'
import { ChangeView } from '@/components/plan-changes/change-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { listDecisionsOf } from '@/lib/meetings/decisions/queries'
import { editPlanChangeAddress } from '@/lib/plan-changes/addresses'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { listMeetingDecisions } from '@/lib/plan-changes/queries'
import { decide, putInForce, reject, takeUp } from '../actions'
import { type ChangeParams, changeHere } from '../load'

export async function generateMetadata({ params }: { params: ChangeParams }): Promise<Metadata> {
  return { title: (await changeHere(params)).title }
}

export default async function PlanChangePage({ params }: { params: ChangeParams }) {
  const { viewer, project, t, crumbs, prepares, edits, choices, change, title } = await changeHere(params)
  const [meetingDecisions, decisions] = await Promise.all([
    prepares ? listMeetingDecisions(viewer, project.id) : [],
    listDecisionsOf(viewer, { planChangeId: change.id }),
  ])
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={title}
        mark={<Tag tone={stateTones[change.state]}>{t(planChangeStateLabels[change.state])}</Tag>}
        actions={
          edits && <ButtonLink href={editPlanChangeAddress(project.key, change.id)}>{t('planChanges.edit')}</ButtonLink>
        }
      />
      <ChangeView t={t} project={project} change={change} choices={choices} edits={edits} />
      <DecisionSection t={t} projectKey={project.key} decisions={decisions} />
      {prepares && (
        <ChangeDesk
          t={t}
          project={project}
          change={change}
          meetingDecisions={meetingDecisions}
          actions={{ takeUp, decide, putInForce, reject }}
        />
      )}
    </>
  )
}
