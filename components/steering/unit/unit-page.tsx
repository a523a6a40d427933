import { ChangeMark, LightMark } from '@/components/steering/marks'
import { PurchaseTable } from '@/components/steering/purchases'
import { UnitComments } from '@/components/steering/unit/unit-comments'
import { UnitCorrections } from '@/components/steering/unit/unit-corrections'
import { UnitFacts } from '@/components/steering/unit/unit-facts'
import { UnitIndicators } from '@/components/steering/unit/unit-indicators'
import { UnitTables } from '@/components/steering/unit/unit-tables'
import { UnitTexts } from '@/components/steering/unit/unit-texts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { projectAddress } from '@/lib/projects/addresses'
import type { SnapshotBody, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { publishedDifferencesAddress, versionAddress } from '@/lib/steering/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import { unitRows } from '@/lib/steering/lights/model'

export type UnitProps = { t: Words; body: SnapshotBody; unit: SnapshotUnit }

/** One unit of a published period for those who read: what it is for, how it goes, its figures. */
export function UnitPage({ t, body, unit, version }: UnitProps & { version: number | null }) {
  const { project, period, finance, planChanges } = body
  const row = unitRows(body, null).find((one) => one.id === unit.id)
  const board = versionAddress(project.key, period.key, version)
  const purchases = finance.purchases.filter((one) => one.workPackageId === unit.id)
  const changes = planChanges.filter((one) => one.workPackageId === unit.id)
  return (
    <div className="board">
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(project.key) },
          { label: t('steering.title', { period: periodText(period.key) }), href: board },
          { label: unit.title },
        ]}
      />
      <PageHeading
        title={unit.title}
        mark={
          row && (
            <>
              <LightMark t={t} light={row.light} />
              {body.previous && <ChangeMark t={t} change={row.change} before={row.before} />}
            </>
          )
        }
        intro={row?.reason ?? undefined}
        actions={
          body.previous && (
            <ButtonLink href={publishedDifferencesAddress(project.key, period.key, unit.id)}>
              {t('differences.steering.open')}
            </ButtonLink>
          )
        }
      />
      {row?.lightOf && <p className="board-quiet">{t('steering.light.fromPart', { part: row.lightOf })}</p>}
      <UnitFacts t={t} body={body} unit={unit} version={version} />
      <UnitTexts t={t} body={body} unit={unit} />
      <UnitComments t={t} body={body} unit={unit} />
      <UnitIndicators t={t} body={body} unit={unit} />
      <UnitCorrections t={t} body={body} unit={unit} />
      <UnitTables t={t} body={body} unit={unit} />
      {purchases.length > 0 && (
        <Section id="purchases" title={t('steering.unit.purchases')}>
          <PurchaseTable t={t} caption={t('steering.unit.purchases')} purchases={purchases} />
        </Section>
      )}
      {changes.length > 0 && (
        <Section id="plan-changes" title={t('steering.unit.planChanges')}>
          <ul className="board-plain">
            {changes.map((change) => (
              <li key={change.id}>
                {change.title}
                <small>{change.decided.map((one) => one.asWritten).join(', ')}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
