import { periodName } from '@/components/rounds/period-name'
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import type { Comparison } from '@/lib/status-reports/differences/model'
import { stateLabels } from '@/lib/status-reports/labels'

type Props = {
  t: Words
  comparison: Comparison
  /** The way to the report; the last crumb is the comparison itself */
  crumbs: readonly Crumb[]
  /** Where the report stands that is compared */
  report: string
}

/** Top of the comparison: whose reports, from which period to which, and the way back. */
export function ComparisonHeading({ t, comparison: { unit, compared }, crumbs, report }: Props) {
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('differences.crumb') }]} />
      <PageHeading
        title={t('differences.title', { unit: unit.title })}
        intro={
          compared &&
          t('differences.between', {
            before: periodName(compared.before.periodKey),
            beforeState: t(stateLabels[compared.before.state]),
            after: periodName(compared.after.periodKey),
            afterState: t(stateLabels[compared.after.state]),
          })
        }
        actions={<ButtonLink href={report}>{t('differences.toReport')}</ButtonLink>}
      />
    </>
  )
}
