import { Explorer, type ExplorerWords } from '@/components/steering/explorer/explorer'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { type ExplorerIndicator, explorableIndicators } from '@/lib/steering/explorer/model'

// As with the frozen markup: what is named by a publication never changes, and the caller has asked what the reader may see.
const kept = new Map<string, { count: number; data: string }>()
const keptAtMost = 32

type Props = {
  t: Words
  /** Names the publication and the language */
  name: string
  read: () => Promise<SnapshotBody>
}

/** One indicator looked at closer. The drawing program is fetched when the reader asks for it, never before. */
export async function ExplorerSection({ t, name, read }: Props) {
  const known = kept.get(name) ?? inOneText(explorableIndicators(t, await read()))
  if (kept.size >= keptAtMost && !kept.has(name)) kept.delete(kept.keys().next().value ?? '')
  kept.set(name, known)
  if (known.count === 0) return null
  return (
    <div className="board no-print">
      <Section
        id="explore"
        title={t('steering.explorer.title')}
        intro={t('steering.explorer.intro', { count: known.count })}
      >
        <noscript>
          <p>{t('steering.explorer.noScript')}</p>
        </noscript>
        <Explorer data={known.data} words={wordsOf(t)} />
      </Section>
    </div>
  )
}

/** Read when the explorer is opened: as one text it costs the page next to nothing. */
const inOneText = (indicators: readonly ExplorerIndicator[]) => ({
  count: indicators.length,
  data: JSON.stringify(indicators),
})

function wordsOf(t: Words): ExplorerWords {
  return {
    open: t('steering.explorer.open'),
    loading: t('steering.explorer.loading'),
    indicator: t('steering.explorer.indicator'),
    national: t('steering.targets.title'),
    local: t('steering.explorer.local'),
    fromZero: t('steering.explorer.fromZero'),
    showSeries: t('steering.explorer.series'),
    time: t('steering.money.time'),
    value: t('charts.value'),
    locale: t.locale,
  }
}
