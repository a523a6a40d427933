import { periodName } from '@/components/rounds/period-name'
import { RoundLightMark } from '@/components/rounds/round-light'
import { reportCrumbs } from '@/components/status-reports/crumbs'
import { StateTag } from '@/components/status-reports/state-tag'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { roundLightOf } from '@/lib/rounds/model'
import { differencesAddress, reportFormAddress } from '@/lib/status-reports/addresses'
import { originLabels, scopeLabels } from '@/lib/status-reports/labels'
import { isWritable } from '@/lib/status-reports/model'
import { isImported, lightOf, type ReportView } from '@/lib/status-reports/views/model'
import { formatDate } from '@/lib/values/format'
import { titleOf } from '@/lib/work-packages/model'

type Props = { t: Words; project: { key: string; name: string }; report: ReportView }

/** Top of a report: whose, for when, its light and state, and the way to write it. */
export function ReportHeading({ t, project, report }: Props) {
  const { period, unit, scope } = report
  const light = lightOf(report.fields)
  const writable = report.may.write && isWritable(report.state) && !report.closed
  const day = (date: string) => formatDate(date, t.locale)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={reportCrumbs(t, project, report)} />
      <PageHeading
        title={titleOf(unit)}
        mark={
          <>
            {(report.settings.lights || light) && (
              <RoundLightMark t={t} light={roundLightOf({ light, state: report.state, report })} />
            )}
            <StateTag t={t} state={report.state} />
            <span>{t('statusReports.form.period', { period: periodName(period.key) })}</span>
            {isImported(report) && <Tag>{t(originLabels.imported)}</Tag>}
            {scope !== 'full' && <span className="text-muted">{t(scopeLabels[scope])}</span>}
            {period.dueOn && writable && <span>{t('statusReports.due', { day: day(period.dueOn) })}</span>}
          </>
        }
        actions={
          <>
            {writable && (
              <ButtonLink kind="primary" href={reportFormAddress(project.key, period.key, unit.id)}>
                {t('statusReports.write')}
              </ButtonLink>
            )}
            {report.previousPeriodKey !== null && (
              <ButtonLink href={differencesAddress(project.key, period.key, unit.id)}>
                {t('differences.open')}
              </ButtonLink>
            )}
          </>
        }
      />
    </>
  )
}
