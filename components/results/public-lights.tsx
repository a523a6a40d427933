import type { ResultsProps } from '@/components/results/results-page'
import { figureCell } from '@/components/steering/figure-link'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { lightWords } from '@/lib/steering/labels'
import { shownLights } from '@/lib/steering/lights/model'
import { formatNumber } from '@/lib/values/format'

/** How many units stand where, without telling which. */
export function PublicLights({ t, results: { code, units, lights, usesLights } }: ResultsProps) {
  if (units === 0) return null
  const words = lightWords(usesLights)
  const told = shownLights.filter((light) => lights[light] > 0 || (usesLights && light !== 'reported'))
  return (
    <Section id="lights" title={t('results.lights.title')} intro={t('results.lights.intro', { count: units })}>
      <DataTable
        caption={t('results.lights.caption')}
        columns={[
          { key: 'state', header: t('results.lights.state') },
          { key: 'count', header: t('results.lights.count'), numeric: true },
        ]}
        rows={told.map((light) => ({
          key: light,
          cells: [
            t(words[light]),
            figureCell({ code }, 'computed', `lights.${light}`, formatNumber(lights[light], t.locale)),
          ],
        }))}
      />
    </Section>
  )
}
