import { periodName } from '@/components/rounds/period-name'
import type { OptionGroup } from '@/components/ui/select'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { publishedUnitAddress, versionAddress } from '@/lib/steering/addresses'
import { measurementText } from '@/lib/steering/figure-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import type { FigureRef } from '@/lib/steering/figures/model'
import type { PublishedPeriod } from '@/lib/steering/model'

/** Publications to choose from, and the pages of the chosen one. */
export type FrozenPages = {
  published: { key: string; label: string }[]
  chosen: string | null
  groups: OptionGroup[]
}

/**
 * The pages of one publication that an attachment may point at: the review, the units' pages, and the cards of figures. A
 * value is the address and, after a space, what the attachment is called.
 */
export function pageGroups(t: Words, shown: PublishedPeriod, body: SnapshotBody): OptionGroup[] {
  const { projectKey, periodKey, version, code } = shown
  const period = periodName(periodKey)
  const option = (page: string, label: string) => ({ value: `${page} ${short(label)}`, label: short(label) })
  const card = (kind: FigureRef['kind'], id: string, label: string) =>
    option(figureAddress(code, { kind, id }), `${label} (${period})`)
  const group = (key: string, options: OptionGroup['options']) => ({ label: t(`meetings.pages.${key}`), options })
  return [
    group('review', [option(versionAddress(projectKey, periodKey, version), t('meetings.pages.reviewOf', { period }))]),
    group(
      'units',
      body.units
        .filter(({ reports }) => reports)
        .map(({ id, title }) =>
          option(publishedUnitAddress(projectKey, periodKey, id, version), `${title} (${period})`),
        ),
    ),
    group(
      'measurements',
      body.indicators.flatMap(({ name, measurements }) =>
        measurements.map((row) => card('measurement', row.id, `${name}: ${measurementText(t, row)}`)),
      ),
    ),
    group(
      'purchases',
      body.finance.purchases.map(({ id, title }) => card('purchase', id, title)),
    ),
    group(
      'risks',
      body.risks.map(({ id, description }) => card('risk', id, description)),
    ),
    group(
      'planChanges',
      body.planChanges.map(({ id, title }) => card('plan_change', id, title)),
    ),
    group(
      'toimintamallit',
      body.toimintamallit.map(({ id, name }) => card('toimintamalli', id, name)),
    ),
  ].filter(({ options }) => options.length > 0)
}

function short(label: string): string {
  return label.length > 160 ? `${label.slice(0, 159)}…` : label
}
