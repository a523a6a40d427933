import { calendarTones } from '@/components/rounds/calendar-table'
import { periodName } from '@/components/rounds/period-name'
import { publishReasons } from '@/components/rounds/reasons'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { projectAddress, steeringAddress } from '@/lib/projects/addresses'
import { periodDaysAddress, publishAddress, roundGridAddress } from '@/lib/rounds/addresses'
import { calendarState } from '@/lib/rounds/calendar/model'
import { calendarStateLabels } from '@/lib/rounds/labels'
import type { Round } from '@/lib/rounds/model'
import { formatDate, formatDateRange, formatDateTime } from '@/lib/values/format'

type Props = { t: Words; project: { key: string; name: string }; round: Round; today: string; open: FormAction }

/** Which period, where it is in its round, and its days. From here a planned period is opened and an open one published. */
export function RoundHeading({ t, project, round, today, open }: Props) {
  const day = (date: string) => formatDate(date, t.locale)
  const period = periodName(round.periodKey)
  const state = calendarState(round, today)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(project.key) },
          { label: t('rounds.list.title'), href: `${projectAddress(project.key)}/rounds` },
          { label: period },
        ]}
      />
      <PageHeading
        title={t('rounds.title', { period })}
        mark={
          <>
            <Tag tone={calendarTones[state]}>{t(calendarStateLabels[state])}</Tag>
            <span>{formatDateRange(round.from, round.to, t.locale)}</span>
            {round.state === 'planned' && round.opensOn && (
              <span>{t('calendar.opensOn', { day: day(round.opensOn) })}</span>
            )}
            {round.dueOn && <span>{t('rounds.due', { day: day(round.dueOn) })}</span>}
            {round.closesOn && (
              <span>
                {t(round.closesOn < today ? 'calendar.closedOn' : 'calendar.closesOn', { day: day(round.closesOn) })}
              </span>
            )}
            {round.publishedAt && (
              <span>
                {t('rounds.publishedAt', { time: formatDateTime(round.publishedAt, t.locale), version: round.version })}
              </span>
            )}
          </>
        }
        actions={
          <>
            {round.state === 'planned' && round.may.manage && (
              <StepForm
                action={open}
                values={{ project: project.key, period: round.periodKey, periodId: round.periodId }}
                label={t('rounds.open')}
                reasons={publishReasons(t)}
                notice={t('ui.notice.danger')}
              />
            )}
            {round.state !== 'planned' && round.may.publish && (
              <ButtonLink kind="primary" href={publishAddress(project.key, round.periodKey)}>
                {t('calendar.publish.open')}
              </ButtonLink>
            )}
            {round.state !== 'planned' && (
              <ButtonLink href={roundGridAddress(project.key, round.periodKey)}>
                {t('statusReports.grid.projectOpen')}
              </ButtonLink>
            )}
            {round.version > 0 && (
              <ButtonLink href={steeringAddress(project.key, round.periodKey)}>{t('rounds.toSteering')}</ButtonLink>
            )}
            {round.may.manage && (
              <ButtonLink href={periodDaysAddress(project.key, round.periodKey)}>{t('calendar.changeDays')}</ButtonLink>
            )}
          </>
        }
      />
    </>
  )
}
