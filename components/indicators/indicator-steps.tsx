import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { definitionAddress, newIndicatorAddress, targetAddress, valueAddress } from '@/lib/indicators/addresses'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { explorerAddress } from '@/lib/steering/indicators/explorer/addresses'
import { standingLabels } from '@/lib/steering/indicators/labels'
import { standingOf } from '@/lib/steering/indicators/model'

/** What can be done with the list: look at several beside each other, and define another one for those who keep them. */
export function IndicatorsActions({ t, project, keeps }: { t: Words; project: string; keeps: boolean }) {
  return (
    <>
      {keeps && <ButtonLink href={newIndicatorAddress(project)}>{t('indicators.add')}</ButtonLink>}
      <ButtonLink href={explorerAddress(project)}>{t('explorer.link')}</ButtonLink>
    </>
  )
}

type Heading = { t: Words; project: string; indicator: SnapshotIndicator; formula: string | null; keeps: boolean }

/** Name and standing of an indicator, what those who keep it can do, and how its values come about when they are counted. */
export function IndicatorHeading({ t, project, indicator, formula, keeps }: Heading) {
  const { id, name } = indicator
  const steps = (
    <>
      <ButtonLink href={definitionAddress(project, id)}>{t('indicators.edit')}</ButtonLink>
      <ButtonLink href={targetAddress(project, id, 'new')}>{t('indicators.addTarget')}</ButtonLink>
      <ButtonLink href={valueAddress(project, id, 'new')}>{t('indicators.addValue')}</ButtonLink>
      <ButtonLink href={valueAddress(project, id, 'breakdown')}>{t('indicators.addBreakdown')}</ButtonLink>
    </>
  )
  const mark = <Tag tone="info">{t(standingLabels[standingOf(indicator)])}</Tag>
  return (
    <>
      <PageHeading title={name} mark={mark} actions={keeps && steps} />
      <CalculatedNote t={t} indicator={indicator} formula={formula} />
    </>
  )
}

type Note = { t: Words; indicator: SnapshotIndicator; formula: string | null }

/** Says of a counted indicator how it comes about, and that it cannot be counted yet where that is so. */
function CalculatedNote({ t, indicator, formula }: Note) {
  if (!formula) return null
  const counted = indicator.measurements.some(({ role }) => role === 'actual')
  return (
    <Notice kind="info" word={t('indicators.calculated')}>
      <p>{t('indicators.calculatedHelp', { formula })}</p>
      {!counted && <p>{t('indicators.calculatedNone')}</p>}
    </Notice>
  )
}
