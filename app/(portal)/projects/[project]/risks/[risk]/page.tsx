import type { Metadata } from 'next'
import { RiskDesk } from '@/components/risks/risk-desk'
import { kindText } from '@/components/risks/risk-texts'
import { RiskView } from '@/components/risks/risk-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { now } from '@/lib/platform/clock'
import { editRiskAddress } from '@/lib/risks/addresses'
import { dateInHelsinki } from '@/lib/values/calendar'
import { titleOf } from '@/lib/work-packages/model'
import { listWorkPackages } from '@/lib/work-packages/queries'
import { assess, close, reopen } from '../actions'
import { type RiskParams, riskHere } from '../load'

export async function generateMetadata({ params }: { params: RiskParams }): Promise<Metadata> {
  return { title: (await riskHere(params)).title }
}

export default async function RiskPage({ params }: { params: RiskParams }) {
  const { viewer, project, t, crumbs, writes, risk, title } = await riskHere(params)
  const units = risk.workPackageId ? await listWorkPackages(viewer, project.id) : []
  const unit = units.find(({ id }) => id === risk.workPackageId)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={title}
        mark={
          <>
            <Tag>{kindText(t, risk.kind)}</Tag>
            <Tag tone={risk.closedOn ? 'neutral' : 'info'}>{t(risk.closedOn ? 'risks.closed' : 'risks.open')}</Tag>
          </>
        }
        actions={
          writes &&
          !risk.closedOn && <ButtonLink href={editRiskAddress(project.key, risk.id)}>{t('risks.edit')}</ButtonLink>
        }
      />
      <RiskView t={t} project={project} risk={risk} unit={unit ? titleOf(unit) : null} writes={writes} />
      {writes && (
        <RiskDesk
          t={t}
          project={project}
          risk={risk}
          today={dateInHelsinki(now())}
          actions={{ assess, close, reopen }}
        />
      )}
    </>
  )
}
