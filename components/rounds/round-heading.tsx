import { periodName } from '@/components/rounds/period-name'
import { publishReasons } from '@/components/rounds/reasons'
import { type StepAction, StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { projectAddress } from '@/lib/projects/addresses'
import { periodStateLabels } from '@/lib/rounds/labels'
import type { PeriodState, Round } from '@/lib/rounds/model'
import { formatDate, formatDateRange, formatDateTime } from '@/lib/values/format'

const tones: Record<PeriodState, TagTone> = { planned: 'neutral', open: 'info', published: 'good' }

type Props = { t: Words; project: { key: string; name: string }; round: Round; open: StepAction }

/** Which period, where it is in its round, and its days. A planned period can be opened here. */
export function RoundHeading({ t, project, round, open }: Props) {
  const day = (date: string) => formatDate(date, t.locale)
  const period = periodName(round.periodKey)
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
            <Tag tone={tones[round.state]}>{t(periodStateLabels[round.state])}</Tag>
            <span>{formatDateRange(round.from, round.to, t.locale)}</span>
            {round.dueOn && <span>{t('rounds.due', { day: day(round.dueOn) })}</span>}
            {round.publishedAt && (
              <span>
                {t('rounds.publishedAt', { time: formatDateTime(round.publishedAt, t.locale), version: round.version })}
              </span>
            )}
          </>
        }
        actions={
          round.state === 'planned' &&
          round.may.manage && (
            <StepForm
              action={open}
              values={{ project: project.key, period: round.periodKey, periodId: round.periodId }}
              label={t('rounds.open')}
              reasons={publishReasons(t)}
              notice={t('ui.notice.danger')}
            />
          )
        }
      />
    </>
  )
}
