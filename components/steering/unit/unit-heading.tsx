import { FigureLink } from '@/components/steering/figure-link'
import { ChangeMark, LightMark } from '@/components/steering/marks'
import type { UnitProps } from '@/components/steering/unit/model'
import { VersionChoice } from '@/components/steering/version-choice'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { publishedDifferencesAddress, publishedUnitAddress, versionAddress } from '@/lib/steering/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import { lightOfText } from '@/lib/steering/light-texts/model'
import { unitRows } from '@/lib/steering/lights/model'
import type { PublishedPeriod } from '@/lib/steering/model'

type Props = Pick<UnitProps, 't' | 'body' | 'unit' | 'version'> & {
  /** The project's page, for those who may open it */
  home: string | undefined
  shown: PublishedPeriod
  /** Every publication of the period */
  versions: readonly PublishedPeriod[]
}

/** The way here, what the unit is called and how it stands, and which publication is shown. */
export function UnitHeading({ t, home, body, unit, version, shown, versions }: Props) {
  const { project, period } = body
  const row = unitRows(body, null).find((one) => one.id === unit.id)
  const from = row ? lightOfText(t, row) : null
  const hrefOf = (one: number | null) => publishedUnitAddress(project.key, period.key, unit.id, one)
  return (
    <div className="board">
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: home },
          {
            label: t('steering.title', { period: periodText(period.key) }),
            href: versionAddress(project.key, period.key, version),
          },
          { label: unit.title },
        ]}
      />
      <PageHeading
        title={unit.title}
        mark={
          row && (
            <>
              <FigureLink code={shown.code} kind="light" id={unit.id}>
                <LightMark t={t} light={row.light} usesLights={project.lights} />
              </FigureLink>
              {body.previous && (
                <ChangeMark t={t} change={row.change} before={row.before} usesLights={project.lights} />
              )}
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
      {from && <p className="board-quiet">{from}</p>}
      <VersionChoice t={t} versions={versions} shown={shown} hrefOf={hrefOf} />
    </div>
  )
}
